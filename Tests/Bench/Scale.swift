import Glibc
import Ledger
import SQLite
import Screening

@testable import Service

/// A review of a million reports: what it costs to open, to keep in memory, and to write to.
enum Scale {
  static let review = Identifier(high: 1, low: 1)
  static let people = (1...4).map { PersonID(high: 9, low: UInt64($0)) }

  /// Writes the ledger of a review straight into a store: two decisions for each report.
  static func make(in folder: String, reports: Int) throws {
    let store = try SQLiteStore.open(path: folder + "/winnow.sqlite", create: true)
    defer { store.close() }
    let start = Machine.seconds()
    var head = try append(
      founding(reports: reports, people: people), after: .empty, to: store)
    var facts: [(Author, Fact)] = []
    var random = SplitMix(seed: 7)
    for value in 1...UInt32(reports) {
      let first = Int(random.next() % 4)
      let other = (first + 1 + Int(random.next() % 3)) % 4
      let draw = random.next() % 100
      facts.append((.person(people[first]), decision(on: value, draw < 8 ? .include : .exclude)))
      facts.append((.person(people[other]), decision(on: value, draw < 5 ? .include : .exclude)))
      if facts.count >= 20_000 {
        head = try append(facts, after: head, to: store)
        facts.removeAll(keepingCapacity: true)
      }
    }
    head = try append(facts, after: head, to: store)
    let each = (Machine.seconds() - start) / Double(head.position) * 1e6
    print("  written: \(head.position) entries, \(each.rounded(to: 1)) µs each")
  }

  /// Writes the ledger of a review that nobody has decided anything in yet.
  static func found(in folder: String, reports: Int, people: [PersonID]) throws {
    let store = try SQLiteStore.open(path: folder + "/winnow.sqlite", create: true)
    defer { store.close() }
    _ = try append(founding(reports: reports, people: people), after: .empty, to: store)
  }

  private static func append(
    _ facts: [(Author, Fact)], after head: Head, to store: any Store
  ) throws(StoreFault) -> Head {
    try store.write { (writing) throws(StoreFault) in
      var head = head
      for (author, fact) in facts {
        let entry = Entry(
          ledger: review, after: head, moment: head.moment + 1, author: author.stored,
          protocolVersion: 1, kind: fact.kind.rawValue, payload: fact.payload)
        try writing.append(entry)
        head = entry.head
      }
      return head
    }
  }

  private static func founding(reports: Int, people: [PersonID]) -> [(Author, Fact)] {
    let none = Fingerprint(quarters: (0, 0, 0, 0))
    let lead = people[0]
    let content = ReviewProtocol(
      title: "Bench", framework: .own,
      domains: [
        Domain(
          id: "all", name: "All",
          exclude: [Criterion(id: CriterionID("off-topic"), text: "Another topic.")])
      ], sources: [Source(id: SourceID("medline"), name: "MEDLINE", route: .database)])
    var facts: [(Author, Fact)] = [
      (
        .person(lead),
        .protocolAdopted(ProtocolAdopted(version: 1, content: content, file: none))
      )
    ]
    for person in people {
      facts.append((.person(lead), .rolesGiven(person: person, roles: [.lead, .reviewer])))
    }
    facts.append(
      (
        .person(lead),
        .fileImported(
          FileImported(
            file: ImportNumber(1), source: SourceID("medline"), arm: .databases,
            enters: .titleAbstract, first: RecordNumber(1), accepted: UInt32(reports),
            quarantined: 0, batch: BatchID(high: 1, low: 1), fileDigest: none,
            recordsDigest: none, reader: "jsonl/1", searched: nil, name: Words(none)))
      ))
    return facts
  }

  private static func decision(on report: UInt32, _ verdict: Verdict) -> Fact {
    let report = RecordNumber(report)
    return .decisionGiven(
      DecisionGiven(
        report: report, shown: [report], stage: .titleAbstract, round: 1, verdict: verdict))
  }

  // MARK: Opening

  /// Opens the review in this process and tells what it took.
  static func open(in folder: String, withCheckpoint: Bool) throws {
    let workbench = try Place.workbench(in: folder, keepsCheckpoints: true)
    defer { workbench.close() }
    if !withCheckpoint { Place.removeCheckpoints(in: folder) }
    let (start, cpu) = (Machine.seconds(), Machine.cpuSeconds())
    let state = try workbench.state(of: review)
    let took = Machine.seconds() - start
    let spent = Machine.cpuSeconds() - cpu
    let count = state.review.recordCount
    let peak = Machine.peakMegabytes
    let before = folder + "/open-seconds"
    if withCheckpoint {
      let ledger = fopen(before, "r").map { file in
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 64)
        return fgets(&line, 64, file).flatMap { strtod($0, nil) } ?? 0
      }
      let ratio = ledger.map { ", \(($0 / took).rounded(to: 0)) times as fast as the ledger" } ?? ""
      print(
        "  open from a checkpoint: \(took.rounded(to: 2)) s (bar 2)\(ratio), "
          + "peak \(peak) MB (bar 250), \(count) reports")
    } else {
      if let file = fopen(before, "w") {
        fputs("\(took)\n", file)
        fclose(file)
      }
      let entries = Double(state.head.position)
      print(
        "  open from the ledger, checkpoint kept on the way: \(took.rounded(to: 2)) s (bar 20), "
          + "peak \(peak) MB (bar 250)")
      print(
        "    \((entries / took / 1000).rounded(to: 0)) thousand entries a second read, checked "
          + "and folded; \((spent / entries * 1e6).rounded(to: 2)) µs of CPU each")
    }
  }

  /// What one applied decision costs while a reader holds a copy of the whole review.
  static func writeBesideReader(in folder: String) throws {
    let workbench = try Place.workbench(in: folder, keepsCheckpoints: true)
    defer { workbench.close() }
    var review = try workbench.state(of: Scale.review).review
    var random = SplitMix(seed: 3)
    var costs: [Double] = []
    var held = review
    for turn in 0..<2_000 {
      held = review  // a new reader before every write: the dearest case
      let report = RecordNumber(UInt32(random.next() % UInt64(review.recordCount)) + 1)
      let fact = Fact.decisionGiven(
        DecisionGiven(
          report: report, shown: [report], stage: .titleAbstract, round: 1, verdict: .include))
      let start = Machine.seconds()
      review.apply(
        fact, by: .person(people[turn % 4]), at: Position(review.position.value + 1),
        moment: review.moment)
      costs.append((Machine.seconds() - start) * 1e6)
    }
    let mean = costs.reduce(0, +) / Double(costs.count)
    costs.sort()
    print(
      "  a write beside a reader's copy: median \(costs[costs.count / 2].rounded(to: 1)) µs, "
        + "mean \(mean.rounded(to: 1)) µs, 99 % under "
        + "\(costs[costs.count * 99 / 100].rounded(to: 1)) µs (bar 50), "
        + "dearest \((costs.last ?? 0).rounded(to: 1)) µs; \(held.recordCount) reports")
    print(
      "  memory: \((Double(Machine.peakMegabytes) * 1_048_576 / Double(held.recordCount)).rounded(to: 0)) "
        + "bytes of peak a report, process included")
  }
}
