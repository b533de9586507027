import Bibliography
import Testing

@Suite("Folding text")
struct FoldedTextTests {
  @Test(
    "Words that people take for the same fold alike",
    arguments: [
      ("Peer Support", "peer support"),
      ("  Peer—support:\t(a review)…  ", "peer support a review"),
      ("lived-experience", "lived experience"),
      ("O'Sullivan, O’Sullivan, Oʼsullivan", "o sullivan o sullivan o sullivan"),
      ("DÉJÀ vu, de\u{301}ja\u{300} vu", "deja vu deja vu"),
      ("Straße ﬁne Ⅷ", "strasse fine viii"),
      ("Ørsted Æther Łódź Đorđe Þór œuvre ıŋ", "orsted aether lodz dorde thor oeuvre in"),
      ("R&D at AT&T", "r and d at at and t"),
      ("CO₂ and 10²", "co2 and 102"),
      ("co\u{AD}oper\u{200B}ation", "cooperation"),
      ("ＦＵＬＬ　ｗｉｄｔｈ", "full width"),
      ("Ελληνικά ΣΟΦΟΣ", "ελληνικα σοφοσ"),
      ("精神健康、同伴", "精神健康 同伴"),
      ("Brand® and Brand™", "brand and brandtm"),
      ("", ""), (" -- … ", ""),
    ])
  func folding(printed: String, words: String) {
    #expect(FoldedText(printed).text == words)
  }

  @Test(
    "Mark-up counts as what it prints",
    arguments: [
      ("H<sub>2</sub>O and <i>E. coli</i>", "h2o and e coli"),
      ("<p>One.</p><p>Two</p>one<br/>two", "one two one two"),
      ("caf&eacute; caf&#233; caf&#xE9; caf&amp;eacute;", "cafe cafe cafe cafe"),
      ("Health &amp; care &amp;amp; more", "health and care and more"),
      ("&lt;i&gt;In vivo&lt;/i&gt; &amp;lt;sup&amp;gt;2", "in vivo 2"),
      ("<jats:p>Text</jats:p><mml:mi mathvariant=\"x\">y</mml:mi>", "text y"),
      ("p < 0.05 and n > 3", "p 0 05 and n 3"),
      ("if a<b and c>d", "if a b and c d"),
      ("Q&A; &unknown; &", "q and a and unknown and"),
      ("&beta;-blockers", "β blockers"),
    ])
  func markup(printed: String, words: String) {
    #expect(FoldedText(printed).text == words)
  }

  @Test("Bytes that are not UTF-8 part words and never crash")
  func brokenBytes() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xE2, 0x80, 0x63, 0xC3]
    #expect(FoldedText(bytes.span).text == "a b c")
  }

  @Test("Folding what is folded changes nothing", arguments: samples)
  func idempotence(text: String) {
    let once = FoldedText(text).text
    #expect(FoldedText(once).text == once)
  }

  @Test("Folded words lead back to where they are printed", arguments: samples)
  func origins(text: String) throws {
    let folded = FoldedText(text, keepingOrigins: true)
    let bytes = Array(text.utf8)
    #expect(folded.bytes == FoldedText(text).bytes)
    #expect(folded.origins.count == folded.bytes.count + 1)
    #expect(folded.origins == folded.origins.sorted())
    for range in words(of: folded.bytes) {
      let printed = String(decoding: bytes[folded.origin(of: range)], as: UTF8.self)
      #expect(FoldedText(printed).bytes == Array(folded.bytes[range]), "printed \(printed)")
    }
  }

  @Test("The place of a word leaves out the punctuation around it")
  func place() {
    let folded = FoldedText("(Déjà-vu).", keepingOrigins: true)
    #expect(folded.text == "deja vu")
    #expect(folded.origin(of: 0..<4) == 1..<7)
    #expect(folded.origin(of: 5..<7) == 8..<10)
    #expect(folded.origin(of: 0..<0).isEmpty)
  }

  private static let samples = [
    "Peer support: a review", "(Déjà-vu), de\u{301}ja\u{300}!", "R&D &amp; caf&eacute;",
    "H<sub>2</sub>O", "Straße … ﬁne", "精神健康、同伴", "", "…", "x", " x ",
  ]

  private func words(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.indices.split { bytes[$0] == 0x20 }.map { $0.startIndex..<$0.endIndex }
  }
}
