import Bibliography
import Foundation
import Mutations
import Testing

@testable import Formats

@Suite("PubMed XML")
struct PubMedXMLTests {
  private static func article(_ title: String) -> String {
    "<PubmedArticle><MedlineCitation><Article><ArticleTitle>\(title)</ArticleTitle></Article>"
      + "</MedlineCitation></PubmedArticle>"
  }

  private func titles(_ bytes: [UInt8]) -> [String?] {
    PubMedXMLReader.items(of: bytes).compactMap(\.record).map(\.reference.title)
  }

  @Test(
    "A file that declares entities is refused at once, whatever they would grow to",
    arguments: [
      #"<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">"#,
      #"<!ENTITY a SYSTEM "file:///etc/hostname">"#,
      #"<!ENTITY % a SYSTEM "http://localhost:1/x.dtd">"#,
    ])
  func entities(declarations: String) {
    let text =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE PubmedArticleSet [\n\(declarations)\n]>\n<PubmedArticleSet>"
      + Self.article("&c; &a;") + "</PubmedArticleSet>"
    let items = PubMedXMLReader.items(of: Array(text.utf8))
    #expect(items.map(\.problem) == [.declaresEntities])
    #expect(items.first?.range == 0..<text.utf8.count)
  }

  @Test("An entity of a DTD that is not read stays as printed")
  func unknownEntity() {
    let text =
      "<!DOCTYPE PubmedArticleSet SYSTEM \"file:///etc/hostname\"><PubmedArticleSet>"
      + Self.article("&alpha; &amp; &#946;") + "</PubmedArticleSet>"
    #expect(titles(Array(text.utf8)) == ["&alpha; & β"])
  }

  @Test("Elements nested too deep are quarantined, and the next record is read")
  func nesting() {
    let deep = String(repeating: "<i>", count: 100_000)
    let text =
      "<PubmedArticleSet>\(Self.article("A \(deep)"))\(Self.article("B"))</PubmedArticleSet>"
    let items = PubMedXMLReader.items(of: Array(text.utf8), inPiecesOf: 1 << 16)
    #expect(items.count == 2)
    #expect(items.first?.problem == .brokenXML("more than 256 elements in each other"))
    #expect(items.last?.record?.reference.title == "B")
  }

  @Test("A record of many megabytes is quarantined, and the next one is read")
  func tooLong() {
    let long = String(repeating: "word ", count: 4 << 20)
    let text = "<PubmedArticleSet>\(Self.article(long))\(Self.article("B"))</PubmedArticleSet>"
    let items = PubMedXMLReader.items(of: Array(text.utf8), inPiecesOf: 1 << 20)
    #expect(items.map(\.problem) == [.entryTooLong(limit: 16 << 20), nil])
    #expect(items.last?.record?.reference.title == "B")
  }

  @Test("A text comes on one line, however blanks and lines are spread in it")
  func blanks() {
    var chance = Mutation(seed: 11)
    let pieces = [
      "a", "word", "ångström", "β", " ", " ", "  ", "\n", "\t ", "a text of many words ",
    ]
    for _ in 0..<300 {
      let text = (0...chance.roll(24)).map { _ in pieces[chance.roll(pieces.count)] }.joined()
      let words = text.split { " \n\t".contains($0) }
      let line = words.isEmpty ? nil : words.joined(separator: " ")
      #expect(titles(Array(Self.article(text).utf8)) == (line == nil ? [] : [line]))
    }
  }

  @Test("One broken record in a thousand costs that record only")
  func broken() {
    let bad: Set<Int> = [0, 17, 500, 501, 999]
    let articles = (0..<1000).map { Self.article(bad.contains($0) ? "\($0) & \u{1}" : "\($0)") }
    let text = "<PubmedArticleSet>\n\(articles.joined(separator: "\n"))\n</PubmedArticleSet>"
    for size in [999, 1 << 20] {
      let items = PubMedXMLReader.items(of: Array(text.utf8), inPiecesOf: size)
      let kept = items.compactMap { $0.record?.reference.title }
      #expect(kept == (0..<1000).filter { !bad.contains($0) }.map { "\($0)" })
      let lines = items.compactMap { item -> Int? in
        if case .quarantined(let item) = item { item.line } else { nil }
      }
      #expect(lines == bad.sorted().map { $0 + 2 })
    }
  }

  @Test(
    "In whatever encoding, what is broken costs its record only, and those around it stay",
    arguments: ["UTF-8", "UTF-16", "ISO-8859-1", "EUC-JP", "Shift_JIS", "GB18030"])
  func brokenEncodings(name: String) {
    let bad: Set<Int> = [0, 17, 173, 174, 399]
    let isLatin = name == "ISO-8859-1"
    // A byte that no text of the encoding has (Latin-1 has all, so none that XML may hold), or half of
    // a character of UTF-16.
    let wrong: [UInt8] = name == "UTF-16" ? [0, 0xDC] : [isLatin ? 1 : 0xFF]
    for damage in [bytes("&", in: name), wrong] {
      var text: [UInt8] = name == "UTF-16" ? [0xFF, 0xFE] : []
      text += bytes("<?xml version='1.0' encoding='\(name)'?>\n<PubmedArticleSet>\n", in: name)
      for number in 0..<400 {
        let halves = Self.article("\(number)?").split(separator: "?").map {
          bytes("\($0)", in: name)
        }
        text += halves[0] + (bad.contains(number) ? damage : []) + halves[1] + bytes("\n", in: name)
      }
      text += bytes("</PubmedArticleSet>", in: name)
      for size in [999, 1 << 20] {
        let items = PubMedXMLReader.items(of: text, inPiecesOf: size)
        let kept = items.compactMap { $0.record?.reference.title }
        #expect(kept == (0..<400).filter { !bad.contains($0) }.map { "\($0)" })
        #expect(items.compactMap(\.problem).count == bad.count, "\(name), \(damage), \(size)")
        for case .quarantined(let entry) in items {
          #expect(entry.text.hasPrefix("<PubmedArticle><MedlineCitation>"))
          #expect(entry.text.hasSuffix("</PubmedArticle>"))
        }
      }
    }
  }

  /// A text of plain letters in an encoding.
  private func bytes(_ text: String, in name: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return name == "UTF-16" ? bytes.flatMap { [$0, 0] } : bytes
  }

  @Test("The encoding is the one that the file declares")
  func encodings() throws {
    let text = "<PubmedArticleSet>\(Self.article("Élan"))</PubmedArticleSet>"
    let latin = Array(
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\(text)".unicodeScalars.map {
        UInt8($0.value)
      })
    #expect(titles(latin) == ["Élan"])
    let wide = Array(try #require("<?xml version=\"1.0\"?>\(text)".data(using: .utf16)))
    #expect(titles(wide) == ["Élan"])
    let found = Format.reader(recognising: wide.span).map { $0.format.name }
    #expect(found == "pubmed-xml")
    let reader = PubMedXMLReader()
    reader.read(latin.span) { _ in }
    #expect(reader.encoding == .windows1252)
    // Latin-1 in a file that says it is UTF-8 is broken where it stands.
    let wrong = latin.drop { $0 != UInt8(ascii: ">") }.dropFirst()
    #expect(PubMedXMLReader.items(of: Array(wrong)).compactMap(\.problem).count == 1)
  }

  @Test("What is no PubMed XML holds no record", arguments: ["", "<a/>", "<a><b></a>", "no XML"])
  func nothing(text: String) {
    #expect(PubMedXMLReader.items(of: Array(text.utf8)).compactMap(\.range).isEmpty)
    let found = Format.reader(recognising: text.utf8.span).map { $0.format }
    #expect(found == nil)
  }
}
