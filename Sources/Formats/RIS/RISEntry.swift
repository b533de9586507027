/// A record as RIS has it: tags and values in their order.
struct RISEntry {
  /// One tag with its value.
  struct Field {
    var tag: RISTag
    var meaning: RISMeaning
    /// Without blanks at its ends; empty where the tag stands alone.
    var value: String
    var line: Int
  }

  /// The most bytes that a record may have.
  static let lengthLimit = 16 * 1_048_576
  /// The most tags that a record may have: papers of physics have thousands of authors.
  static let tagLimit = 50_000

  var fields: [Field] = []
  /// The line and place where it begins.
  var line = 0
  var offset = 0
  /// Where its last line ends.
  var end = 0
  /// Its lines as long as no tag says anything: all that is needed to show why it is no record.
  var raw: [UInt8] = []
  /// Why it cannot be read, from where that shows.
  var problem: ReadFault.Problem?
  var hasType = false
  /// Whether any tag says anything.
  var saysSomething = false

  /// Whether a tag other than `TY` has come, even an empty one.
  var saysMoreThanType: Bool { fields.contains { $0.meaning != .type } }

  /// Whether the record has a title or an author, and so stands for a document even without `TY`.
  var hasTitleOrAuthor: Bool {
    fields.contains { !$0.value.isEmpty && ($0.meaning.isTitle || $0.meaning == .author) }
  }

  /// Begins anew at a line.
  mutating func begin(at place: LineCutter.Place) {
    fields.removeAll(keepingCapacity: fields.capacity < 1_000)
    raw.removeAll(keepingCapacity: true)
    (line, offset, end) = (place.line, place.offset, place.offset)
    (problem, hasType, saysSomething) = (nil, false, false)
  }

  /// Takes a tag and its value.
  mutating func add(_ tag: RISTag, _ meaning: RISMeaning, _ value: String, line: Int) {
    if meaning == .type { hasType = true }
    if value.utf8.contains(where: { $0 != UInt8(ascii: "/") }) { saysSomething = true }
    fields.append(Field(tag: tag, meaning: meaning, value: value, line: line))
  }

  /// Takes a line that goes on with the last value.
  mutating func goOn(_ text: String, isIndented: Bool, line: Int) {
    guard let last = fields.indices.last else { return }
    saysSomething = true
    if fields[last].value.isEmpty {
      fields[last].value = text
      return
    }
    let meaning = fields[last].meaning
    if meaning == .keywords, !isIndented {
      // EndNote prints one keyword a line, and the tag before the first only.
      add(fields[last].tag, .keywords, text, line: line)
    } else {
      fields[last].value += meaning.isProse ? "\n\(text)" : " \(text)"
    }
  }
}
