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

  /// The part of the current line that came with earlier pieces.
  private var rest: [UInt8] = []
  private var place = Place()
  private var isAfterReturn = false
  private var isAtStart = true

  init(limit: Int) { self.limit = limit }

  /// Hands over every line that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    var start = 0
    while start < piece.count {
      if isAfterReturn {
        isAfterReturn = false
        if piece[start] == UInt8(ascii: "\n") {
          place.offset += 1
          start += 1
          continue
        }
      }
      guard let end = piece.endOfLine(from: start) else { break }
      try handOver(piece.extracting(start..<end), body)
      isAfterReturn = piece[end] == UInt8(ascii: "\r")
      place.offset += 1
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

  /// Adds to the current line; beyond the limit only its length is kept.
  private mutating func keep(_ part: Span<UInt8>) {
    guard part.count > 0 else { return }
    let room = limit + 1 - rest.count
    part.extracting(first: min(room, part.count)).withUnsafeBufferPointer {
      rest.append(contentsOf: $0)
    }
    place.length += part.count
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
      place.length = end.count
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
    let shown = place.length > limit ? min(line.count, Self.sample) : line.count
    let place = Place(line: place.line, offset: place.offset + mark, length: place.length - mark)
    try body(line.extracting(mark..<shown), place)
  }
}

extension Span<UInt8> {
  var beginsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }

  fileprivate func endOfLine(from start: Int) -> Int? {
    for place in start..<count
    where self[place] == UInt8(ascii: "\n") || self[place] == UInt8(ascii: "\r") {
      return place
    }
    return nil
  }
}
