import Testing

@testable import Documents

@Suite("Words and their widths")
struct LetteringTests {
  private static let plain = Lettering(size: 10, isBold: false)

  @Test("A text is as wide as its letters, and bold is never narrower")
  func widths() {
    #expect(Self.plain.width(of: "") == 0)
    #expect(Self.plain.width(of: "MM") == 2 * Self.plain.width(of: "M"))
    for scalar in UInt8(0x20)...0x7E {
      let letter = String(UnicodeScalar(scalar))
      #expect(Self.plain.width(of: letter) > 0)
      #expect(
        Lettering(size: 10, isBold: true).width(of: letter) >= 0.95 * Self.plain.width(of: letter))
    }
  }

  @Test("Marks take no room of their own, wide scripts take more than letters")
  func scripts() {
    #expect(Self.plain.width(of: "e\u{301}") == Self.plain.width(of: "e"))
    #expect(Self.plain.width(of: "\u{4E2D}") > Self.plain.width(of: "m"))
    #expect(Self.plain.width(of: "\u{2019}") < Self.plain.width(of: "m"))
  }

  @Test(
    "Lines fit and lose nothing, however narrow they are",
    arguments: [
      "Records marked as ineligible by automation tools (n\u{A0}=\u{A0}10)", "a", "",
      "Rechtsschutzversicherungsgesellschaften", "words  with   gaps", "\u{4E2D}\u{6587} \u{6587}",
    ])
  func lines(text: String) {
    for limit in stride(from: 12.0, through: 300, by: 7) {
      let lines = Self.plain.lines(of: text, within: limit)
      #expect(lines.allSatisfy { Self.plain.width(of: $0) <= limit || $0.count == 1 })
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " },
        "\(lines) at \(limit)")
    }
  }

  @Test("Words break between lines at blanks alone")
  func blanks() {
    let lines = Self.plain.lines(of: "one two three", within: Self.plain.width(of: "one two"))
    #expect(lines == ["one two", "three"])
  }
}
