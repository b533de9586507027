import CYAML

/// One event of a YAML file.
struct YAMLEvent {
  let kind: Kind
  let place: Place
  var isAnchored = false
  var isTagged = false

  enum Kind {
    case documentStart
    case documentEnd
    case scalar(String, isPlain: Bool)
    case listStart
    case listEnd
    case mappingStart
    case mappingEnd
    case alias
    case end
  }
}

/// The events of a YAML file one after the other, as libyaml finds them.
///
/// The bytes must be UTF-8. After a fault there is no next event.
final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  /// The bytes without their mark.
  private let text: UnsafeMutableBufferPointer<UInt8>

  init(_ file: [UInt8]) {
    bytes = .allocate(capacity: file.count)
    _ = bytes.initialize(from: file)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    // Fails only without memory, where Swift itself would have stopped.
    yaml_parser_initialize(parser)
    // libyaml leaves a byte order mark in the text once the encoding is set.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    text = UnsafeMutableBufferPointer(
      rebasing: file.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...])
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next event, `end` over and over when the file is at its end.
  func next() throws(ProtocolFault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    let place = Place(event.start_mark)

    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, place: place)
    case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, place: place)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .listEnd, place: place)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, place: place)
    case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, place: place)
    case YAML_STREAM_START_EVENT: return try next()
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return YAMLEvent(
        kind: .scalar(
          String(decoding: text, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        place: place, isAnchored: scalar.anchor != nil, isTagged: scalar.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let list = event.data.sequence_start
      return YAMLEvent(
        kind: .listStart, place: place, isAnchored: list.anchor != nil, isTagged: list.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, place: place, isAnchored: mapping.anchor != nil,
        isTagged: mapping.tag != nil)
    default: return YAMLEvent(kind: .end, place: place)
    }
  }

  /// Why the parser stopped, in our words.
  private var fault: ProtocolFault {
    let parser = parser.pointee
    let problem = parser.problem.map { String(cString: $0) } ?? "the text breaks off"
    // Faults of single characters come with the offset of their byte, and no line.
    guard parser.error != YAML_READER_ERROR else {
      return ProtocolFault(
        at: Place(after: text.prefix(Int(parser.problem_offset))), .unreadable(problem))
    }
    let place = Place(parser.problem_mark)
    if byte(at: parser.problem_mark.index) == UInt8(ascii: "\t") {
      return ProtocolFault(at: place, .tab)
    }
    let context = parser.context.map { String(cString: $0) }
    return ProtocolFault(
      at: place, .broken(problem, context: context, from: Place(parser.context_mark)))
  }

  /// The byte at an index that libyaml counts in characters.
  private func byte(at index: Int) -> UInt8? {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(index)
    guard let scalar = text.first, scalar.isASCII else { return nil }
    return UInt8(truncatingIfNeeded: scalar.value)
  }
}

extension Place {
  /// libyaml counts from 0.
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

extension String {
  fileprivate static let tab =
    "A tab stands here where only blanks may. Indent with blanks, or put the value in quotes."

  fileprivate static func unreadable(_ problem: String) -> String {
    "A character that YAML does not allow follows (\(problem)). Take it out."
  }

  fileprivate static func broken(_ problem: String, context: String?, from place: Place) -> String {
    let advice = YAMLAdvice.first { problem.contains($0.problem) }?.advice
    let within = context.map { " (\($0) at line \(place.line))" } ?? ""
    return "The file stops being YAML here\(within): \(problem). "
      + (advice ?? "Mind the indentation and the quotes around here.")
  }
}

/// What to do about the problems that people meet, by libyaml's words for them.
private let YAMLAdvice: [(problem: String, advice: String)] = [
  ("mapping values are not allowed", "Put a text that holds a colon in quotes."),
  ("did not find expected key", "Indent this line like its neighbours, or close the quotes above."),
  ("could not find expected ':'", "Write `key: value`, and keep a key on one line."),
  ("cannot start any token", "Put a text that begins with this character in quotes."),
  ("unexpected end of stream", "Close the quotes that are open."),
  ("document separator", "Close the quotes that are open."),
  ("expected ',' or", "Close the bracket, or put a comma between the items."),
  ("block sequence entries are not allowed", "Begin the list on a line of its own."),
  ("unknown escape character", "Use single quotes, in which a backslash is only a backslash."),
  ("did not find expected '-' indicator", "Give the items of a list the same indentation."),
  ("undefined tag handle", "Put a text that begins with `!` in quotes."),
  (
    "expected <document start>",
    "Put the whole protocol under its first keys, without indenting them."
  ),
]
