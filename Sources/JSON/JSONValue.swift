/// One JSON value (RFC 8259), kept so that writing it again changes nothing.
///
/// Members keep their order and numbers their digits as printed: nothing is rounded, sorted or
/// lost between reading and writing.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as printed, such as `1.50`; whoever makes one sees to it that it is a JSON number.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One name and value of an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var key: String
    /// What it holds.
    public var value: JSONValue

    /// Joins name and value.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  /// A whole number.
  public init(_ number: some BinaryInteger) { self = .number(String(number)) }

  /// A string.
  public init(_ text: String) { self = .string(text) }

  /// A truth value.
  public init(_ truth: Bool) { self = .bool(truth) }

  /// A list of strings.
  public init(_ texts: [String]) { self = .array(texts.map { .string($0) }) }

  /// A value, or `null` where there is none.
  public init(_ value: JSONValue?) { self = value ?? .null }

  /// What an object holds under a name; nil if this is no object or has no such name.
  public subscript(key: String) -> JSONValue? {
    members?.first { $0.key == key }?.value
  }

  /// The members, if this is an object.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The elements, if this is an array.
  public var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The text, if this is a string.
  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The whole number, if this is a number without fraction or exponent that fits.
  public var integer: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits)
  }

  /// The truth value, if this is one.
  public var bool: Bool? {
    guard case .bool(let truth) = self else { return nil }
    return truth
  }

  /// The kind of value with its article, as sentences name it: `a string`.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral text: String) { self = .string(text) }

  /// A whole number.
  public init(integerLiteral number: Int) { self = .number(String(number)) }

  /// A truth value.
  public init(booleanLiteral truth: Bool) { self = .bool(truth) }

  /// `null`.
  public init(nilLiteral: ()) { self = .null }

  /// An array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// An object whose members stand in the order written.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member(key: $0.0, value: $0.1) })
  }
}
