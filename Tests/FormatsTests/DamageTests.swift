import Formats
import Mutations
import Testing

@Suite("Damaged and hostile files")
struct DamageTests {
  static let names = Format.readers.map { $0.format.name }

  @Test("A sample that is damaged anyhow is read, and nothing in it stands twice", arguments: names)
  func damaged(name: String) throws {
    let reader = try #require(Format.reader(named: name))
    var samples = try Sample.all.filter { $0.format == name }.map { try $0.bytes() }
    if samples.isEmpty { samples = [Array("{\"title\":\"A\",\"authors\":[\"B\"]}\n".utf8)] }
    for seed in 0..<150 as Range<UInt64> {
      var mutation = Mutation(seed: seed)
      let sample = samples[mutation.roll(samples.count)]
      let bytes = mutation.damaged(sample, beside: samples[mutation.roll(samples.count)])
      let fault = Trial.fault(of: reader, on: bytes, inPiecesOf: 1 + mutation.roll(300))
      #expect(fault == nil, "seed \(seed)")
    }
  }

  @Test("An empty file holds nothing, and no reader knows it", arguments: names)
  func empty(name: String) throws {
    let reader = try #require(Format.reader(named: name))
    for text in ["", "\n", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}\n", " \t \n"] {
      // Forced upon it, a reader of XML says that there is none.
      #expect(reader.items(of: Array(text.utf8)).allSatisfy { $0.range == nil })
      #expect(reader.recognises(text.utf8.span) == .no)
    }
  }

  @Test("A file that is no text is known to no reader, and harms none", arguments: names)
  func binary(name: String) throws {
    let reader = try #require(Format.reader(named: name))
    var die = Mutation(seed: 7)
    let noise = (0..<60_000).map { _ in UInt8(die.roll(256)) }
    for head in ["", "%PDF-1.7\n", "PK\u{3}\u{4}", "\u{1F}\u{8B}", "MZ", "\u{7F}ELF"] {
      let bytes = Array(head.utf8) + noise
      #expect(reader.recognises(bytes.span) == .no)
      #expect(Trial.fault(of: reader, on: bytes, inPiecesOf: 4096) == nil)
    }
  }

  /// How a record of each format begins, what may stand in it again and again, and how it ends.
  static let records: [(name: String, head: String, again: String, tail: String)] = [
    ("ris", "TY  - JOUR\n", "KW  - k\n", "ER  - \n"),
    ("nbib", "PMID- 1\n", "OT  - k\n", "\n"), ("ovid", "<1. >\n", "KW  - k\n", "\n"),
    ("wos", "PT J\n", "DE k\n", "ER\n"), ("refworks", "RT Book\n", "K1 k\n", "\n"),
    ("enw", "%0 Book\n", "%K k\n", "\n"), ("cochrane", "ID: CN-1\n", "KY: k\n", "\n"),
    ("proquest", "Document 1 of 2\n", "Subject: k\n", "\n"),
    ("bibtex", "@article{k", ",\nkeywords = {k}", "}\n"),
    ("csl-json", "[{\"title\":\"T\"", ",\n\"k\":\"k\"", "}]\n"),
    ("endnote-xml", "<xml><records><record>", "<keyword>k</keyword>", "</record></records></xml>"),
    ("ictrp-xml", "<x><Trial>", "<Condition>k</Condition>", "</Trial></x>"),
    ("csv", "title,year", ",k", "\nT,2019\n"),
  ]

  @Test("100,000 tags in one record are read or refused with a sentence", arguments: records)
  func tags(name: String, head: String, again: String, tail: String) throws {
    let reader = try #require(Format.reader(named: name))
    let text = head + String(repeating: again, count: 100_000) + tail
    let items = reader.items(of: Array(text.utf8))
    #expect(!items.isEmpty)
    for item in items where item.record == nil { #expect(item.listing.count > 20) }
  }

  @Test(
    "A value without end is refused with a sentence, and what follows is read", arguments: records)
  func endless(name: String, head: String, again: String, tail: String) throws {
    let reader = try #require(Format.reader(named: name))
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 17 << 20)
    let cut = again.firstIndex(of: "k").map { again.index(after: $0) } ?? again.endIndex
    let bytes =
      Array(head.utf8) + Array(again[..<cut].utf8) + long + Array(again[cut...].utf8)
      + Array(tail.utf8)
    let items = reader.items(of: bytes, inPiecesOf: 1 << 20)
    let problems = items.compactMap(\.problem)
    #expect(problems.count == 1 || name == "csv")
    #expect(items.allSatisfy { $0.listing.utf8.count < 1 << 18 })
  }

  @Test(
    "As many tags as a record may have are read at once, whether they are the same or all different",
    .timeLimit(.minutes(1)),
    arguments: [
      ("nbib", "PMID- 1\n", "LA  - %\n"), ("nbib", "PMID- 1\n", "AB  - %\n"),
      ("nbib", "PMID- 1\n", "AID - % [pii]\n"), ("nbib", "PMID- 1\n", "URL - http://x.y/%\n"),
      ("ris", "TY  - JOUR\n", "LA  - %\n"), ("ris", "TY  - JOUR\n", "AB  - %\n"),
      ("ris", "TY  - JOUR\n", "UR  - http://x.y/%\n"), ("bibtex", "@misc{k", ",\nk% = {%}"),
      ("bibtex", "@misc{k", ",\nlanguage = {%}"), ("csl-json", "[{\"title\":\"T\"", ",\"k%\":1"),
      ("pubmed-xml", "<PubmedArticle>", "<Affiliation>of many people, no. %</Affiliation>"),
      ("pubmed-xml", "<PubmedArticle>", "<ArticleId IdType='k%'>%</ArticleId>"),
      ("pubmed-xml", "<PubmedArticle>", "<Language>%</Language>"),
    ])
  func manyTags(name: String, head: String, line: String) throws {
    let reader = try #require(Format.reader(named: name))
    let lines = (0..<20_000).map { line.replacing("%", with: "\($0)") }
    let tails = ["bibtex": "}", "csl-json": "}]", "pubmed-xml": "</PubmedArticle>"]
    let tail = tails[name] ?? "\n"
    let items = reader.items(of: Array((head + lines.joined() + tail).utf8))
    #expect(items.compactMap(\.record).count == 1)
  }

  @Test(
    "XML that is nested too deeply, declares entities or points outside is refused with a sentence",
    arguments: ["pubmed-xml", "endnote-xml", "ovid-xml", "ictrp-xml"])
  func hostileXML(name: String) throws {
    let reader = try #require(Format.reader(named: name))
    let record = ["pubmed-xml": "PubmedArticle", "ictrp-xml": "Trial"][name] ?? "record"
    let deep = String(repeating: "<a>", count: 100_000)
    let laughs = (1...9).map {
      "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">"
    }
    let bomb =
      "<!DOCTYPE x [<!ENTITY l0 \"ha\">\(laughs.joined())]><x><\(record)>&l9;</\(record)></x>"
    let outside =
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x><\(record)>&e;</\(record)></x>"
    for text in ["<x><\(record)>\(deep)", bomb, outside, "<x><\(record) a=\"", "<\(record)>\u{1}"] {
      let items = reader.items(of: Array(text.utf8))
      #expect(!items.contains { $0.listing.contains("root:") || $0.listing.contains("haha") })
      #expect(items.compactMap(\.record).isEmpty && !items.isEmpty)
    }
  }
}
