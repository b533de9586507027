/// What the request line asks for: a path in its parts, and a query.
struct Target {
  let segments: [String]
  let query: Fields

  /// Reads the bytes of a request line's address, strictly: a path from the root, in printable ASCII,
  /// each part decoded by itself, so that a coded slash stays within its part.
  init(_ bytes: some BidirectionalCollection<UInt8>, limits: RequestLimits) throws(RequestFault) {
    guard bytes.count <= limits.targetBytes else {
      throw .targetTooLong(limit: limits.targetBytes)
    }
    guard bytes.first == UInt8(ascii: "/"),
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") })
    else { throw .targetNotAPath }
    let halves = bytes.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    var segments: [String] = []
    for part in halves[0].dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      let segment = try PercentCoding.decode(part) { $0 < 0x20 || $0 == 0x7F }
      guard segment != ".", segment != ".." else { throw .dotSegment }
      segments.append(segment)
    }
    self.segments = segments == [""] ? [] : segments
    query = if halves.count > 1 { try Fields(coded: halves[1], limits: limits) } else { Fields() }
  }
}
