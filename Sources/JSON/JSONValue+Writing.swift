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
    let letters = text.utf8.span
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for place in 0..<letters.count where needsEscape(letters[place]) {
      append(letters.extracting(start..<place), to: &bytes)
      writeEscape(of: letters[place], to: &bytes)
      start = place + 1
    }
    append(letters.extracting(start..<letters.count), to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(_ run: Span<UInt8>, to bytes: inout [UInt8]) {
    run.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func writeEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0..<0x20:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}
