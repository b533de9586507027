extension JSONValue {
  /// How deep arrays and objects may be nested.
  public static let depthLimit = 64

  /// Reads one value and nothing after it but blanks.
  ///
  /// Strict: what RFC 8259 leaves open is refused (repeated names, lone surrogates), as is
  /// everything that it forbids.
  public static func parse(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    var parser = JSONParser()
    return try parser.document(bytes)
  }

  /// Reads one value from bytes.
  public static func parse(_ bytes: some Collection<UInt8>) throws(JSONFault) -> JSONValue {
    let whole = Array(bytes)
    return try parse(whole.span)
  }

  /// Reads one value from a text.
  public static func parse(_ text: String) throws(JSONFault) -> JSONValue {
    try parse(text.utf8.span)
  }
}

/// A descent over bytes; the bytes are handed down, not held, since a span may not be stored.
struct JSONParser {
  var place = 0
  var depth = 0

  mutating func document(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    skipBlanks(bytes)
    let value = try value(bytes)
    skipBlanks(bytes)
    guard place == bytes.count else { throw unexpected(bytes, wanted: .end) }
    return value
  }

  private mutating func value(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    guard place < bytes.count else { throw unexpected(bytes, wanted: .value) }
    switch bytes[place] {
    case UInt8(ascii: "\""): return .string(try string(bytes))
    case UInt8(ascii: "{"): return try nested(bytes, Self.object)
    case UInt8(ascii: "["): return try nested(bytes, Self.array)
    case UInt8(ascii: "t"): return try word("true", .bool(true), bytes)
    case UInt8(ascii: "f"): return try word("false", .bool(false), bytes)
    case UInt8(ascii: "n"): return try word("null", .null, bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(bytes)
    default: throw unexpected(bytes, wanted: .value)
    }
  }

  private mutating func nested(
    _ bytes: Span<UInt8>,
    _ read: (inout JSONParser, Span<UInt8>) throws(JSONFault) -> JSONValue
  ) throws(JSONFault) -> JSONValue {
    guard depth < JSONValue.depthLimit else {
      throw JSONFault(.tooDeep(limit: JSONValue.depthLimit), at: place, in: bytes)
    }
    depth += 1
    place += 1
    let value = try read(&self, bytes)
    depth -= 1
    return value
  }

  private static func array(
    _ parser: inout JSONParser, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> JSONValue {
    var elements: [JSONValue] = []
    parser.skipBlanks(bytes)
    if parser.take("]", bytes) { return .array([]) }
    while true {
      elements.append(try parser.value(bytes))
      parser.skipBlanks(bytes)
      if parser.take("]", bytes) { return .array(elements) }
      guard parser.take(",", bytes) else { throw parser.unexpected(bytes, wanted: .nextElement) }
      parser.skipBlanks(bytes)
    }
  }

  private static func object(
    _ parser: inout JSONParser, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> JSONValue {
    var members: [JSONValue.Member] = []
    var keys = Keys()
    parser.skipBlanks(bytes)
    if parser.take("}", bytes) { return .object([]) }
    while true {
      let start = parser.place
      guard parser.sees("\"", bytes) else { throw parser.unexpected(bytes, wanted: .name) }
      let key = try parser.string(bytes)
      guard keys.insert(key, after: members) else {
        throw JSONFault(.repeatedKey(key), at: start, in: bytes)
      }
      parser.skipBlanks(bytes)
      guard parser.take(":", bytes) else { throw parser.unexpected(bytes, wanted: .colon) }
      parser.skipBlanks(bytes)
      members.append(.init(key: key, value: try parser.value(bytes)))
      parser.skipBlanks(bytes)
      if parser.take("}", bytes) { return .object(members) }
      guard parser.take(",", bytes) else { throw parser.unexpected(bytes, wanted: .nextMember) }
      parser.skipBlanks(bytes)
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> JSONValue {
    let start = place
    for letter in word.description.utf8 {
      guard place < bytes.count, bytes[place] == letter else {
        if place < bytes.count { place = start }
        throw unexpected(bytes, wanted: .value)
      }
      place += 1
    }
    return value
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    let start = place
    _ = take("-", bytes)
    let whole = skipDigits(bytes)
    let startsWithZero = whole > 0 && bytes[place - whole] == UInt8(ascii: "0")
    var isRight = whole > 0 && (whole == 1 || !startsWithZero)
    if take(".", bytes) { isRight = skipDigits(bytes) > 0 && isRight }
    if take("e", bytes) || take("E", bytes) {
      if !take("+", bytes) { _ = take("-", bytes) }
      isRight = skipDigits(bytes) > 0 && isRight
    }
    guard isRight else {
      let fault: JSONFault.Fault =
        place == bytes.count ? .endsTooSoon(within: "a number") : .wrongNumber
      throw JSONFault(fault, at: start, in: bytes)
    }
    return .number(try text(bytes, start..<place))
  }

  private mutating func skipDigits(_ bytes: Span<UInt8>) -> Int {
    let start = place
    while place < bytes.count, bytes[place] &- UInt8(ascii: "0") < 10 { place += 1 }
    return place - start
  }
}

extension JSONParser {
  func sees(_ character: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    place < bytes.count && bytes[place] == UInt8(ascii: character)
  }

  mutating func take(_ character: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    guard sees(character, bytes) else { return false }
    place += 1
    return true
  }

  mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default: return
      }
    }
  }

  fileprivate func unexpected(_ bytes: Span<UInt8>, wanted: Wanted) -> JSONFault {
    guard place < bytes.count else {
      let part = depth == 0 ? "a value" : "an array or object"
      return JSONFault(.endsTooSoon(within: part), at: place, in: bytes)
    }
    let fault = JSONFault.Fault.unexpected(found: found(bytes), wanted: wanted.rawValue)
    return JSONFault(fault, at: place, in: bytes)
  }

  private func found(_ bytes: Span<UInt8>) -> String {
    let byte = bytes[place]
    return byte > 0x20 && byte < 0x7F
      ? "\"\(Unicode.Scalar(byte))\"" : "A character that JSON does not know"
  }
}

/// The names of one object; a set of them is made only where there are many.
private struct Keys {
  private var set: Set<String> = []

  /// Whether the name is new.
  mutating func insert(_ key: String, after members: [JSONValue.Member]) -> Bool {
    guard members.count >= 16 else { return !members.contains { $0.key == key } }
    if set.isEmpty { set = Set(members.map(\.key)) }
    return set.insert(key).inserted
  }
}

/// What may stand at a place, as a message says it.
private enum Wanted: String {
  case end = "the end of the text"
  case value = "a value"
  case nextElement = "a comma or ]"
  case nextMember = "a comma or }"
  case name = "a name in quotes"
  case colon = "a colon"
}
