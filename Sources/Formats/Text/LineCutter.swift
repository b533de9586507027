/// Cuts a file that comes piece by piece into its lines, whatever ends them: LF, CR LF or CR.
///
/// A mark of byte order at the beginning belongs to no line. A line longer than the limit is handed
/// over once, cut short, with its full length.
struct LineCutter: Sendable {
  /// Where a line stands.
  struct Place: Hashable {
    /// Its number, from 1.
    var line = 1
    /// Where it begins, in bytes.
    var offset = 0
    /// How many bytes it takes, without what ends it.
    var length = 0
  }

  /// The most bytes that a line may have.
  let limit: Int
  /// How much of a longer line is handed over.
  static let sample = 4096
  /// Whether the file is in UTF-16: lines are cut in UTF-8, but places are those in the file.
  var isWide = false

  /// The part of the current line that came with earlier pieces.
  private var rest: [UInt8] = []
  private var place = Place()
  private var isAfterReturn = false
  private var isAtStart = true
  /// Where the next of either line end stands in the piece at hand.
  private var next = (feed: 0, back: 0)

  init(limit: Int) { self.limit = limit }

  /// Hands over every line that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    var start = 0
    next = (piece.end(of: "\n", from: 0), piece.end(of: "\r", from: 0))
    while start < piece.count {
      if isAfterReturn {
        isAfterReturn = false
        if piece[start] == UInt8(ascii: "\n") {
          place.offset += isWide ? 2 : 1
          start += 1
          continue
        }
      }
      let end = endOfLine(in: piece, from: start)
      guard end < piece.count else { break }
      try handOver(piece.extracting(start..<end), body)
      isAfterReturn = piece[end] == UInt8(ascii: "\r")
      place.offset += isWide ? 2 : 1
      start = end + 1
    }
    keep(piece.extracting(start..<piece.count))
  }

  /// Hands over the last line if nothing ends it.
  mutating func finish<Stop: Error>(
    _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    let nothing: [UInt8] = []
    if place.length > 0 { try handOver(nothing.span, body) }
  }

  private mutating func endOfLine(in piece: Span<UInt8>, from start: Int) -> Int {
    if next.feed < start { next.feed = piece.end(of: "\n", from: start) }
    if next.back < start { next.back = piece.end(of: "\r", from: start) }
    return min(next.feed, next.back)
  }

  /// How many bytes a part of a line takes in the file.
  private func length(of part: Span<UInt8>) -> Int {
    guard isWide else { return part.count }
    var units = 0
    for place in part.indices where part[place] & 0xC0 != 0x80 {
      units += part[place] < 0xF0 ? 1 : 2
    }
    return 2 * units
  }

  /// Adds to the current line; beyond the limit only its length is kept.
  private mutating func keep(_ part: Span<UInt8>) {
    guard part.count > 0 else { return }
    let room = max(0, limit + 1 - rest.count)
    part.extracting(first: min(room, part.count)).withUnsafeBufferPointer {
      rest.append(contentsOf: $0)
    }
    place.length += length(of: part)
  }

  private mutating func handOver<Stop: Error>(
    _ end: Span<UInt8>, _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    defer {
      place = Place(line: place.line + 1, offset: place.offset + place.length)
      rest.removeAll(keepingCapacity: rest.capacity <= 1 << 20)
      isAtStart = false
    }
    if place.length == 0 {
      place.length = length(of: end)
      try handOver(whole: end, body)
    } else {
      keep(end)
      try handOver(whole: rest.span, body)
    }
  }

  private func handOver<Stop: Error>(
    whole line: Span<UInt8>, _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    let mark = isAtStart && line.beginsWithByteOrderMark ? 3 : 0
    let skipped = isWide && mark > 0 ? 2 : mark
    let shown = place.length > limit ? min(line.count, Self.sample) : line.count
    let place = Place(line: place.line, offset: place.offset + skipped, length: place.length - skipped)
    try body(line.extracting(mark..<shown), place)
  }
}

extension Span<UInt8> {
  var beginsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }

  /// Where a byte comes next, or the end of the piece.
  fileprivate func end(of byte: Unicode.Scalar, from start: Int) -> Int {
    first(of: UInt8(ascii: byte), from: start) ?? count
  }
}
