import Ledger
import Screening
import TestSupport
import Testing

@testable import Service

@Suite("Two workbenches on one store")
struct SharingTests {
  @Test("Each reads and judges what the other wrote", arguments: Desk.Kind.allCases)
  func together(kind: Desk.Kind) throws {
    let team = try Team(kind)
    let other = try team.elsewhere()
    #expect(try other.state(of: team.review.id).review.recordCount == 4)
    // Reading: what one wrote, the other sees.
    try team.decide(1, by: team.ada)
    #expect(
      try other.state(of: team.review.id).head == team.workbench.state(of: team.review.id).head)
    // Writing: the act is judged on what the other wrote since, without a look in between.
    try team.decide(1, by: team.ben, at: other)
    try team.decide(2, by: team.ada)
    try team.decide(2, by: team.ben, at: other)
    #expect(try team.state().reports(in: .awaitingRetrieval).count == 2)
    let refusal = try refusal { () throws(Fault) in
      _ = try other.give(.arbiter, to: team.zoe, team.lead)
      try team.decide(1, by: team.zoe)
    }
    #expect(refusal == .needsRole(.reviewer))
    // People and reviews too.
    let mia = try other.addPerson(named: "mia").person
    #expect(try team.workbench.person(named: "mia") == mia)
    _ = try team.desk.store().verifyChain(of: team.review.id)
    #expect(try other.verify(team.review).allIsWell)
  }

  @Test("Both act at once, and every act is taken once")
  func atOnce() throws {
    let team = try Team(.file, records: 40)
    let other = try team.elsewhere()
    let answers = Notes<Result<Done, Fault>>()
    inThreads(8) { number in
      let (bench, person) =
        number % 2 == 0 ? (team.workbench, team.ada) : (other, team.ben)
      for report in stride(from: number / 2 + 1, through: 40, by: 4) {
        answers.add(
          Result { () throws(Fault) in
            try team.decide(UInt32(report), by: person, at: bench)
          })
      }
    }
    let positions = try Set(answers.all.map { try $0.get().position })
    #expect(positions.count == 80)
    #expect(try team.state().reports(in: .awaitingRetrieval).count == 40)
    #expect(try Int(team.desk.store().verifyChain(of: team.review.id).position) == team.length())
  }
}

@Suite("A ledger that a newer or a faulty program wrote")
struct ForeignEntryTests {
  @Test("A newer kind of fact leaves the review readable and refuses every act")
  func newer() throws {
    let team = try Team(.file)
    try team.decide(1, by: team.ada)
    let before = try team.state()
    let at = try team.append(kind: 999, payload: [1, 2, 3])
    for bench in [team.workbench, try team.elsewhere()] {
      #expect(try bench.state(of: team.review.id).review.isSame(as: before))
      let ada = Acting(on: team.review.id, as: team.ada)
      let refused = [
        try team.readOnly { () throws(Fault) in try team.decide(2, by: team.ada, at: bench) },
        try team.readOnly { () throws(Fault) in
          _ = try bench.queue(at: .titleAbstract, take: 1, ada)
        },
        try team.readOnly { () throws(Fault) in
          _ = try bench.importFile(
            ImportSource(name: "a.jsonl", bytes: .records(1, from: 9)), from: "medline",
            team.lead)
        },
      ]
      #expect(refused == [at, at, at])
    }
    #expect(try team.length() == Int(at.value))
    let verified = try team.workbench.verify(team.review)
    #expect(verified.contradictions == [])
    #expect(verified.damage.map { $0.hasPrefix("Entry #\(at.value) is of a kind") } == [true])
  }

  @Test(
    "A newer kind of fact in the workspace's ledger leaves it readable and is written after by nobody"
  )
  func newerWorkspace() throws {
    let team = try Team()
    let head = try team.append(kind: 999, payload: [], to: .workspace)
    let other = try team.elsewhere()
    for bench in [team.workbench, other] {
      #expect(try bench.people().count == 4)
      let fault = try storeFault { () throws(Fault) in _ = try bench.addPerson(named: "mia") }
      #expect(fault == .unknownKind(ledger: .workspace, position: head.value, kind: 999))
    }
    try team.decide(1, by: team.ada)  // reviews go on
  }

  @Test("A payload that is no fact is named, and no other review suffers")
  func unreadable() throws {
    let team = try Team()
    let second = try team.workbench.createReview(
      named: "other", protocolFile: Array(String.sampleProtocol.utf8), lead: team.lea
    ).review
    let at = try team.append(kind: FactKind.reportSelected.rawValue, payload: [1, 7])
    let named = StoreFault.unreadable(
      ledger: team.review.id, position: at.value, kind: FactKind.reportSelected.rawValue)
    let other = try team.elsewhere()
    for bench in [team.workbench, other] {
      let reading = try storeFault { () throws(Fault) in
        _ = try bench.state(of: team.review.id)
      }
      let acting = try storeFault { () throws(Fault) in
        try team.decide(1, by: team.ada, at: bench)
      }
      #expect(reading == named && acting == named)
      _ = try bench.give(.reviewer, to: team.ada, Acting(on: second.id, as: team.lea))
    }
  }

  @Test("An entry by a rule that is not known is named")
  func unknownRule() throws {
    let team = try Team()
    let at = try team.append(
      kind: FactKind.blindLifted.rawValue, payload: [], author: .rule(77))
    let reading = try storeFault { () throws(Fault) in
      _ = try team.workbench.state(of: team.review.id)
    }
    #expect(
      reading
        == .unreadable(
          ledger: team.review.id, position: at.value, kind: FactKind.blindLifted.rawValue))
  }
}

extension Team {
  /// Writes an entry past the workbench, as another program would.
  fileprivate func append(
    kind: UInt16, payload: [UInt8], author: Entry.Author = .person(.workspace),
    to ledger: Identifier? = nil
  ) throws(StoreFault) -> Position {
    let ledger = ledger ?? review.id
    return try desk.store().write { (writing) throws(StoreFault) in
      let entry = Entry(
        ledger: ledger, after: try writing.head(of: ledger), moment: 0, author: author,
        protocolVersion: 1, kind: kind, payload: payload)
      try writing.append(entry)
      return Position(entry.position)
    }
  }

  /// Where the review turned out to be newer than the program; nil if the act was carried out.
  fileprivate func readOnly(_ act: () throws(Fault) -> Void) throws(Fault) -> Position? {
    switch fault(act) {
    case .readOnlyReview(let position): return position
    case let other?: throw other
    case nil: return nil
    }
  }
}
