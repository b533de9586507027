import Bibliography
import Ledger
import Screening
import Service
import Testing

@Suite("What is alike is kept between two starts, and worked out anew where that does not fit")
struct KeptMatchesTests {
  private let shelf = Shelf()
  private let desk: Desk

  init() throws { desk = try Desk(reports: 1, matches: shelf) }

  /// Another service over the same store: one that keeps what it finds on the shelf, or nothing.
  private func other(keeping: Bool = true) throws -> Workbench {
    keeping ? try Desk.open(desk.store, matches: shelf) : try Desk.open(desk.store)
  }

  /// Files a paper for each title and DOI; gives the import.
  @discardableResult
  private func file(_ papers: [(title: String, doi: String)]) throws -> ImportReport {
    let lines = papers.map { paper in
      """
      {"title": "\(paper.title) and how older patients sleep on a surgical ward", \
      "year": "2019", "journal": "Wards", "doi": "10.5555/\(paper.doi)"}

      """
    }.joined()
    return try desk.bench.importFile(
      ImportSource(name: "x.jsonl", bytes: Array(lines.utf8)), from: SourceID("medline"),
      desk.acting(desk.lead))
  }

  private func questions(_ bench: Workbench) throws -> [String] {
    try bench.duplicateQuestions(desk.acting(desk.lead)).map {
      "\($0.records) \($0.match.rule) \($0.match.evidence.description)"
    }
  }

  private func find(_ bench: Workbench) throws -> Int {
    try bench.findDuplicates(desk.acting(desk.lead)).links
  }

  /// Keeps that the first two records of the review are one work, which they are not.
  private func keepALie(at head: Head) throws {
    var twin = Reference()
    twin.title = "Light at night and how older patients sleep on a surgical ward"
    twin.doi = "10.5555/1"
    var matcher = Matcher()
    for number: UInt32 in 1...3 { matcher.append(MatchKey(twin, number: number)) }
    matcher.match()
    var pieces: [[UInt8]] = []
    matcher.checkpoint { pieces.append($0) }
    shelf.put(pieces, of: desk.review.id, at: head)
  }

  @Test("What is kept is believed where it fits, so that no record is read again")
  func believed() throws {
    try file([("Light at night", "1"), ("Noise by day", "2")])
    #expect(try questions(other(keeping: false)).isEmpty)
    try keepALie(at: try desk.head())
    #expect(try find(other()) == 2)
    let review = try desk.bench.state(of: desk.review.id).review
    func rules(_ bench: Workbench) throws -> [String] {
      try bench.matchesOfLinks(of: desk.review.id, in: review).map { "\($0.records) \($0.rule)" }
    }
    let told = try rules(other())
    #expect(told.count == 2 && told.allSatisfy { $0.hasSuffix(" doi") })
    let read = try rules(other(keeping: false))
    #expect(read.count == 2 && read.allSatisfy { $0.hasSuffix(" unlike") })
  }

  @Test("What is of another ledger is not believed")
  func foreign() throws {
    try file([("Light at night", "1"), ("Noise by day", "2")])
    let head = try desk.head()
    try keepALie(at: Head(position: head.position, moment: head.moment + 1, digest: head.digest))
    #expect(try find(other()) == 0)
    shelf.clear()
    try keepALie(at: Head(position: head.position + 1, moment: head.moment, digest: head.digest))
    #expect(try find(other()) == 0)
  }

  @Test("What is damaged is not believed, and kept anew")
  func damaged() throws {
    try file([("Light at night", "1"), ("Light at night", "2")])
    let answers = try questions(desk.bench)
    #expect(answers.count == 1 && shelf.count == 1)
    shelf.spoil()
    #expect(try questions(other()) == answers)
    #expect(shelf.count == 2)
    #expect(try questions(other()) == answers)
    #expect(shelf.count == 2)
  }

  @Test("Where keys cannot be read again, that is told, nothing is linked and nothing is kept")
  func lost() throws {
    try file((0..<300).map { ("Light on night \($0 / 2) of \($0 / 2 * 7919)", "\($0 / 2)") })
    let poor = try Desk.open(desk.store, matches: shelf) { LostFile() }
    let fault = #expect(throws: Fault.self) { try find(poor) }
    guard case .file(.unread(path: "checkpoints", _))? = fault else {
      Issue.record("told was \(String(describing: fault))")
      return
    }
    #expect(shelf.count == 0)
    #expect(try find(other()) == 150)
  }

  @Test("Asked again, a service remembers; only what is new is kept anew")
  func remembered() throws {
    try file([("Light at night", "1"), ("Light at night", "2")])
    _ = try questions(desk.bench)
    let reads = shelf.timesRead
    _ = try questions(desk.bench)
    _ = try find(desk.bench)
    _ = try desk.bench.duplicateNumbers(desk.acting(desk.lead))
    #expect(shelf.timesRead == reads && shelf.count == 1)
    try file([("Light at night", "1")])
    #expect(try find(desk.bench) == 1)
    #expect(shelf.count == 2)
  }

  @Test("Records of an import that was withdrawn are like no other any more")
  func withdrawn() throws {
    let first = try file([("Light at night", "1")])
    try file([("Light at night", "2"), ("Light at night", "3")])
    #expect(try questions(desk.bench).count == 3)
    _ = try desk.bench.withdraw(first.file, because: "The wrong file.", desk.acting(desk.lead))
    for bench in [desk.bench, try other(), try other(keeping: false)] {
      #expect(try questions(bench).count == 1)
    }
  }

  @Test("A corrected record is compared like any other")
  func corrected() throws {
    let report = try desk.bench.importFile(
      ImportSource(name: "x.jsonl", bytes: Array("{\"title\": \"One\"}\n{\"title\": \n".utf8)),
      from: SourceID("medline"), desk.acting(desk.lead))
    try file([("Light at night", "1")])
    #expect(try questions(desk.bench).isEmpty)
    var late = Reference()
    late.title = "Light at night and how older patients sleep on a surgical ward"
    late.doi = "10.5555/1"
    _ = try desk.bench.correct(0, of: report.file, as: late, desk.acting(desk.lead))
    #expect(try find(other()) == 1)
    #expect(try find(desk.bench) == 0)
  }

  @Test(
    "Whatever came before, the answers are those of a service that keeps nothing",
    arguments: UInt64(1)...6)
  func same(seed: UInt64) throws {
    var state = seed
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
    var imports: [ImportNumber] = []
    for _ in 0..<12 {
      let records = try desk.bench.state(of: desk.review.id).review.liveRecords
      switch roll(5) {
      case 0 where !imports.isEmpty:
        let import_ = imports.remove(at: roll(imports.count))
        _ = try desk.bench.withdraw(import_, because: "Wrong.", desk.acting(desk.lead))
      case 1 where records.count > 1:
        _ = try? desk.bench.part(
          records[roll(records.count)], records[roll(records.count)], desk.acting(desk.lead))
      case 2 where records.count > 1:
        _ = try? desk.bench.merge(
          [records[roll(records.count)], records[roll(records.count)]], desk.acting(desk.lead))
      case 3: _ = try find(roll(2) == 0 ? desk.bench : try other())
      case _:
        let papers = (0..<1 + roll(6)).map { _ in
          (["Light at night", "Noise by day", "Light at night: part 2"][roll(3)], "\(roll(4))")
        }
        imports.append(try file(papers).file)
      }
      let answers = try questions(other(keeping: false))
      #expect(try questions(desk.bench) == answers)
      #expect(try questions(other()) == answers)
    }
  }
}

/// Room from which nothing can be read again.
private final class LostFile: ScratchFile {
  let threshold = 0
  let fault: FileFault? = .unread(path: "checkpoints", detail: "Input/output error")

  func add(_ bytes: [UInt8]) -> Int? { 0 }

  func read(from place: Int, count: Int) -> [UInt8]? { nil }
}
