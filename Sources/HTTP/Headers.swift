/// Header fields in their order; names are compared without regard to case.
public struct Headers: Hashable, Sendable {
  /// One header field.
  public struct Field: Hashable, Sendable {
    /// The name, as it was written.
    public let name: String
    /// The value, without blanks around it.
    public let value: String

    /// Joins name and value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The fields in their order.
  public private(set) var fields: [Field]

  /// Begins with some fields, or with none.
  public init(_ fields: [Field] = []) { self.fields = fields }

  /// The value of the first field of a name.
  public subscript(name: String) -> String? {
    fields.first { $0.name.equalsIgnoringCase(name) }?.value
  }

  /// The values of every field of a name.
  public func values(of name: String) -> [String] {
    fields.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
  }

  /// Adds a field behind the others.
  ///
  /// Nothing can end the line early or begin another one: a byte of the value that is not printable
  /// ASCII is percent-coded.
  public mutating func add(_ name: String, _ value: String) {
    let isPlain = value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    let safe = isPlain ? value : PercentCoding.encode(value) { $0 >= 0x20 && $0 < 0x7F }
    fields.append(Field(name: name, value: safe))
  }

  /// Puts one field in the place of every field of its name.
  public mutating func set(_ name: String, _ value: String) {
    fields.removeAll { $0.name.equalsIgnoringCase(name) }
    add(name, value)
  }
}

extension Headers: ExpressibleByDictionaryLiteral {
  /// Writes down headers: `["Accept": "text/html"]`.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init()
    for (name, value) in elements { add(name, value) }
  }
}

extension String {
  /// Equal but for the case of ASCII letters.
  func equalsIgnoringCase(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.lowercasedASCII == $1.lowercasedASCII }
  }

  /// With ASCII letters in lower case, and without blanks around it.
  var normalised: String { String(decoding: utf8.map(\.lowercasedASCII), as: UTF8.self).trimmed }

  /// Without blanks and tabs around it.
  var trimmed: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let head = utf8.drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(head[...last]) ?? ""
  }
}

extension UInt8 {
  var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
