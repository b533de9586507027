/// A record as RIS has it: tags and values in their order.
///
/// The values stay where they are until the record has ended; then its part of the file is copied at
/// once. A value's place is counted from where the record begins.
struct RISEntry: Sendable {
  /// One tag with the place of its value.
  struct Field: Sendable {
    var tag: RISTag
    var meaning: RISMeaning
    /// Its place, without blanks at its ends; empty where the tag stands alone.
    var value: Range<Int>
    var line: Int
  }

  var fields: [Field] = []
  /// The record's part of the file, once it has ended; before that, what pieces that are gone held.
  var bytes: [UInt8] = []
  /// Where the bytes begin, and how many of them pieces that are gone held.
  var bytesStart = 0
  var held = 0
  /// Lines that go on with the value of a field.
  var continued: [(field: Int, text: Range<Int>)] = []
  /// Where its text begins and where its last line ends.
  private(set) var start = 0
  private(set) var stop = 0
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
  /// Which field is the first that begins a record.
  private var typeField: Int?
  /// Whether any tag says anything.
  private(set) var saysSomething = false

  var hasType: Bool { typeField != nil }

  /// The kind of document.
  var type: Field? { typeField.map { fields[$0] } }

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
    fields.empty()
    continued.empty()
    raw.empty()
    if place.start >= bytesStart + bytes.count {
      release()
    } else if place.start > bytesStart {
      bytes.removeFirst(place.start - bytesStart)
      bytesStart = place.start
    }
    (start, stop) = (place.start, place.start)
    (line, offset, end) = (place.line, place.offset, place.offset)
    (problem, isRefused, typeField, saysSomething) = (nil, false, nil, false)
  }

  /// Notes that a line belongs to it.
  @inline(__always)
  mutating func include(_ line: Span<UInt8>, _ place: LineCutter.Place) {
    end = place.offset + place.length
    stop = place.start + line.count
    if !saysSomething, raw.count < LineCutter.sample {
      if !raw.isEmpty { raw.append(UInt8(ascii: "\n")) }
      raw.append(line)
    }
    if place.length > EntryLimit.length {
      refuse(.lineTooLong(limit: EntryLimit.length))
    } else {
      checkLimits()
    }
  }

  @inline(__always)
  private mutating func checkLimits() {
    if length > EntryLimit.length {
      refuse(.entryTooLong(limit: EntryLimit.length))
    } else if fields.count > EntryLimit.tags {
      refuse(.tooManyTags(limit: EntryLimit.tags))
    }
  }

  /// Takes lines as long as each is a tag and its value; whether there were any.
  mutating func takeRun(
    of text: Span<UInt8>, _ cutter: inout LineCutter, _ walk: inout LineCutter.Walk
  ) -> Bool {
    let known = fields.count
    let (shift, meanings) = (walk.begin - start, RISTag.meanings)
    fields.append(addingCapacity: max(64, known)) { fields in
      cutter.run(over: text, &walk) { range, line in
        guard !fields.isFull, let (tag, meaning) = RISLine.plain(text, range, meanings)
        else { return false }
        let value = range.lowerBound &+ 6 &+ shift..<range.upperBound &+ shift
        fields.append(Field(tag: tag, meaning: meaning, value: value, line: line))
        return true
      }
    }
    guard fields.count > known, let last = fields.last else { return false }
    end += start + last.value.upperBound - stop
    stop = start + last.value.upperBound
    checkLimits()
    return true
  }

  private mutating func refuse(_ problem: ReadFault.Problem) {
    if !isRefused { self.problem = problem }
    isRefused = true
    (fields, continued) = ([], [])
    release()
  }

  /// Takes a tag and its value, which stands in a range of a line; nothing once it is refused.
  @inline(__always)
  mutating func add(
    _ tag: RISTag, _ meaning: RISMeaning, _ line: Span<UInt8>, _ range: Range<Int>,
    _ place: LineCutter.Place
  ) {
    guard !isRefused else { return }
    if !saysSomething { saysSomething = !line.extracting(range).isSlashes }
    let value = place.start - start + range.lowerBound..<place.start - start + range.upperBound
    let field = Field(tag: tag, meaning: meaning, value: value, line: place.line)
    if meaning.isType, typeField == nil { typeField = fields.count }
    fields.append(field)
  }

  /// Takes a line that goes on with the last value.
  mutating func goOn(_ line: Span<UInt8>, _ range: Range<Int>, _ place: LineCutter.Place) {
    guard let last = fields.last else { return }
    saysSomething = true
    let isContinued = continued.last?.field == fields.count - 1
    if last.meaning.isKeywords, !last.value.isEmpty || isContinued, range.lowerBound == 0 {
      // EndNote prints one keyword a line, and the tag before the first only.
      return add(last.tag, .keywords, line, range, place)
    }
    let text = place.start - start + range.lowerBound..<place.start - start + range.upperBound
    continued.append((fields.count - 1, text))
  }
}

extension Span<UInt8> {
  /// Whether it is empty, or the empty date `///`.
  var isSlashes: Bool {
    for place in indices where self[place] != UInt8(ascii: "/") { return false }
    return true
  }
}

extension Array {
  /// Removes all, but keeps the room of what is usual.
  @inline(__always)
  fileprivate mutating func empty() {
    if !isEmpty { removeAll(keepingCapacity: capacity < 1 << 16) }
  }
}
