/// Where a request ends, read so strictly that no proxy in front can see it end elsewhere.
///
/// What two readers might take in two ways is refused: several lengths, a length beside a transfer
/// coding, several hosts. So are transfer codings altogether: browsers and proxies that buffer send a
/// length, and a reader of chunks that does not exist has no faults.
enum Framing {
  /// Checks the header fields of a request and gives the length of its body.
  static func bodyLength(
    _ headers: Headers, hosts: Hosts, limits: RequestLimits
  ) throws(RequestFault) -> Int {
    guard headers.fields.count <= limits.headers else {
      throw .tooManyHeaders(limit: limits.headers)
    }
    for field in headers.fields {
      guard !field.name.isEmpty, field.name.utf8.allSatisfy(\.isToken) else { throw .headerName }
      let control = field.value.utf8.first { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
      if let control { throw .controlByte(control) }
    }
    let hostFields = headers.values(of: "Host")
    guard hostFields.count == 1, let host = hostFields.first else { throw .hosts(hostFields.count) }
    let length = try length(headers)
    guard hosts.allows(host) else { throw .unknownHost }
    return length
  }

  private static func length(_ headers: Headers) throws(RequestFault) -> Int {
    let lengths = headers.values(of: "Content-Length")
    guard headers["Transfer-Encoding"] == nil else {
      throw lengths.isEmpty ? .bodyInChunks : .lengthAndCoding
    }
    guard let text = lengths.first else { return 0 }
    guard lengths.count == 1 else { throw .lengths }
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
      let length = Int(text)
    else { throw .lengthUnreadable }
    return length
  }
}

extension UInt8 {
  /// RFC 9110, section 5.6.2.
  var isToken: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: Self.marks.contains(self)
    }
  }

  private static let marks = Array("!#$%&'*+-.^_`|~".utf8)
}
