/// What one line of a tagged file does.
enum TaggedLine: Equatable {
  case blank
  /// A tag, and where its value stands.
  case tag(String, value: Range<Int>)
  /// Goes on with the value above it, or stands outside of records.
  case text(Range<Int>)
  /// Begins a record without saying anything of it: `<1. >`.
  case begin
  /// Ends a record.
  case end
  /// Belongs to the file and to no record.
  case file
}

/// A tagged format: what its lines do, where its records begin, and what its tags mean.
protocol TaggedDialect: Sendable {
  static var format: Format { get }

  /// Whether a file that begins so is of this format.
  static func recognises(_ beginning: Span<UInt8>) -> Certainty

  /// What a line does, seen by itself.
  static func line(_ line: Span<UInt8>) -> TaggedLine

  /// Whether a tag begins the next record, while one is open. `isAfterBlank` tells of a blank line
  /// between them.
  static func begins(_ tag: String, after entry: TaggedEntry, isAfterBlank: Bool) -> Bool

  /// Whether every record has an end of its own.
  static var hasEnds: Bool { get }

  /// Whether a tag begins a record where none is open.
  static var opensByTag: Bool { get }

  /// Takes what the tags of one record say.
  static func take(_ entry: TaggedEntry, into draft: inout ReferenceDraft, _ maker: inout TextMaker)
}

extension TaggedDialect {
  static var hasEnds: Bool { false }
  static var opensByTag: Bool { true }
}

extension Span<UInt8> {
  /// Hands over what each line of a file's beginning does, until `body` has seen enough.
  func forEachLine(_ body: (Span<UInt8>) -> Bool) {
    var cutter = LineCutter(limit: 1 << 16)
    var isDone = false
    cutter.cut(self) { line, _ in if !isDone { isDone = !body(line) } }
    cutter.finish { line, _ in if !isDone { isDone = !body(line) } }
  }

  /// The text of a tag; tags are letters, digits and the like.
  func tag(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// The value that begins at a place, without blanks around it.
  func value(from start: Int) -> Range<Int> {
    var (start, end) = (Swift.min(start, count), count)
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// Whether a letter or digit that may stand in a tag is at a place.
  func isTagCharacter(at place: Int) -> Bool {
    place < count && (self[place].isCapital || self[place].isDigit)
  }

  /// Whether nothing or a blank is at a place.
  func isBlank(at place: Int) -> Bool { place >= count || self[place] <= 0x20 }
}
