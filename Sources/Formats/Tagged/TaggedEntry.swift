import Bibliography

/// A record as a tagged format has it: tags and values in their order.
struct TaggedEntry: Sendable {
  /// One tag with its value: its lines one behind the other, without blanks around them.
  struct Field: Sendable {
    var tag: String
    /// Where in the bytes; empty where the tag stands alone.
    var value: Range<Int>
    var line: Int
  }

  private(set) var fields: [Field] = []
  private(set) var bytes: [UInt8] = []
  /// The line and place where it begins.
  private(set) var line = 0
  private(set) var offset = 0
  /// How many bytes of the file it takes.
  private(set) var length = 0
  /// Its first lines: all that is needed to show why it is no record.
  private(set) var raw: [UInt8] = []
  /// Why it cannot be read, from where that shows; nothing more of it is kept then.
  private(set) var problem: ReadFault.Problem?

  /// Whether any tag says anything.
  var saysSomething: Bool { !bytes.isEmpty }

  /// The tag that it begins with.
  var firstTag: String? { fields.first?.tag }

  /// Begins anew at a line.
  mutating func begin(at place: LineCutter.Place) {
    fields.removeAll(keepingCapacity: fields.capacity < 1_000)
    bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 20)
    raw.removeAll(keepingCapacity: true)
    (line, offset, length, problem) = (place.line, place.offset, 0, nil)
  }

  /// Notes that a line belongs to it.
  mutating func include(_ line: Span<UInt8>, _ place: LineCutter.Place) {
    length = place.offset + place.length - offset
    if raw.count < LineCutter.sample {
      if !raw.isEmpty { raw.append(UInt8(ascii: "\n")) }
      raw.append(line.extracting(first: min(line.count, LineCutter.sample)))
    }
    guard problem == nil else { return }
    if place.length > EntryLimit.length {
      refuse(.lineTooLong(limit: EntryLimit.length))
    } else if length > EntryLimit.length {
      refuse(.entryTooLong(limit: EntryLimit.length))
    } else if fields.count > EntryLimit.tags {
      refuse(.tooManyTags(limit: EntryLimit.tags))
    }
  }

  private mutating func refuse(_ problem: ReadFault.Problem) {
    self.problem = problem
    (fields, bytes) = ([], [])
  }

  /// Takes a tag and the first line of its value.
  mutating func add(_ tag: String, _ value: Span<UInt8>, line: Int) {
    let start = bytes.count
    bytes.append(value)
    fields.append(Field(tag: tag, value: start..<bytes.count, line: line))
  }

  /// Takes a line that goes on with the last value.
  mutating func goOn(_ text: Span<UInt8>) {
    guard let last = fields.last else { return }
    if !last.value.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    bytes.append(text)
    fields[fields.count - 1].value = last.value.lowerBound..<bytes.count
  }

  /// The value of a field with its lines joined by blanks.
  func text(_ field: Field, _ maker: inout TextMaker) -> String {
    let text = lines(field, &maker)
    guard text.utf8.span.first(of: UInt8(ascii: "\n"), from: 0) != nil else { return text }
    return text.split(separator: "\n").joined(separator: " ")
  }

  /// The value of a field with its lines as they are.
  func lines(_ field: Field, _ maker: inout TextMaker) -> String {
    maker.text(bytes.span.extracting(field.value))
  }
}

/// How much a record may hold.
enum EntryLimit {
  /// In bytes.
  static let length = 16 * 1_048_576
  /// In tags: papers of physics have thousands of authors.
  static let tags = 50_000
}
