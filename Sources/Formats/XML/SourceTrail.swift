/// The last bytes of a file that comes piece by piece, from wherever they are still needed.
struct SourceTrail: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where in the file they begin.
  private(set) var start = 0

  /// Where in the file they end.
  var end: Int { start + bytes.count }

  /// How many bytes a letter of a tag takes, two in UTF-16, and how many stand before the one that says
  /// which.
  private(set) var width = 1
  private(set) var lead = 0

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    let known = end
    bytes.append(contentsOf: piece)
    if known < 4, end >= 4 { settleWidth() }
  }

  /// UTF-16 shows by its mark, or by the zeros between the first letters.
  private mutating func settleWidth() {
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0xFF, 0xFE, _, _), (_, 0, _, 0): (width, lead) = (2, 0)
    case (0xFE, 0xFF, _, _), (0, _, 0, _): (width, lead) = (2, 1)
    case _: break
    }
  }

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
  func has(_ text: StaticString, at place: Int) -> Bool {
    let (first, length) = (place - start, text.utf8CodeUnitCount)
    guard first >= 0, first + length * width <= bytes.count else { return false }
    for letter in 0..<length where bytes[first + letter * width] != text.utf8Start[letter] {
      return false
    }
    return true
  }

  /// Whether a tag of this name stands at a place, and not one whose name only begins so.
  func hasTag(_ slash: StaticString, _ name: StaticString, at place: Int) -> Bool {
    let start = place + width * (1 + slash.utf8CodeUnitCount)
    guard has(slash, at: place + width), has(name, at: start) else { return false }
    let end = start + width * name.utf8CodeUnitCount
    return has(">", at: end) || has(" ", at: end) || has("/", at: end) || has("\n", at: end)
  }

  /// How many lines end between two places.
  func lineEnds(_ range: Range<Int>) -> Int { part(range).count { $0 == UInt8(ascii: "\n") } }
}
