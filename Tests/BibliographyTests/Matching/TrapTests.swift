import Bibliography
import Testing

@Suite("Traps of real reference lists, on made-up records of the same shape")
struct TrapTests {
  private let title = "Influences on the work of ward companions for adults: a systematic review"

  @Test("Two works over one abstract are never linked: the wrong text was pasted")
  func oneAbstractTwoWorks() {
    let text = prose(1)
    let found = pair(
      record("Companions on night wards", by: [], in: nil, volume: nil, pages: nil, abstract: text),
      record("Paying volunteers fairly", by: [], in: nil, volume: nil, pages: nil, abstract: text))
    #expect(found.band != .sure)
    #expect(found.evidence.abstract == .same && found.evidence.title == .different)
  }

  @Test("Parts of one framework with a shared paragraph stay apart")
  func partsOfAFramework() {
    let parts = (1...3).map {
      record(
        "A framework for companion work. Part \($0)", by: ["A Made-up Agency"], in: nil,
        volume: nil, pages: nil, abstract: prose(2))
    }
    #expect(groups(parts).groups.isEmpty)
    #expect(pair(parts[0], parts[1]).rule == .parts)
  }

  @Test("Parts of one framework whose names differ stay apart as well")
  func namedParts() {
    let parts = ["planning", "training", "supervision"].map {
      record(
        "A framework for companion work: \($0)", by: ["A Made-up Agency"], in: nil, volume: nil,
        pages: nil, abstract: prose(2))
    }
    #expect(groups(parts).groups.isEmpty)
  }

  @Test("Print and online-first with a year between them are asked, not linked")
  func onlineFirst() {
    let print = record(
      title, by: [], year: "March 2020", volume: nil, pages: nil, abstract: prose(3))
    let online = record(
      title, by: [], year: "June 2019", volume: nil, pages: nil, abstract: prose(4))
    #expect(pair(print, online).band == .ask)
  }

  @Test("Competences and competencies, a year apart, are asked")
  func competences() {
    let one = record(
      "Nurses and companions: self-perceptions of clinical competences", by: [],
      year: "June 2018", volume: nil, pages: nil)
    let other = record(
      "Nurses and companions: selfperceptions of clinical competencies", by: [],
      year: "December 2017", volume: nil, pages: nil)
    let found = pair(one, other)
    #expect(found.band == .ask && found.evidence.title == .close)
  }

  @Test("One entry in two sections, under one title, journal and summary, is one report")
  func twoSections() {
    let one = record(
      "From patient to companion: a grounded theory", by: [], year: "December 2019", volume: nil,
      pages: nil, abstract: prose(5))
    var other = one
    other.year = "September 2019"
    #expect(pair(one, other).band == .sure)
  }

  @Test("One short title on two works is no reason to link them, and none to ask")
  func oneTitleTwoWorks() {
    let chapter = record(
      "Ward companions", by: ["Forrest, C."], year: "2021", in: "A Book", volume: nil,
      pages: "101-120", type: "Book Section")
    let report = record(
      "Ward companions", by: ["A Made-up Charity"], year: "2019", in: nil, volume: nil, pages: nil,
      type: "Report")
    #expect(pair(chapter, report).band == .different)
  }

  @Test("First author and year alone prove nothing")
  func firstAuthorAndYear() {
    let one = record(
      "Volunteers at the bedside", by: ["Gilmore, S."], pages: "1-9", doi: "10.1000/1")
    let other = record("Learning to listen", by: ["Gilmore, S."], pages: "44-52", doi: "10.1000/2")
    #expect(pair(one, other).band == .different)
  }

  @Test("Two modules of one series by one body in one year stay apart")
  func modules() {
    let modules = ["transforming services", "person-centred recovery planning"].map {
      record(
        "One-to-one support by and for people: \($0)", by: ["A World Body"], year: "2019", in: nil,
        volume: nil, pages: nil)
    }
    #expect(pair(modules[0], modules[1]).band != .sure)
  }

  @Test("A record that prints another work's DOI is not linked to that work")
  func anotherWorksDOI() {
    let work = record(title, by: ["Ibsen, N."], pages: "285-293", doi: "10.1000/right")
    let damaged = record(
      "Rostering companions on acute wards", by: ["Rowan, P."], year: "2017", volume: "8",
      pages: "33", doi: "10.1000/right")
    #expect(pair(work, damaged).band != .sure)
  }

  @Test("A DOI inside an address that is no resolver is no DOI of the record")
  func addressWithADOI() {
    let one = record(title, doi: "10.1000/abc")
    let other = record(
      title, urls: ["https://www.index.example/record.uri?doi=10.1000%2fabc&partner=40"])
    #expect(pair(one, other).band == .sure, "nothing differs, so nothing speaks against it")
  }

  @Test("A doubled resolver before a DOI is read through")
  func doubledResolver() {
    let one = record(
      title, by: ["Ibsen, N."], doi: "https://doi.org/https://dx.doi.org/10.1000/ABC")
    let other = record(title, by: ["Ibsen, N."], volume: nil, pages: nil, doi: "10.1000/abc")
    #expect(pair(one, other).rule == .doi)
  }

  @Test("A database's code in the place of the issue changes nothing")
  func codeAsIssue() {
    let found = pair(record(title, issue: "101650634"), record(title, issue: "3"))
    #expect(found.band == .sure)
  }

  @Test("A journal in capitals or with its city is the same journal")
  func journalSpellings() {
    let found = pair(
      record(title, in: "PSYCHIATRIC SERVICES"),
      record(title, in: "Psychiatric services (Washington, D.C.)"))
    #expect(found.evidence.journal == .same)
  }
}
