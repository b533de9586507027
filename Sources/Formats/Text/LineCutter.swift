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
    /// Where it begins among all the bytes that have been cut, which differ from those of the file
    /// where it is in UTF-16.
    var start = 0
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
  /// How many bytes have been cut.
  private var cutBytes = 0

  /// Where the line begins that has not ended yet.
  var startOfRest: Int { place.start }

  init(limit: Int) { self.limit = limit }

  /// A walk over the lines of one piece.
  struct Walk {
    /// Where the next line begins.
    fileprivate(set) var start = 0
    /// Where the piece begins among all the bytes that have been cut.
    let begin: Int
    /// Where a line feed and a return come next.
    fileprivate var feed = -1
    fileprivate var back = -1
  }

  /// Hands over every line that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    var walk = begin()
    while try next(of: piece, &walk, body) {}
    end(piece, walk)
  }

  /// Begins a piece whose lines are asked for.
  func begin() -> Walk { Walk(begin: cutBytes) }

  /// Hands over the next line of a piece, if it ends there; whether it did.
  @inline(__always)
  mutating func next<Stop: Error>(
    of piece: Span<UInt8>, _ walk: inout Walk,
    _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) -> Bool {
    skipFeed(of: piece, &walk)
    walk.look(at: piece)
    let end = min(walk.feed, walk.back)
    guard end < piece.count else { return false }
    try handOver(piece.extracting(walk.start..<end), body)
    isAfterReturn = end == walk.back
    goOn(to: end + 1, by: isWide ? 2 : 1, &walk)
    return true
  }

  /// Hands over the ranges of lines as long as they lie in the piece whole and are wanted; one that is
  /// not is the next line still.
  @inline(__always)
  mutating func run(
    over piece: Span<UInt8>, _ walk: inout Walk, _ isWanted: (Range<Int>, _ line: Int) -> Bool
  ) {
    guard place.length == 0, !isAtStart, !isWide else { return }
    skipFeed(of: piece, &walk)
    var (next, line) = (walk, place.line)
    while true {
      next.look(at: piece)
      guard next.feed < piece.count else { break }
      let end = next.back < next.feed ? next.feed &- 1 : next.feed
      guard next.back >= end, isWanted(next.start..<end, line) else { break }
      next.start = next.feed &+ 1
      line &+= 1
    }
    place.line = line
    let length = next.start - walk.start
    walk = next
    goOn(to: next.start, by: length, &walk)
  }

  /// Ends a piece: keeps the part of a line at its end.
  mutating func end(_ piece: Span<UInt8>, _ walk: Walk) {
    cutBytes += piece.count
    keep(piece.extracting(min(walk.start, piece.count)..<piece.count))
  }

  /// A line feed behind a return ends no line of its own.
  @inline(__always)
  private mutating func skipFeed(of piece: Span<UInt8>, _ walk: inout Walk) {
    guard isAfterReturn, walk.start < piece.count else { return }
    isAfterReturn = false
    guard piece[walk.start] == UInt8(ascii: "\n") else { return }
    goOn(to: walk.start + 1, by: isWide ? 2 : 1, &walk)
  }

  @inline(__always)
  private mutating func goOn(to start: Int, by length: Int, _ walk: inout Walk) {
    walk.start = start
    place.offset += length
    place.start = walk.begin + start
  }

  /// Hands over the last line if nothing ends it.
  mutating func finish<Stop: Error>(
    _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    let nothing: [UInt8] = []
    if place.length > 0 { try handOver(nothing.span, body) }
  }

  /// How many bytes a part of a line takes in the file.
  @inline(__always)
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

  /// Hands over the line that ends with this part. What `body` throws ends the cutting, so that
  /// nothing has to be put in order then.
  @inline(__always)
  private mutating func handOver<Stop: Error>(
    _ end: Span<UInt8>, _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    if place.length == 0, !isAtStart, end.count <= limit {
      place.length = length(of: end)
      try body(end, place)
    } else {
      keep(end)
      try handOverKept(body)
    }
    place = Place(line: place.line + 1, offset: place.offset + place.length)
  }

  private mutating func handOverKept<Stop: Error>(
    _ body: (Span<UInt8>, Place) throws(Stop) -> Void
  ) throws(Stop) {
    let mark = isAtStart && rest.span.beginsWithByteOrderMark ? 3 : 0
    let skipped = isWide && mark > 0 ? 2 : mark
    let shown = place.length > limit ? min(rest.count, Self.sample) : rest.count
    var place = place
    place.offset += skipped
    place.length -= skipped
    place.start += mark
    isAtStart = false
    try body(rest.span.extracting(mark..<shown), place)
    rest.removeAll(keepingCapacity: rest.capacity <= 1 << 20)
  }
}

extension Span<UInt8> {
  var beginsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }

  /// Where a byte comes next, or the end of the piece.
  @inline(__always)
  fileprivate func end(of byte: Unicode.Scalar, from start: Int) -> Int {
    first(of: UInt8(ascii: byte), from: start) ?? count
  }
}

extension LineCutter.Walk {
  /// Finds what ends the next line.
  @inline(__always)
  fileprivate mutating func look(at piece: Span<UInt8>) {
    if feed < start { feed = piece.end(of: "\n", from: start) }
    if back < start { back = piece.end(of: "\r", from: start) }
  }
}
