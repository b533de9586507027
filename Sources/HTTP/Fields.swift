/// Names and values in their order, as a form or the query of an address sends them.
public struct Fields: Hashable, Sendable {
  /// One name and its value.
  public struct Field: Hashable, Sendable {
    /// The field's name.
    public let name: String
    /// What was filled in.
    public let value: String

    /// Joins name and value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The fields in their order.
  public let list: [Field]

  /// Makes fields of a list.
  public init(_ list: [Field] = []) { self.list = list }

  /// The value of a field that stands exactly once. Of two different answers neither is taken.
  public subscript(name: String) -> String? {
    let values = values(of: name)
    return values.count == 1 ? values.first : nil
  }

  /// Every value of a name, in their order: of boxes ticked, say.
  public func values(of name: String) -> [String] {
    list.filter { $0.name == name }.map(\.value)
  }

  /// Reads `name=value&name=value`. Line ends come out as `\n`, however the browser sent them.
  init(coded bytes: some Collection<UInt8>, limits: RequestLimits) throws(RequestFault) {
    let pieces = bytes.split(separator: UInt8(ascii: "&"), maxSplits: limits.fields)
    guard pieces.count <= limits.fields else { throw .tooManyFields(limit: limits.fields) }
    var list: [Field] = []
    list.reserveCapacity(pieces.count)
    for piece in pieces {
      let halves = piece.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Fields.text(halves.first, limits)
      let value = try Fields.text(halves.dropFirst().first, limits)
      list.append(Field(name: name, value: value))
    }
    self.list = list
  }

  private static func text(
    _ bytes: (some Collection<UInt8>)?, _ limits: RequestLimits
  ) throws(RequestFault) -> String {
    guard let bytes else { return "" }
    let text = try PercentCoding.decode(bytes, plusIsBlank: true) { $0 == 0 }
    guard text.utf8.count <= limits.fieldBytes else {
      throw .fieldTooLong(limit: limits.fieldBytes)
    }
    return text.withPlainLineEnds
  }

  /// As a form's body or a query: what `init(coded:)` reads.
  public var coded: String {
    list.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }
      .joined(separator: "&")
  }
}

extension Fields: ExpressibleByDictionaryLiteral {
  /// Writes down fields: `["verdict": "include"]`.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { Field(name: $0, value: $1) })
  }
}

extension String {
  /// With `\r\n` and `\r` as `\n`.
  fileprivate var withPlainLineEnds: String {
    guard utf8.contains(0x0D) else { return self }
    var plain: [UInt8] = []
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte != 0x0A || previous != 0x0D { plain.append(byte == 0x0D ? 0x0A : byte) }
      previous = byte
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
