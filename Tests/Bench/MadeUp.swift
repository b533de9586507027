import Glibc

/// Exports that are made up, of records as long as those of databases; the same every time.
enum MadeUp {
  private static let words = """
    peer support worker mental health recovery ward nurse service community trial randomised \
    qualitative interview outcome people lived experience study method result conclusion group \
    control systematic review evidence quality
    """.split(separator: " ").map { String($0) }

  static func write(_ format: String, records: Int, to path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchFault(what: "cannot write \(path)") }
    defer { fclose(file) }
    var die = Die()
    if format == "pubmed-xml" { fputs("<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n", file) }
    for number in 0..<records {
      fputs(format == "ris" ? ris(number, &die) : xml(number, &die), file)
    }
    if format == "pubmed-xml" { fputs("</PubmedArticleSet>\n", file) }
  }

  private static func ris(_ number: Int, _ die: inout Die) -> String {
    let year = 1990 + die.roll(35)
    var lines = ["TY  - JOUR", "ID  - \(number)", "TI  - \(die.words(14, words))"]
    for _ in 0...die.roll(6) { lines.append("AU  - \(die.words(1, words)), A. B.") }
    lines += [
      "PY  - \(year)", "DA  - \(year)/03/01/", "JO  - Journal of \(die.words(3, words))",
      "VL  - \(die.roll(90))", "IS  - \(die.roll(12))", "SP  - \(number % 900)",
      "EP  - \(number % 900 + 9)", "SN  - 1234-5679", "DO  - 10.5555/\(year).\(number)",
      "AB  - \(die.words(120, words))\(number % 10 == 0 ? " Ångström" : "")",
    ]
    for _ in 0...die.roll(6) { lines.append("KW  - \(die.words(2, words))") }
    lines += ["LA  - English", "UR  - https://example.org/\(number)", "ER  - ", "", ""]
    return lines.joined(separator: "\r\n")
  }

  private static func xml(_ number: Int, _ die: inout Die) -> String {
    let year = 1990 + die.roll(35)
    let authors = (0...die.roll(6)).map { _ in
      "<Author ValidYN=\"Y\"><LastName>\(die.words(1, words))</LastName><ForeName>Ada B</ForeName>"
        + "<Initials>AB</Initials><AffiliationInfo><Affiliation>School of Examples, Nowhere."
        + "</Affiliation></AffiliationInfo></Author>"
    }
    let headings = (0...die.roll(8)).map { _ in
      "<MeshHeading><DescriptorName UI=\"D1\" MajorTopicYN=\"N\">\(die.words(2, words))"
        + "</DescriptorName></MeshHeading>"
    }
    return """
      <PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">\(number + 1)</PMID>
      <Article PubModel="Print"><Journal><ISSN IssnType="Print">1234-5679</ISSN><JournalIssue>
      <Volume>\(die.roll(90))</Volume><Issue>\(die.roll(12))</Issue><PubDate><Year>\(year)</Year>
      <Month>Mar</Month></PubDate></JournalIssue><Title>Journal of \(die.words(3, words))</Title>
      </Journal><ArticleTitle>\(die.words(14, words)).</ArticleTitle><Pagination><MedlinePgn>1-9
      </MedlinePgn></Pagination><Abstract><AbstractText>\(die.words(120, words))</AbstractText>
      </Abstract><AuthorList CompleteYN="Y">\(authors.joined())</AuthorList>
      <Language>eng</Language></Article><MeshHeadingList>\(headings.joined())</MeshHeadingList>
      </MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/\(number)
      </ArticleId></ArticleIdList></PubmedData></PubmedArticle>

      """
  }

  /// Numbers that are the same every time.
  private struct Die {
    private var state: UInt64 = 2023

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }

    mutating func words(_ count: Int, _ words: [String]) -> String {
      (0..<count).map { _ in words[roll(words.count)] }.joined(separator: " ")
    }
  }
}
