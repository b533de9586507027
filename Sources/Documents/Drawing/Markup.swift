/// Writes SVG, a line an element; whatever it is given stands in it as text.
struct Markup {
  /// The attributes of an element, in order.
  typealias Attributes = [(name: String, value: String)]

  /// What was written.
  private(set) var text = ""
  private var depth = 0

  /// Begins an element.
  mutating func open(_ name: String, _ attributes: Attributes) {
    line("<\(name)\(Markup.written(attributes))>")
    depth += 1
  }

  /// Ends an element.
  mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  /// Writes an element that holds text.
  mutating func leaf(_ name: String, _ attributes: Attributes, _ content: String) {
    line("<\(name)\(Markup.written(attributes))>\(Markup.escaped(content))</\(name)>")
  }

  /// Writes an element that holds nothing.
  mutating func empty(_ name: String, _ attributes: Attributes) {
    line("<\(name)\(Markup.written(attributes))/>")
  }

  private mutating func line(_ content: String) {
    text += String(repeating: " ", count: depth) + content + "\n"
  }

  private static func written(_ attributes: Attributes) -> String {
    attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
  }

  /// What XML 1.0 forbids even escaped (control characters) becomes a replacement character.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar.value {
      case 0x26: escaped += "&amp;"
      case 0x3C: escaped += "&lt;"
      case 0x3E: escaped += "&gt;"
      case 0x22: escaped += "&quot;"
      case 0x09, 0x0A, 0x0D: escaped += " "
      case 0..<0x20, 0xFFFE, 0xFFFF: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
