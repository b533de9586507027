import Bibliography
import Formats
import JSON
import TestSupport
import Testing

@Suite("Writers")
struct WriterTests {
  @Test("Each writer is found by the name of its format")
  func names() {
    let names = Format.writers.map { $0.format.name }
    #expect(
      names == ["jsonl", "ris", "csv", "bibtex", "csl-json", "nbib", "endnote-xml", "enw"])
    #expect(names.compactMap { Format.writer(named: $0).map { $0.format.name } } == names)
    #expect(Format.writer(named: "nonsense") == nil)
  }

  @Test(
    "What was written reads as the same reference, as far as the format can hold it",
    arguments: Format.writers.map { $0.format.name }, 0..<100 as Range<UInt64>)
  func roundTrip(name: String, seed: UInt64) throws {
    let writer = try #require(Format.writer(named: name))
    let reader = try #require(Format.reader(named: name))
    let holding = try #require(Holding.all[name], "say what \(name) can hold")
    let reference = holding.held(Reference.random(seed: seed))
    let bytes = writer.init().file(of: [reference, reference])
    let items = reader.items(of: bytes)
    let read = items.compactMap { $0.record?.reference.json.text() }
    #expect(read == [reference.json.text(), reference.json.text()])
    #expect(!items.contains { $0.problem != nil })
    let found = Format.reader(recognising: bytes.span).map { $0.format.name }
    #expect(found == name)
  }

  @Test(
    "Reading a sample, writing it and reading that changes nothing more",
    arguments: Sample.all, Format.writers.map { $0.format.name })
  func samples(_ sample: Sample, name: String) throws {
    let writer = try #require(Format.writer(named: name)).init()
    let reader = try #require(Format.reader(named: name))
    func again(_ references: [Reference]) -> [Reference] {
      reader.items(of: writer.file(of: references)).compactMap { $0.record?.reference }
    }
    let first = try #require(Format.reader(named: sample.format)).items(of: try sample.bytes())
      .compactMap { $0.record?.reference }
    let once = again(first)
    let twice = again(once)
    for (once, twice) in zip(once, twice) { #expect(once.json.text() == twice.json.text()) }
    #expect(first.count == once.count && once.count == twice.count)
    for (first, once) in zip(first, once) { #expect(first.title?.words == once.title?.words) }
  }

  @Test(
    "A value cannot break out of its field, whatever it holds",
    arguments: Format.writers.map { $0.format.name })
  func hostile(name: String) throws {
    var reference = Reference()
    let texts = [
      "a\nTY  - BOOK\r\nER  - ", "%0 Book\n%T Forged", "}\n@article{x, title = {Forged}}",
      "\"},{\"title\":\"Forged\"", "\"\n\"Forged\",\"", "</title></record><record>&x;<title>",
      "x\n\nPMID- 1\nTI  - Forged", "\\", "{{{", "}}}", "\u{0}\u{1}\u{B}", "\u{FEFF}",
    ]
    reference.title = "Kept"
    reference.notes = texts
    reference.abstract = texts.joined(separator: "\n")
    reference.authors = texts.map { .person(family: $0, given: $0) } + texts.map { .named($0) }
    reference.keywords = texts
    reference.urls = texts
    for text in texts { reference.keep([text], under: text) }
    let reader = try #require(Format.reader(named: name))
    let bytes = try #require(Format.writer(named: name)).init().file(of: [reference, reference])
    let items = reader.items(of: bytes)
    #expect(items.compactMap { $0.record?.reference.title } == ["Kept", "Kept"])
    #expect(!items.contains { $0.problem != nil })
  }

  @Test("A record of which BibTeX says nothing but the kind is a record again")
  func kindAlone() throws {
    var reference = Reference()
    (reference.id, reference.type) = ("a", "article")
    let reader = try #require(Format.reader(named: "bibtex"))
    let items = reader.items(of: BibTeXWriter().file(of: [reference]))
    #expect(items.compactMap { $0.record?.reference } == [reference])
  }

  @Test("A tag of another format that means something else in RIS is a note there")
  func foreignTags() {
    var reference = Reference()
    reference.title = "One"
    reference.journal = "Journal"
    reference.keep(["2021-07-21"], under: "DA")
    reference.keep(["J. Long"], under: "JF")
    reference.keep(["11"], under: "PG")
    reference.keep(["J One"], under: "JO")
    let read = RISReader.items(of: RISWriter().file(of: [reference])).compactMap { $0.record }
    #expect(read.first?.reference.date == nil && read.first?.reference.pages == nil)
    #expect(read.first?.reference.journal == "Journal")
    #expect(read.first?.reference.notes == ["DA: 2021-07-21", "JF: J. Long", "PG: 11"])
    #expect(read.first?.reference.extra == [.init(tag: "JO", values: ["J One"])])
  }

  @Test("What stands in a cell of a table of ours is kept, whatever others mean by it")
  func ownTable() throws {
    let reader = try #require(Format.reader(named: "csv"))
    var reference = Reference()
    reference.title = "One\nTwo"
    (reference.volume, reference.keywords) = ("NA", ["NA"])
    let read = reader.items(of: CSVWriter().file(of: [reference])).compactMap { $0.record }
    #expect(read.map(\.reference) == [reference])
  }

  @Test("A value cannot break out of its line")
  func injection() {
    var reference = Reference()
    reference.title = "One\nTY  - BOOK\r\nER  - "
    reference.abstract = "First\nER  - \nTY  - JOUR\nTI  - Forged"
    reference.notes = ["kept\nin lines"]
    let items = RISReader.items(of: RISWriter().file(of: [reference]))
    let read = items.compactMap { $0.record?.reference }
    #expect(read.map(\.title) == ["One TY  - BOOK ER  -"])
    #expect(read.first?.abstract == "First ER  -  TY  - JOUR TI  - Forged")
    #expect(read.first?.notes == ["kept\nin lines"])
  }

  @Test("RIS has a code for every kind of document", arguments: SourceType.allCases)
  func kinds(_ kind: SourceType) {
    var reference = Reference()
    reference.type = kind.rawValue
    let read = RISReader.references(RISWriter().file(of: [reference])).first
    #expect(read?.sourceTypes.contains(kind) == true || kind == .unknown)
  }

  @Test("CSV has a header and one line a record, quoted where it must be")
  func csv() {
    var reference = Reference()
    reference.title = "A \"quoted\", title"
    reference.authors = [.person(family: "A", given: "B."), .named("Group")]
    reference.abstract = "two\nlines"
    reference.keywords = ["k", "l"]
    reference.doi = "=1+1"
    reference.extra = [.init(tag: "X", values: ["y"])]
    let text = String(decoding: CSVWriter().file(of: [reference]), as: UTF8.self)
    #expect(
      text == """
        id,type,title,authors,year,date,journal,volume,issue,pages,doi,pmid,issn,isbn,abstract,\
        keywords,language,urls,publisher,place,accession,database,notes,extra\r
        ,,"A ""quoted"", title","A, B.; Group",,,,,,,=1+1,,,,"two\nlines",k; l,,,,,,,,\
        "{""X"":[""y""]}"\r

        """)
  }
}

extension RISReader {
  fileprivate static func references(_ bytes: [UInt8]) -> [Reference] {
    items(of: bytes).compactMap { $0.record?.reference }
  }
}

extension String {
  fileprivate var words: [Substring] {
    split { $0.isWhitespace || $0.unicodeScalars.contains("\u{0}") }
  }
}
