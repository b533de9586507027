import Bibliography
import Formats
import Foundation
import JSON
import Testing

@Suite(
  "Real exports in the other formats",
  .enabled(if: Corpus.isThere, "../shared/data is absent: nothing is tested"))
struct CorpusFormatTests {
  @Test(
    "Each file is known by its content and has as many records as it holds",
    arguments: [
      ("bibtex/asysd/zotero_export.bib", "bibtex", 1000, 0),
      ("bibtex/colrev/acm_bib.bib", "bibtex", 2, 0),
      ("bibtex/colrev/scopus_bib.bib", "bibtex", 11, 0),
      ("bibtex/jabref/BibtexImporter.examples.bib", "bibtex", 4, 0),
      ("bibtex/jabref/encoding-utf-8-with-header.bib", "bibtex", 1, 0),
      ("bibtex/jabref/tiny-LE-withBOM.bib", "bibtex", 1, 0),
      ("bibtex/synthesisr/Scopus_bib_example.bib", "bibtex", 3, 0),
      ("bibtex/zotero/BibTeX_001.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_003.txt", "bibtex", 2, 0),
      ("bibtex/zotero/BibTeX_005.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_007.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_009.txt", "bibtex", 7, 0),
      ("bibtex/zotero/BibTeX_011.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_013.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_015.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_017.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_019.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_021.txt", "bibtex", 1, 0),
      ("bibtex/zotero/BibTeX_023.txt", "bibtex", 1, 0),
      ("csv/asreview/embase.csv", "csv", 6, 0),
      ("csv/asreview/generic.csv", "csv", 2, 0),
      ("csv/asreview/generic_column_names_with_spaces.csv", "csv", 2, 0),
      ("csv/asreview/generic_labels.csv", "csv", 6, 0),
      ("csv/asreview/generic_semicolon.csv", "csv", 2, 0),
      ("csv/asreview/generic_tab.tsv", "csv", 2, 0),
      ("csv/bibliometrix/scopus_sample.csv", "csv", 8, 0),
      ("csv/colrev/ieee_csv.csv", "csv", 2, 0),
      ("csv/colrev/pubmed_csv.csv", "csv", 1, 0),
      ("endnote-xml/jabref/EndnoteXmlImporterTestArticle.xml", "endnote-xml", 1, 0),
      ("endnote-xml/jabref/EndnoteXmlImporterTestReport.xml", "endnote-xml", 1, 0),
      ("endnote-xml/jabref/EndnoteXmlImporterTest_EmptyKeywordStyle.xml", "endnote-xml", 1, 0),
      ("endnote-xml/reflib/endnote-sm.xml", "endnote-xml", 5, 0),
      ("endnote-xml/zotero/Endnote_XML_001.txt", "endnote-xml", 9, 0),
      ("nbib/biopython/pubmed_result1.txt", "nbib", 1, 0),
      ("nbib/biopython/pubmed_result3.txt", "nbib", 1, 0),
      ("nbib/colrev/eric_nbib.nbib", "nbib", 1, 0),
      ("nbib/jabref/MedlinePlainImporterTestCompleteEntry.txt", "nbib", 1, 0),
      ("nbib/jabref/MedlinePlainImporterTestDOI.txt", "nbib", 1, 0),
      ("nbib/jabref/MedlinePlainImporterTestMultiAbstract.txt", "nbib", 1, 0),
      ("nbib/jabref/NbibImporterTest.nbib", "nbib", 1, 0),
      ("nbib/rayyan/example.nbib", "nbib", 1, 0),
      ("nbib/reflib/medline-cancer.nbib", "nbib", 20, 0),
      ("nbib/revtools/restoration_pubmed.nbib", "nbib", 104, 0),
      ("nbib/synthesisr/PubMed_example.txt", "nbib", 3, 0),
      ("nbib/zotero/MEDLINEnbib_001.txt", "nbib", 1, 0),
      ("nbib/zotero/MEDLINEnbib_003.txt", "nbib", 1, 0),
      ("nbib/zotero/MEDLINEnbib_005.txt", "nbib", 3, 0),
      ("nbib/zotero/MEDLINEnbib_007.txt", "nbib", 4, 0),
      ("nbib/zotero/MEDLINEnbib_009.txt", "nbib", 1, 0),
      ("ovid-tagged/jabref/OvidImporterTest1.txt", "ovid", 5, 0),
      ("ovid-tagged/jabref/OvidImporterTest3.txt", "ovid", 1, 0),
      ("ovid-tagged/jabref/OvidImporterTest5.txt", "ovid", 1, 0),
      ("ovid-tagged/zotero/OVID_Tagged_001.txt", "ovid", 4, 0),
      ("ovid-tagged/zotero/OVID_Tagged_003.txt", "ovid", 4, 0),
      ("ovid-tagged/zotero/OVID_Tagged_005.txt", "ovid", 1, 0),
      ("ovid-tagged/zotero/OVID_Tagged_007.txt", "ovid", 2, 0),
      ("ovid-tagged/zotero/OVID_Tagged_009.txt", "ovid", 1, 0),
      ("refer-enw/jabref/Endnote.entries.enw", "enw", 13, 0),
      ("refer-enw/rayyan/example.enw", "enw", 1, 0),
      ("refer-enw/zotero/ReferBibIX_001.txt", "enw", 1, 0),
      ("refer-enw/zotero/ReferBibIX_003.txt", "enw", 1, 0),
      ("refworks-tagged/zotero/RefWorks_Tagged_001.txt", "refworks", 1, 0),
      ("refworks-tagged/zotero/RefWorks_Tagged_003.txt", "refworks", 1, 0),
      ("wos-tagged/expertsearchers/WoS_other_reference_software_r4001-4012.txt", "wos", 12, 0),
      ("wos-tagged/jabref/IsiImporterTest1.isi", "wos", 1, 0),
      ("wos-tagged/jabref/IsiImporterTestWOS.isi", "wos", 2, 0),
      ("wos-tagged/metaknowledge/TwoPaper.isi", "wos", 2, 0),
      ("wos-tagged/rayyan/example.ciw", "wos", 3, 0),
      ("wos-tagged/synthesisr/WoS_txt_example.txt", "wos", 4, 0),
      ("wos-tagged/zotero/Web_of_Science_Tagged_001.txt", "wos", 5, 0),
      ("wos-tagged/zotero/Web_of_Science_Tagged_003.txt", "wos", 1, 0),
      ("wos-tagged/zotero/Web_of_Science_Tagged_005.txt", "wos", 1, 0),
      ("wos-tagged/zotero/Web_of_Science_Tagged_007.txt", "wos", 1, 0),
      ("wos-tagged/zotero/Web_of_Science_Tagged_009.txt", "wos", 1, 0),
    ] as [(String, String, Int, Int)])
  func counts(path: String, format: String, records: Int, quarantined: Int) throws {
    let bytes = try Corpus.bytes("import/" + path)
    let known = Format.reader(recognising: bytes.span)
    let reader = try #require(known)
    #expect(reader.format.name == format)
    let items = reader.items(of: bytes)
    #expect(items.compactMap(\.record).count == records)
    #expect(items.compactMap(\.problem).count == quarantined)
  }

  @Test(
    "What Zotero expects of its own test files is what is read, but for what is decided against it",
    arguments: [
      "bibtex/zotero/BibTeX_001",
      "bibtex/zotero/BibTeX_003",
      "bibtex/zotero/BibTeX_005",
      "bibtex/zotero/BibTeX_007",
      "bibtex/zotero/BibTeX_009",
      "bibtex/zotero/BibTeX_011",
      "bibtex/zotero/BibTeX_013",
      "bibtex/zotero/BibTeX_015",
      "bibtex/zotero/BibTeX_017",
      "bibtex/zotero/BibTeX_019",
      "bibtex/zotero/BibTeX_021",
      "bibtex/zotero/BibTeX_023",
      "endnote-xml/zotero/Endnote_XML_001",
      "nbib/zotero/MEDLINEnbib_001",
      "nbib/zotero/MEDLINEnbib_003",
      "nbib/zotero/MEDLINEnbib_005",
      "nbib/zotero/MEDLINEnbib_007",
      "nbib/zotero/MEDLINEnbib_009",
      "ovid-tagged/zotero/OVID_Tagged_001",
      "ovid-tagged/zotero/OVID_Tagged_003",
      "ovid-tagged/zotero/OVID_Tagged_005",
      "ovid-tagged/zotero/OVID_Tagged_007",
      "ovid-tagged/zotero/OVID_Tagged_009",
      "refer-enw/zotero/ReferBibIX_001",
      "refer-enw/zotero/ReferBibIX_003",
      "refworks-tagged/zotero/RefWorks_Tagged_001",
      "refworks-tagged/zotero/RefWorks_Tagged_003",
      "wos-tagged/zotero/Web_of_Science_Tagged_001",
      "wos-tagged/zotero/Web_of_Science_Tagged_003",
      "wos-tagged/zotero/Web_of_Science_Tagged_005",
      "wos-tagged/zotero/Web_of_Science_Tagged_007",
      "wos-tagged/zotero/Web_of_Science_Tagged_009",
    ])
  func zotero(path: String) throws {
    let text = try Corpus.bytes("import/\(path).expected.json")
    let items = try #require(try JSONValue.parse(text.span).elements)
    let references = try Corpus.references("import/\(path).txt")
    #expect(references.count == items.count)
    for (place, pair) in zip(items, references).enumerated() {
      let (expected, read) = pair
      let record = "\(path.split(separator: "/").last ?? "")/\(place)"
      for difference in Self.differences(expected, read)
      where !Self.decided.contains("\(record)/\(difference.field)") {
        Issue.record("\(record)/\(difference.field): \(difference.expected) or \(difference.read)")
      }
    }
  }

  /// Where the file's own text says otherwise than Zotero expects.
  private static let decided: Set<String> = [
    // Sources of ERIC that Zotero takes for publishers of reports; an address that is a DOI.
    "MEDLINEnbib_005/1/doi", "MEDLINEnbib_005/2/journal", "MEDLINEnbib_007/0/journal",
    "MEDLINEnbib_007/1/doi", "MEDLINEnbib_007/2/journal",
    // A publisher's item identifier is no page.
    "MEDLINEnbib_009/0/pages",
    // What patents and theses appeared in, with volume and issue, as `SO` and `JN` print it.
    "OVID_Tagged_001/0/journal", "OVID_Tagged_001/0/volume", "OVID_Tagged_001/0/issue",
    "OVID_Tagged_007/0/journal", "OVID_Tagged_007/0/volume", "OVID_Tagged_007/0/issue",
    // `2010;14(1):56` has a page.
    "OVID_Tagged_003/0/pages",
    // Initials stay with their author; the title of the book does not end at "Professor A."; the
    // number of all pages of a book is none of the chapter's.
    "OVID_Tagged_005/0/authors", "OVID_Tagged_005/0/journal", "OVID_Tagged_005/0/pages",
    "Web_of_Science_Tagged_005/0/journal",
    // `IS 3` is printed, though it is a chapter.
    "RefWorks_Tagged_001/0/issue",
    // Of two `%J` the first; `%R` is a DOI.
    "ReferBibIX_001/0/journal", "ReferBibIX_001/0/doi",
    // `secondary-title` of a report.
    "Endnote_XML_001/8/journal",
    // `booktitle` of the proceedings themselves.
    "BibTeX_003/1/journal",
    // Mark-up is dropped, as it is in PubMed's XML: DNA2, 4ème, Σ0.
    "BibTeX_007/0/title", "BibTeX_007/0/journal", "BibTeX_023/0/title",
    // Zotero has no field for it.
    "BibTeX_013/0/doi", "BibTeX_021/0/issue",
    // The file hides each backslash with another, which no LaTeX reads as an accent; `{TEL}` without
    // a backslash is three letters.
    "BibTeX_019/0/authors", "BibTeX_019/0/title",
  ]

  private static func differences(
    _ item: JSONValue, _ reference: Reference
  ) -> [(field: String, expected: String, read: String)] {
    func text(_ keys: String...) -> String {
      keys.lazy.compactMap { item[$0]?.string }.first ?? ""
    }
    func words(_ text: String?) -> String {
      let text = text ?? ""
      let end = text.hasSuffix(".") ? String(text.dropLast()) : text
      return end.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let names = (item["creators"]?.elements ?? [])
      .filter { ["author", "inventor"].contains($0["creatorType"]?.string) }
      .map { letters(($0["lastName"]?.string ?? "") + ($0["firstName"]?.string ?? "")) }
    let year = text("date", "issueDate").split { !$0.isNumber }.first { $0.count == 4 } ?? ""
    let pages = text("pages").replacing("–", with: "-").replacing("—", with: "-")
    let compared: [(String, String, String)] = [
      ("title", words(text("title")), words(reference.title)),
      (
        "authors", names.joined(separator: "; "),
        reference.authors.map { letters($0.text) }
          .joined(separator: "; ")
      ),
      ("year", String(year), reference.publicationYear.map { "\($0)" } ?? ""),
      (
        "journal", words(text("publicationTitle", "bookTitle", "proceedingsTitle")).lowercased(),
        words(reference.journal).lowercased()
      ),
      ("volume", text("volume"), reference.volume ?? ""),
      ("issue", text("issue"), reference.issue ?? ""),
      (
        "pages", "\(PageRange(printed: pages).map { "\($0)" } ?? pages)",
        "\(reference.pageRange.map { "\($0)" } ?? reference.pages ?? "")"
      ),
      ("doi", text("DOI"), reference.doi ?? ""),
      ("abstract", words(text("abstractNote")), words(reference.abstract)),
    ]
    return compared.filter { $0.1 != $0.2 }
  }

  private static func letters(_ text: String) -> String {
    text.filter { $0.isLetter || $0.isNumber }
  }

  @Test("The same library in BibTeX and in RIS reads as the same, record by record")
  func twins() throws {
    let tables = try Corpus.references("import/bibtex/asysd/zotero_export.bib")
    let lines = try Corpus.references("import/ris/asysd/zotero_export.ris")
    #expect(Set(tables.map { $0.title }) == Set(lines.map { $0.title }))
    let byTitle = Dictionary(grouping: lines) { $0.title }
    for table in tables {
      // Titles that stand twice cannot be told apart.
      guard let twins = byTitle[table.title], twins.count == 1 else { continue }
      #expect(table.authors == twins[0].authors)
      #expect(table.year == twins[0].year)
      // Zotero prints the title of proceedings as `C3` where `T2` is taken by the conference.
      let proceedings = twins[0].extra.first { $0.tag == "C3" }?.values.first
      #expect([twins[0].journal, proceedings].contains(table.journal))
      #expect(table.volume == twins[0].volume)
      #expect(table.issue == twins[0].issue)
      #expect(table.pageRange == twins[0].pageRange)
      #expect(table.doi == twins[0].doi)
    }
  }

  /// Each line with a tag of PubMed's, cut out in the plainest way there is.
  @Test(
    "Each tag of a whole file of PubMed's arrives in its field",
    arguments: [
      "revtools/restoration_pubmed.nbib", "reflib/medline-cancer.nbib",
      "synthesisr/PubMed_example.txt",
    ])
  func tags(path: String) throws {
    let bytes = try Corpus.bytes("import/nbib/" + path)
    let reader = try #require(Format.reader(named: "nbib"))
    for record in reader.items(of: bytes).compactMap(\.record) {
      let part = bytes[record.offset..<record.offset + record.length]
      let lines = String(decoding: part, as: UTF8.self).split(whereSeparator: \.isNewline)
      func values(_ tag: String) -> [String] {
        lines.filter { $0.hasPrefix(tag) }.map { String($0.dropFirst(6)) }
      }
      let reference = record.reference
      #expect(reference.pmid == values("PMID").first)
      #expect(reference.authors.count == values("FAU ").count + values("CN  ").count)
      #expect(reference.authors.first?.text == (values("FAU ") + values("CN  ")).first)
      #expect(reference.volume == values("VI  ").first)
      #expect(reference.issue == values("IP  ").first)
      #expect(reference.pages == values("PG  ").first)
      #expect(reference.journal?.hasPrefix(values("JT  ").first ?? "?") == true)
      #expect(reference.year == values("DP  ").first.map { String($0.prefix(4)) })
      let doi = (values("LID ") + values("AID ")).first { $0.hasSuffix("[doi]") }
      #expect(reference.doi == doi.map { String($0.dropLast(6)) })
      #expect((reference.abstract == nil) == values("AB  ").isEmpty)
      #expect(reference.keywords.count == values("MH  ").count + values("OT  ").count)
    }
  }
}
