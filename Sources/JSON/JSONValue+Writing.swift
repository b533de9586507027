extension JSONValue {
  /// The value as JSON text: the same value always gives the same bytes.
  ///
  /// Without indentation the text holds no line break, so that one value is one line of JSON Lines.
  public func text(indented: Bool = false) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, indented: indented)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the bytes of the value as JSON text.
  public func append(to bytes: inout [UInt8], indented: Bool = false) {
    write(to: &bytes, depth: indented ? 0 : nil)
  }

  /// A depth of nil means all on one line.
  private func write(to bytes: inout [UInt8], depth: Int?) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &bytes, depth: depth) {
        $0.write(to: &$1, depth: $2)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &bytes, depth: depth) {
        Self.write($0.key, to: &$1)
        $1.append(contentsOf: (depth == nil ? ":" : ": ").utf8)
        $0.value.write(to: &$1, depth: $2)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (UnicodeScalar, UnicodeScalar), to bytes: inout [UInt8],
    depth: Int?, one: (Item, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: brackets.0))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(&bytes, depth: depth.map { $0 + 1 })
      one(item, &bytes, depth.map { $0 + 1 })
    }
    if !items.isEmpty { breakLine(&bytes, depth: depth) }
    bytes.append(UInt8(ascii: brackets.1))
  }

  private static func breakLine(_ bytes: inout [UInt8], depth: Int?) {
    guard let depth else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x08: bytes.append(contentsOf: "\\b".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0C: bytes.append(contentsOf: "\\f".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(UInt8(ascii: "0") + byte >> 4)
        bytes.append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
