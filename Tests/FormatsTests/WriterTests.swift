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
    #expect(names == ["jsonl", "ris", "csv"])
    #expect(names.compactMap { Format.writer(named: $0).map { $0.format.name } } == names)
    #expect(Format.writer(named: "nonsense") == nil)
  }

  @Test("RIS that was written reads as the same reference", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    let reference = Reference.random(seed: seed).asRISCanHold
    let bytes = RISWriter().file(of: [reference, reference])
    let items = RISReader.items(of: bytes)
    #expect(items.compactMap { $0.record?.reference } == [reference, reference])
  }

  @Test(
    "Reading a sample, writing it as RIS and reading that changes nothing more",
    arguments: Sample.all)
  func samples(_ sample: Sample) throws {
    let reader = try #require(Format.reader(named: sample.format))
    let once = RISReader.references(
      RISWriter().file(of: reader.items(of: try sample.bytes()).compactMap { $0.record?.reference })
    )
    let twice = RISReader.references(RISWriter().file(of: once))
    for (once, twice) in zip(once, twice) { #expect(once.json.text() == twice.json.text()) }
    #expect(once.count == twice.count)
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

extension Reference {
  /// What RIS can hold of it: one blank for runs of them, no empty values, names with a comma only
  /// between family and given name, a code as type, a year that begins with one.
  fileprivate var asRISCanHold: Reference {
    var kept = self
    for field in TextField.allCases {
      let isProse = field == .abstract
      kept[field] = self[field].flatMap { isProse ? $0.prose : $0.plain }
    }
    kept.type = "JOUR"
    kept.year = "2019"
    kept.date = kept.date.map { "2019/05/\($0)" }
    kept.doi = kept.doi.map { "10.1/\($0)" }
    kept.isbn = kept.isbn.map { _ in "978-0-00-000000-2" }
    kept.keywords = keywords.compactMap(\.plain)
    kept.urls = urls.compactMap(\.plain).map { "https://example.org/\($0)" }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    kept.notes = notes.compactMap(\.prose)
    kept.authors = authors.compactMap { author in
      switch author {
      case .person(let family, let given?):
        guard let family = family.plain, let given = given.plain else { return nil }
        return .person(family: family, given: given)
      case .person(let name, nil), .named(let name): return name.plain.map { .named($0) }
      }
    }
    kept.extra = extra.map {
      Extra(tag: "X\($0.tag.last ?? "0")", values: $0.values.compactMap(\.plain))
    }
    .filter { !$0.values.isEmpty }
    return kept
  }
}

extension String {
  fileprivate var plain: String? {
    let words = split { $0.isWhitespace || $0 == "," || $0 == ";" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  fileprivate var prose: String? {
    let lines = split(separator: "\n").compactMap { String($0).plain }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
