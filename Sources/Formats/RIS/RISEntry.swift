/// A record as RIS has it: tags and values in their order.
///
/// The values stay where they are until the record has ended; then its part of the file is copied at
/// once. Until then a value's place is told as the cutter of lines counts, from the file's beginning.
struct RISEntry: Sendable {
  /// One tag with the place of its value.
  struct Field: Sendable {
    var tag: RISTag
    var meaning: RISMeaning
    /// Its place, without blanks at its ends; empty where the tag stands alone.
    var value: Range<Int>
    var line: Int
  }

  private(set) var fields: [Field] = []
  /// The record's part of the file, once it has ended; before that, what pieces that are gone held.
  var bytes: [UInt8] = []
  /// Where the bytes begin, and how many of them pieces that are gone held.
  private var bytesStart = 0
  private var held = 0
  /// Lines that go on with the value of a field.
  private var continued: [(field: Int, text: Range<Int>)] = []
  /// Where its text begins and where its last line ends.
  private(set) var start = 0
  private var stop = 0
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
    fields.removeAll(keepingCapacity: fields.capacity < 1_000)
    continued.removeAll(keepingCapacity: true)
    raw.removeAll(keepingCapacity: true)
    if place.start >= bytesStart + bytes.count { release() }
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
    } else if length > EntryLimit.length {
      refuse(.entryTooLong(limit: EntryLimit.length))
    } else if fields.count > EntryLimit.tags {
      refuse(.tooManyTags(limit: EntryLimit.tags))
    }
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
    let value = place.start + range.lowerBound..<place.start + range.upperBound
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
    let text = place.start + range.lowerBound..<place.start + range.upperBound
    continued.append((fields.count - 1, text))
  }
}

// MARK: The bytes

extension RISEntry {
  /// Keeps what is needed of a text that is about to go: from a place on, or all of it where earlier
  /// texts are kept already. A record or line that is too long is refused, so its bytes are not kept.
  mutating func hold(_ text: Span<UInt8>, at textStart: Int, from place: Int) {
    if bytes.isEmpty || place >= textStart {
      release()
      bytesStart = max(place, textStart)
      bytes.append(text.extracting(bytesStart - textStart..<text.count))
    } else if bytes.count <= 2 * EntryLimit.length {
      bytes.append(text)
    }
  }

  /// Completes the bytes from the text in which the record ends.
  mutating func gather(_ text: Span<UInt8>, at textStart: Int) {
    guard !isRefused else { return }
    held = bytes.count
    if bytes.isEmpty { bytesStart = start }
    let known = bytesStart + bytes.count
    if stop > known { bytes.append(text.extracting(known - textStart..<stop - textStart)) }
    for place in fields.indices {
      let value = fields[place].value
      fields[place].value = value.lowerBound - bytesStart..<value.upperBound - bytesStart
    }
    if !continued.isEmpty { joinContinued() }
  }

  /// Puts the lines of each value together, behind the record's own bytes.
  private mutating func joinContinued() {
    var next = 0
    while next < continued.count {
      let field = continued[next].field
      let separator = UInt8(ascii: fields[field].meaning.isProse ? "\n" : " ")
      var joined = Array(bytes[fields[field].value])
      while next < continued.count, continued[next].field == field {
        let text = continued[next].text
        if !joined.isEmpty { joined.append(separator) }
        joined += bytes[text.lowerBound - bytesStart..<text.upperBound - bytesStart]
        next += 1
      }
      fields[field].value = bytes.count..<bytes.count + joined.count
      bytes += joined
    }
  }

  /// Takes back what has been gathered; what is held may be the beginning of the next record's line.
  mutating func ungather() {
    if held == 0 { release() } else { bytes.removeSubrange(min(held, bytes.count)...) }
    held = 0
  }

  /// Lets go of the bytes.
  private mutating func release() { bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 20) }

  /// Makes all values UTF-8, those that are not being Windows-1252, and leaves out zero bytes.
  mutating func settleText(_ maker: inout TextMaker) {
    guard !bytes.span.isPlain else { return }
    for place in fields.indices {
      guard let text = corrected(fields[place].value, &maker) else { continue }
      let start = bytes.count
      bytes += text.utf8
      fields[place].value = start..<bytes.count
    }
  }

  private func corrected(_ value: Range<Int>, _ maker: inout TextMaker) -> String? {
    let value = bytes.span.extracting(value)
    return value.isPlain ? nil : maker.corrected(value)
  }
}

extension Span<UInt8> {
  /// Whether it is empty, or the empty date `///`.
  var isSlashes: Bool {
    for place in indices where self[place] != UInt8(ascii: "/") { return false }
    return true
  }
}
