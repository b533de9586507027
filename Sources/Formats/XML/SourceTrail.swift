/// The last bytes of a file that comes piece by piece, from wherever they are still needed.
struct SourceTrail: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where in the file they begin.
  private(set) var start = 0

  /// Where in the file they end.
  var end: Int { start + bytes.count }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

  /// Forgets what stands before a place.
  mutating func forget(before place: Int) {
    let count = min(max(0, place - start), bytes.count)
    guard count > 0 else { return }
    bytes.removeFirst(count)
    start += count
  }

  /// What stands between two places, as far as it is still there.
  func part(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let first = min(max(0, range.lowerBound - start), bytes.count)
    let last = min(max(first, range.upperBound - start), bytes.count)
    return bytes[first..<last]
  }

  /// Where a byte stands last before a place.
  func last(_ byte: UInt8, before place: Int) -> Int? {
    part(start..<place).lastIndex(of: byte).map { $0 + start }
  }

  /// Where a byte stands next, from a place on.
  func next(_ byte: UInt8, from place: Int) -> Int? {
    guard place >= start else { return nil }
    return bytes.span.first(of: byte, from: place - start).map { $0 + start }
  }

  /// Whether a text stands at a place.
  func has(_ text: StaticString, at place: Int) -> Bool { bytes.span.has(text, at: place - start) }

  /// How many lines end between two places.
  func lineEnds(_ range: Range<Int>) -> Int { part(range).count { $0 == UInt8(ascii: "\n") } }
}
