/// A record as RIS has it: tags and values in their order.
///
/// The values stay bytes, one behind the other, until they have found their field.
struct RISEntry: Sendable {
  /// One tag with the place of its value.
  struct Field: Sendable {
    var tag: RISTag
    var meaning: RISMeaning
    /// Where in the bytes, without blanks at its ends; empty where the tag stands alone.
    var value: Range<Int>
    var line: Int
  }

  private(set) var fields: [Field] = []
  private(set) var bytes: [UInt8] = []
  /// The line and place where it begins.
  private(set) var line = 0
  private(set) var offset = 0
  /// Where its last line ends.
  private(set) var end = 0
  /// Its lines as long as no tag says anything: all that is needed to show why it is no record.
  private(set) var raw: [UInt8] = []
  /// Why it cannot be read, from where that shows.
  private(set) var problem: ReadFault.Problem?
  /// Whether it cannot be read, so that nothing of it is kept.
  private(set) var isRefused = false
  private(set) var hasType = false
  /// Whether any tag says anything.
  private(set) var saysSomething = false

  /// How many bytes of the file it takes.
  var length: Int { end - offset }

  /// Whether a tag other than `TY` has come, even an empty one.
  var saysMoreThanType: Bool { fields.contains { !$0.meaning.isType } }

  /// Whether it has a title or an author, and so stands for a document even without `TY`.
  var hasTitleOrAuthor: Bool {
    fields.contains { !$0.value.isEmpty && ($0.meaning.isTitle || $0.meaning == .author) }
  }

  /// Begins anew at a line.
  mutating func begin(at place: LineCutter.Place) {
    fields.removeAll(keepingCapacity: fields.capacity < 1_000)
    bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 20)
    raw.removeAll(keepingCapacity: true)
    (line, offset, end) = (place.line, place.offset, place.offset)
    (problem, isRefused, hasType, saysSomething) = (nil, false, false, false)
  }

  /// Notes that a line belongs to it.
  @inline(__always)
  mutating func include(_ line: Span<UInt8>, _ place: LineCutter.Place) {
    end = place.offset + place.length
    if !saysSomething, raw.count < LineCutter.sample {
      if !raw.isEmpty { raw.append(UInt8(ascii: "\n")) }
      raw.append(line)
    }
    if place.length > EntryLimit.length {
      refuse(.lineTooLong(limit: EntryLimit.length))
    } else if length > EntryLimit.length {
      refuse(.entryTooLong(limit: EntryLimit.length))
    } else if fields.count > EntryLimit.tags {
      refuse(.tooManyTags(limit: EntryLimit.tags))
    }
  }

  private mutating func refuse(_ problem: ReadFault.Problem) {
    if !isRefused { self.problem = problem }
    isRefused = true
    (fields, bytes) = ([], [])
  }

  /// Takes a tag and its value.
  mutating func add(_ tag: RISTag, _ meaning: RISMeaning, _ value: Span<UInt8>, line: Int) {
    if meaning.isType { hasType = true }
    if !saysSomething { saysSomething = !value.isSlashes }
    let start = bytes.count
    bytes.append(value)
    fields.append(Field(tag: tag, meaning: meaning, value: start..<bytes.count, line: line))
  }

  /// Takes a line that goes on with the last value.
  mutating func goOn(_ text: Span<UInt8>, isIndented: Bool, line: Int) {
    guard let last = fields.last else { return }
    saysSomething = true
    if last.meaning.isKeywords, !last.value.isEmpty, !isIndented {
      // EndNote prints one keyword a line, and the tag before the first only.
      return add(last.tag, .keywords, text, line: line)
    }
    if !last.value.isEmpty { bytes.append(UInt8(ascii: last.meaning.isProse ? "\n" : " ")) }
    bytes.append(text)
    fields[fields.count - 1].value = last.value.lowerBound..<bytes.count
  }
}

extension Span<UInt8> {
  /// Whether it is empty, or the empty date `///`.
  var isSlashes: Bool {
    for place in indices where self[place] != UInt8(ascii: "/") { return false }
    return true
  }
}
