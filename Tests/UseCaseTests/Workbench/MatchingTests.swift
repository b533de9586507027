import Bibliography
import Screening
import Service
import Testing

@Suite("Duplicates are linked by rule where that is sure, and asked where people have not answered")
struct MatchingTests {
  private let desk: Desk

  init() throws { desk = try Desk(reports: 1) }

  /// Files one paper, as often as there are DOIs; gives the records' numbers.
  @discardableResult
  private func file(_ dois: [String], note: String = "") throws -> [RecordNumber] {
    let lines = dois.map { doi in
      """
      {"title": "Light at night and how older patients sleep on a surgical ward", \
      "year": "2019", "journal": "Wards", "doi": "10.5555/\(doi)", "notes": ["\(note)"]}

      """
    }.joined()
    let report = try desk.bench.importFile(
      ImportSource(name: "x.jsonl", bytes: Array(lines.utf8)), from: SourceID("medline"),
      desk.acting(desk.lead))
    return dois.indices.map { RecordNumber(report.first.value + UInt32($0)) }
  }

  private func find() throws -> Int {
    try desk.bench.findDuplicates(desk.acting(desk.lead)).links
  }

  private func questions(for person: PersonID? = nil) throws -> [DuplicateQuestion] {
    try desk.bench.duplicateQuestions(desk.acting(person ?? desk.lead))
  }

  private var review: Review {
    get throws { try desk.bench.state(of: desk.review.id).review }
  }

  @Test("A pair is asked with its rule and evidence, and never again once a person has said no")
  func asked() throws {
    let ids = try file(["1", "2"])
    #expect(try find() == 0)
    let question = try #require(try questions().first)
    #expect(question.records == RecordPair(ids[0], ids[1]) && question.openness == .free)
    #expect(question.match.rule == .twoDOIs && question.match.evidence.title == .same)
    _ = try desk.bench.part(ids[0], ids[1], desk.acting(desk.lead))
    #expect(try questions().isEmpty)
    #expect(try find() == 0)
  }

  @Test("A pair that a person has linked is not asked")
  func merged() throws {
    _ = try desk.bench.merge(try file(["1", "2"]), desk.acting(desk.lead))
    #expect(try questions().isEmpty)
  }

  @Test("A late record joins a decided twin, and the outcome stands")
  func lateTwin() throws {
    let old = try file(["1"])[0]
    for person in [desk.one, desk.two] { try desk.decide(old.value, .include, as: person) }
    let late = try file(["1"], note: "late")[0]
    #expect(try find() == 1)
    let review = try review
    #expect(review.report(of: late) == old && review.leaf(of: old) == .awaitingRetrieval)
  }

  @Test("A late record joins the whole report that people have merged, and nothing is asked of it")
  func lateMerged() throws {
    let ids = try file(["1", "2"])
    _ = try desk.bench.merge(ids, desk.acting(desk.lead))
    let late = try file(["2"], note: "late")[0]
    #expect(try find() == 1)
    #expect(try review.records(of: ids[0]) == ids + [late])
    #expect(try questions().isEmpty)
  }

  @Test("A late record like both of two that people split joins one, never both, and is not asked")
  func lateSplit() throws {
    let ids = try file(["1", "1"])
    #expect(try find() == 1)
    _ = try desk.bench.split(ids[1], desk.acting(desk.lead))
    let late = try file(["1"], note: "late")[0]
    #expect(try find() == 1)
    let review = try review
    let reports = Set(ids.map { review.report(of: $0) })
    #expect(reports.count == 2 && reports.contains(review.report(of: late)))
    #expect(try questions().isEmpty)
    #expect(try find() == 0)
  }

  @Test("Surely the same with decisions on both sides is asked, but not of whoever is blind")
  func bothDecided() throws {
    let ids = try file(["1", "1"])
    for id in ids { try desk.decide(id.value, .include, as: desk.one) }
    #expect(try find() == 0)
    #expect(try questions().map(\.openness) == [.bothDecided])
    _ = try desk.bench.give([.reviewer, .librarian], to: desk.two, desk.acting(desk.lead))
    #expect(try questions(for: desk.two).isEmpty)
    _ = try desk.bench.merge(ids, desk.acting(desk.lead))
    #expect(try questions().isEmpty)
  }

  @Test("Reviewers are not told what waits")
  func refused() throws {
    #expect(throws: Fault.self) { try questions(for: desk.one) }
    #expect(throws: Fault.self) { try desk.bench.duplicateNumbers(desk.acting(desk.one)) }
  }

  @Test("The numbers tell links by rule, by people, what was said apart and what waits")
  func numbers() throws {
    let ids = try file(["1", "1", "2", "3"])
    #expect(try find() == 1)
    _ = try desk.bench.merge([ids[0], ids[2]], desk.acting(desk.lead))
    var numbers = try desk.bench.duplicateNumbers(desk.acting(desk.lead))
    #expect(numbers.records == 5 && numbers.duplicates == 2 && numbers.byPeople == 1)
    #expect(numbers.byRule.map(\.rule) == [.doi] && numbers.byRule.map(\.links) == [1])
    #expect(numbers.apart == 0 && numbers.open == 1)
    _ = try desk.bench.part(ids[0], ids[3], desk.acting(desk.lead))
    numbers = try desk.bench.duplicateNumbers(desk.acting(desk.lead))
    #expect(numbers.apart == 1 && numbers.open == 0)
  }
}
