import Bibliography
import Formats
import Foundation
import JSON
import Testing

/// Real exports, which are other people's and no part of this repository. They are looked for in
/// `../shared/data` beside the package.
enum Corpus {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")

  static let isThere = FileManager.default.fileExists(atPath: root.path)

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  static func items(_ path: String) throws -> [ReadItem] {
    let bytes = try bytes(path)
    let known = Format.reader(recognising: bytes.span)
    return try #require(known, "\(path) is not recognised").items(of: bytes)
  }

  static func references(_ path: String) throws -> [Reference] {
    try items(path).compactMap { $0.record?.reference }
  }
}

@Suite("Real exports", .enabled(if: Corpus.isThere, "../shared/data is absent: nothing is tested"))
struct CorpusTests {
  @Test(
    "As many records as the file has, and no more in quarantine than are empty",
    arguments: [
      // 61 entries that hold a type and nothing else; the first not even that.
      ("import/ris/asreview/baseline_reference_types.ris", 60, 1),
      ("import/ris/asreview/baseline_tag-notes.ris", 12, 0),
      ("import/ris/asreview/baseline_zotero.ris", 100, 0),
      ("import/ris/asreview/ovid_zotero.ris", 6, 0),
      ("import/ris/asreview/pubmed_zotero.ris", 6, 0), ("import/ris/asreview/scopus.ris", 6, 0),
      ("import/ris/asysd/scopus.ris", 10, 0), ("import/ris/asysd/wos_test.ris", 50, 0),
      ("import/ris/asysd/zotero_export.ris", 1000, 0),
      ("import/ris/citesource/20221207_gambling-harms_pubmed_176.ris", 176, 0),
      ("import/ris/citesource/Dimensions_246.ris", 246, 0),
      ("import/ris/citesource/WoS_79.ris", 79, 0), ("import/ris/citesource/benchmark.ris", 13, 0),
      ("import/ris/citesource/envindex_100.ris", 100, 0),
      ("import/ris/citesource/medline_84.ris", 84, 0),
      ("import/ris/citesource/psycinfo_64.ris", 64, 0),
      ("import/ris/citesource/pubmed_46.ris", 46, 0), ("import/ris/colrev/jstor_ris.ris", 4, 0),
      ("import/ris/colrev/psycinfo_ris.ris", 1, 0), ("import/ris/customcommander/01.ris", 1, 0),
      ("import/ris/customcommander/02.ris", 2, 0),
      // JabRef makes one record of it; the file begins two more with TY and does not end the first.
      ("import/ris/jabref/RisImporterTest1.ris", 3, 0),
      // One of the three has no TY.
      ("import/ris/rayyan/example.ris", 3, 0),
      ("import/ris/revtools/avian_ecology_bibliography.ris", 20, 0),
      ("import/ris/rispy/example_basic.ris", 1, 0),
      ("import/ris/rispy/example_empty_tag.ris", 1, 0),
      ("import/ris/rispy/example_full.ris", 2, 0), ("import/ris/rispy/example_multiline.ris", 3, 0),
      ("import/ris/rispy/example_urls.ris", 4, 0), ("import/ris/synthesisr/scopus.ris", 92, 0),
      ("seed-000-brief.ris", 118, 0), ("seed-004-references.ris", 257, 0),
      ("import/pubmed-xml/biopython/pubmed1.xml", 2, 0),
      ("import/pubmed-xml/biopython/pubmed2.xml", 2, 0),
      ("import/pubmed-xml/jabref/MedlineImporterTestMinimalEntry.xml", 0, 1),
      ("import/pubmed-xml/pubmed_parser/pubmed-29768149.xml", 1, 0),
    ])
  func counts(path: String, records: Int, quarantined: Int) throws {
    let items = try Corpus.items(path)
    #expect(items.compactMap(\.record).count == records)
    #expect(items.compactMap(\.problem).count == quarantined)
  }

  @Test(
    "Each tag of a whole file arrives in its field",
    arguments: [
      "asreview/baseline_zotero.ris", "asreview/scopus.ris", "asysd/scopus.ris",
      "asysd/wos_test.ris", "asysd/zotero_export.ris", "citesource/Dimensions_246.ris",
      "citesource/WoS_79.ris", "citesource/envindex_100.ris", "citesource/medline_84.ris",
      "citesource/psycinfo_64.ris", "citesource/20221207_gambling-harms_pubmed_176.ris",
      "synthesisr/scopus.ris",
    ])
  func tags(path: String) throws {
    let bytes = try Corpus.bytes("import/ris/" + path)
    for record in RISReader.items(of: bytes).compactMap(\.record) {
      // The lines with a tag, cut out in the plainest way there is.
      let text = String(
        decoding: bytes[record.offset..<record.offset + record.length], as: UTF8.self)
      let lines = text.split(whereSeparator: \.isNewline).filter {
        $0.dropFirst(2).hasPrefix("  - ")
      }
      func values(_ tags: String...) -> [String] {
        lines.filter { tags.contains(String($0.prefix(2))) }
          .map { $0.dropFirst(6).trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      }
      let reference = record.reference
      #expect(
        reference.title?.trimmingCharacters(in: .whitespaces) == values("TI", "T1").first)
      #expect(reference.authors.count == values("AU", "A1").count)
      #expect(
        reference.authors.first?.text.filter { !$0.isWhitespace }
          == values("AU", "A1").first?.filter { !$0.isWhitespace })
      #expect(reference.doi == values("DO").first)
      #expect(reference.volume == values("VL").first)
      #expect(reference.issue == values("IS").first)
      #expect(reference.year == values("PY", "Y1").first.map { String($0.prefix(4)) })
      #expect(
        (reference.journal ?? "") == (values("JF") + values("T2") + values("JO") + values("BT"))
          .first ?? "")
      #expect(reference.abstract?.hasPrefix(values("AB").first ?? "") != false)
      #expect((reference.abstract == nil) == values("AB").isEmpty)
      #expect(reference.pages?.hasPrefix(values("SP").first ?? "") != false)
      #expect(values("KW").isEmpty == reference.keywords.isEmpty)
    }
  }

  @Test(
    "What Zotero expects of its own test files is what is read",
    arguments: [
      "ris/zotero/RIS_001", "ris/zotero/RIS_007", "ris/zotero/RIS_009", "ris/zotero/RIS_011",
      "pubmed-xml/zotero/PubMed_XML_003", "pubmed-xml/zotero/PubMed_XML_005",
      "pubmed-xml/zotero/PubMed_XML_007", "pubmed-xml/zotero/PubMed_XML_009",
    ])
  func zotero(path: String) throws {
    let text = try Corpus.bytes("import/\(path).expected.json")
    let items = try #require(try JSONValue.parse(text.span).elements)
    let references = try Corpus.references("import/\(path).txt")
    #expect(references.count == items.count)
    for (item, reference) in zip(items, references) { compare(item, reference) }
  }

  /// Decided against Zotero, because the file's own text says otherwise:
  /// - the full stop behind a title and the case of a journal's name are kept as printed;
  /// - initials keep the form that the file gives them, without full stops added;
  /// - `5194-210` stays as printed (its range is worked out beside it);
  /// - `EWLS` in PubMed_XML_007 is a publisher's item identifier, no page.
  private func compare(_ item: JSONValue, _ reference: Reference) {
    func text(_ key: String) -> String? { item[key]?.string }
    let title = reference.title.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    #expect(title == text("title"))
    let names = (item["creators"]?.elements ?? []).map {
      "\($0["lastName"]?.string ?? ""), \($0["firstName"]?.string ?? "")".filter { $0 != "." }
    }
    #expect(reference.authors.map { $0.text.filter { $0 != "." } } == names)
    #expect(reference.publicationYear.map { "\($0)" } == text("date").map { String($0.prefix(4)) })
    #expect(reference.doi == text("DOI"))
    #expect(reference.volume == text("volume"))
    #expect(reference.issue == text("issue"))
    #expect(reference.abstract == text("abstractNote"))
    if let pages = text("pages"), pages != "EWLS" {
      #expect(reference.pageRange == PageRange(printed: pages))
    }
    if let journal = text("publicationTitle") {
      #expect(reference.journal?.lowercased() == journal.lowercased())
    }
    if let pmid = text("PMID") { #expect(reference.pmid == pmid) }
  }

  /// Decided against JabRef: the year of RisImporterTest7 is 2015 in both, its editors (`A2`) are no
  /// authors; `J. Chem. Phys.` (`JO`) stands behind the full name in `JF`; `M1` is no issue, and an
  /// accession number (`AN`) neither; the copyright notice in `M1` is none; of two PMIDs the first is
  /// the record's own, and it names no author: Koop is its subject.
  @Test(
    "Single records of JabRef's test files",
    arguments: [
      (
        "ris/jabref/RisImporterTest3.ris", "2015", 3, "Dermoscopy Image Analysis", nil, nil, "1-22",
        "doi:10.1201/b19107-2"
      ),
      ("ris/jabref/RisImporterTest4a.ris", "1994", 1, nil, nil, nil, nil, nil),
      (
        "ris/jabref/RisImporterTest5a.ris", "2012", 6, "Powder Technology", "221", nil, "245-251",
        "10.1016/j.powtec.2012.01.008"
      ),
      (
        "ris/jabref/RisImporterTest6.ris", "2013", 1, "The Scientific World Journal", "2013", nil,
        "219840", "10.1155/2013/219840"
      ),
      ("ris/jabref/RisImporterTest7.ris", "2015", 3, nil, "1", nil, nil, nil),
      (
        "ris/jabref/RisImporterTestDOI.ris", "2016", 5, "Journal of physical therapy science", "28",
        "1", "186-189", "10.1589/jpts.28.186"
      ),
      (
        "ris/jabref/RisImporterTestDate1.1.ris", "2005", 6, "The Journal of Chemical Physics",
        "123",
        "3", "034708", "10.1063/1.1954747"
      ),
      (
        "pubmed-xml/jabref/MedlineImporterTestArticleID.xml", "2015", 15,
        "Diagnostic microbiology and infectious disease", nil, nil, "1234",
        "10.1016/j.diagmicrobio.2015.11.017"
      ),
      (
        "pubmed-xml/jabref/MedlineImporterTestArticleNoISSN.xml", "2016", 2, "Laterality", "21",
        "3",
        "228-42", "10.1080/1357650X.2015.1125914"
      ),
      (
        "pubmed-xml/jabref/MedlineImporterTestKeywordSingleEntry.xml", "1999", 0,
        "Biochemical medicine", "13", "2", "25-138", nil
      ),
    ] as [(String, String, Int, String?, String?, String?, String?, String?)])
  func jabRef(
    path: String, year: String, authors: Int, journal: String?, volume: String?, issue: String?,
    pages: String?, doi: String?
  ) throws {
    let references = try Corpus.references("import/" + path)
    let reference = try #require(references.first)
    #expect(references.count == 1)
    #expect(reference.year == year)
    #expect(reference.authors.count == authors)
    #expect(reference.journal == journal)
    #expect(reference.volume == volume)
    #expect(reference.issue == issue)
    #expect(reference.pages == pages)
    #expect(reference.doi == doi)
  }

  @Test("The reference list of the source review has the properties that were counted by hand")
  func seeds() throws {
    let references = try Corpus.references("seed-004-references.ris")
    #expect(references.count { $0.doi != nil } == 166)
    // One more stands in the address of a publisher's page.
    #expect(Set(references.compactMap(\.normalDOI)).count == 167)
    #expect(references.allSatisfy { $0.publicationYear != nil && $0.title != nil })
    #expect(references.count { ($0.publicationYear ?? 0) >= 2016 } == 188)
  }
}
