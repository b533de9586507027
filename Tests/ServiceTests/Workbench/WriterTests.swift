import Ledger
import Screening
import Testing

@testable import Service

@Suite("The writer")
struct WriterTests {
  @Test("Sixty-four people who act at once are all answered, in a ledger without a gap")
  func crowd() throws {
    let team = try Team(.file, records: 64)
    let answered = Notes<Result<Done, Fault>>()
    inThreads(64) { number in
      let person = number % 2 == 0 ? team.ada : team.ben
      let answer = Result { () throws(Fault) in
        try team.decide(UInt32(number / 2 + 1), by: person, note: "Note \(number).")
      }
      answered.add(answer)
    }
    let positions = try answered.all.map { try $0.get().position.value }.sorted()
    let length = try team.length()
    #expect(positions == (length - 63...length).map { UInt32($0) })
    let head = try team.desk.store().verifyChain(of: team.review.id)
    #expect(Int(head.position) == length)
    #expect(try team.state().reports(in: .awaitingRetrieval).count == 32)
    #expect(try team.workbench.verify(team.review).faults == [])
  }

  @Test("Acts that wait ride on one commit, and each sees the ones before it")
  func together() throws {
    let team = try Team()
    let moments = try whileTheWriterIsBusy(team) { bench in
      // The second decides as the reviewer that only the first makes of them.
      try bench.act(
        team.lead,
        { (review) throws(Refusal) in try review.giving(.reviewer, to: team.zoe, by: team.lea) },
        finish: { _ in })
      try bench.act(
        Acting(on: team.review.id, as: team.zoe),
        { (review) throws(Refusal) in
          try review.deciding(
            RecordNumber(1), at: .titleAbstract, verdict: .include, reason: nil, also: [],
            note: nil, by: team.zoe)
        }, finish: { _ in })
    }
    #expect(moments.count == 2)
    #expect(Set(moments).count == 1, "Both carry the moment of the one commit")
  }

  @Test(
    "A store's fault in one act is that act's alone",
    arguments: [
      StoreFault.failed(place: "here", detail: "this one"),
      .unreadable(ledger: .workspace, position: 1, kind: 1),
    ])
  func apart(fault: StoreFault) throws {
    let team = try Team()
    let answers = Notes<StoreFault?>()
    let before = try team.desk.store().head(of: .workspace).position
    _ = try whileTheWriterIsBusy(team) { bench in
      for number in 1...3 {
        bench.submit(
          { (commit) throws(StoreFault) in
            if number == 2 { throw fault }
            try bench.appendSomething(in: commit)
          }, finish: { answers.add($0) })
      }
    }
    #expect(answers.all == [nil, fault, nil])
    #expect(try team.desk.store().verifyChain(of: .workspace).position == before + 2)
    #expect(try team.workbench.currentWorkspace().erasures.count == 2)
  }

  @Test("A fault of the whole store is told to every act, and tried once")
  func whole() throws {
    let team = try Team()
    let (tries, answers) = (Notes<Int>(), Notes<StoreFault?>())
    let full = StoreFault.full(place: "the disk")
    _ = try whileTheWriterIsBusy(team) { bench in
      for number in 1...3 {
        bench.submit(
          { (_) throws(StoreFault) in
            tries.add(number)
            if number == 3 { throw full }
          }, finish: { answers.add($0) })
      }
    }
    #expect(tries.all == [1, 2, 3])
    #expect(answers.all == [full, full, full])
  }

  @Test("Closing finishes what waits, and then takes no more")
  func closing() throws {
    let team = try Team()
    let (bench, answers) = (team.workbench, Notes<StoreFault?>())
    for _ in 1...20 {
      bench.submit(
        { (commit) throws(StoreFault) in try bench.appendSomething(in: commit) },
        finish: { answers.add($0) })
    }
    bench.close()
    #expect(answers.all == [StoreFault?](repeating: nil, count: 20))
    let refused = try storeFault { () throws(Fault) in
      _ = try bench.eraseNames(of: team.ada, by: team.lea)
    }
    #expect(
      refused
        == .failed(
          place: "the workspace", detail: "The service is stopping and takes no more acts."))
    bench.close()  // once more does no harm
  }

  /// Lets acts gather behind one that waits, so that they ride together; gives the moments of the
  /// entries that they wrote in the review.
  private func whileTheWriterIsBusy(
    _ team: Team, _ submit: (Workbench) throws -> Void
  ) throws -> [Moment] {
    let before = try team.state().position
    let (began, gate, done) = (Promise<Bool>(), Promise<Bool>(), Promise<Bool>())
    team.workbench.submit(
      { _ in
        began.give(true)
        _ = gate.wait()
      }, finish: { _ in })
    _ = began.wait()
    try submit(team.workbench)
    gate.give(true)
    team.workbench.submit({ _ in }, finish: { _ in done.give(true) })
    _ = done.wait()
    return try team.workbench.ledger(of: team.review.id, after: before).map(\.moment)
  }
}

extension Workbench {
  /// An entry of the workspace's ledger, whatever it says.
  fileprivate func appendSomething(in commit: Commit) throws(StoreFault) {
    _ = try commit.append(
      [.wordsErased(of: PersonID(high: 0, low: 0), ledger: .workspace, count: 0)], to: workspace,
      by: nil)
  }
}
