import HTML
import Testing

/// What people write appears as they wrote it, and never as markup.
@Suite("Escaping")
struct EscapingTests {
  @Test(
    "Any text comes back from a text, an attribute and a text area, and opens nothing",
    arguments: 0..<UInt64(200))
  func roundTrip(seed: UInt64) throws {
    let text = String.hostile(seed: seed)
    let bytes = Page.fragment { page in
      page.p(text, .title(text))
      page.textarea(text)
      page.input(.value(text))
    }
    let read = try #require(parsed(String(decoding: bytes, as: UTF8.self)), "seed \(seed)")
    // No parser can be given a NUL, so that one character is replaced.
    let wanted = text.replacing("\0", with: "\u{FFFD}")
    #expect(read == [wanted, wanted, wanted, wanted], "seed \(seed)")
  }

  @Test("Nothing that means something to a parser is left of what is escaped")
  func special() {
    let all = String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init)))
    let html = String(decoding: Page.fragment { $0.text(all) }, as: UTF8.self)
    #expect(!html.unicodeScalars.contains { "<>\"\0\r".unicodeScalars.contains($0) })
    #expect(html.utf8.count(where: { $0 == UInt8(ascii: "&") }) == 5)
  }

  /// Reads exactly the shape that the property writes, strictly: title, text, text area, value.
  private func parsed(_ html: String) -> [String]? {
    var rest = Array(html.unicodeScalars)[...]
    func take(_ literal: String) -> Bool {
      guard rest.starts(with: literal.unicodeScalars) else { return false }
      rest = rest.dropFirst(literal.unicodeScalars.count)
      return true
    }
    func text(until end: Unicode.Scalar) -> String? {
      let raw = rest.prefix { $0 != end }
      rest = rest.dropFirst(raw.count)
      return unescaped(raw)
    }
    guard take("<p title=\""), let title = text(until: "\""), take("\">"),
      let paragraph = text(until: "<"), take("</p><textarea>\n"), let area = text(until: "<"),
      take("</textarea><input value=\""), let value = text(until: "\""), take("\">"), rest.isEmpty
    else { return nil }
    return [title, paragraph, area, value]
  }

  /// Nil if an ampersand begins no reference, or a special character stands as it is.
  private func unescaped(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    let references: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#13": "\r",
    ]
    var plain = String.UnicodeScalarView()
    var rest = text
    while let scalar = rest.popFirst() {
      switch scalar {
      case "<", ">", "\"", "\0", "\r": return nil
      case "&":
        let name = rest.prefix { $0 != ";" }
        rest = rest.dropFirst(name.count + 1)
        guard let meant = references[String(String.UnicodeScalarView(name))] else { return nil }
        plain.append(meant)
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}

extension String {
  /// A text of pieces that break out of careless pages, and of any characters at all.
  static func hostile(seed: UInt64) -> String {
    var random = SplitMix(seed: seed)
    let pieces = [
      "<script>", "</p>", "\"", "'", "&", "&amp;", "&#13;", "-->", "<!--", "]]>", "\r\n", "\r",
      "\n",
      "\0", "\u{FEFF}", "\u{202E}", "</textarea>", " onload=", "`", "é", "𝔘", "\u{301}", "&lt", "=",
    ]
    return (0..<Int.random(in: 0...12, using: &random)).map { _ in
      if Bool.random(using: &random) { return pieces.randomElement(using: &random) ?? "" }
      let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1F_FFFF, using: &random))
      return scalar.map { String($0) } ?? ""
    }.joined()
  }
}

/// A small generator whose sequence follows from its seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
