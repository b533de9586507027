import Ledger
import Screening
import Synchronization
import TestSupport
import Testing

@testable import Service

@Suite("Acting")
struct ActingTests {
  @Test("A request sent twice gives the first answer and one entry", arguments: Desk.Kind.allCases)
  func twice(kind: Desk.Kind) throws {
    let team = try Team(kind)
    let first = try team.decide(1, by: team.ada, note: "Ours.", request: "token")
    let (length, texts) = (try team.length(), try team.texts().count)
    let second = try team.decide(1, by: team.ada, note: "Ours.", request: "token")
    #expect(!first.isRepeat)
    #expect(second == Done(position: first.position.value, isRepeat: true))
    #expect(try team.length() == length)
    #expect(try team.texts().count == texts)
  }

  @Test("A request is remembered by a workbench that opens the store anew")
  func afterwards() throws {
    let team = try Team(.file)
    let first = try team.decide(1, by: team.ada, request: "token")
    team.workbench.close()
    let again = try team.elsewhere()
    let second = try team.decide(1, .exclude, by: team.ada, request: "token", at: again)
    #expect(second.isRepeat && second.position == first.position)
    #expect(try again.state(of: team.review.id).review.position == first.position)
  }

  @Test("A request that the program names goes by its moment, and no two go by the same name")
  func named() throws {
    let bench = try Desk().workbench()
    let ids = (0..<100).map { _ in bench.newRequest() }
    #expect(Set(ids).count == 100)
    let moments = ids.map { $0.high >> 12 }
    #expect(moments == (0..<100).map { moments[0] + UInt64($0) * 1_000_000 })
  }

  @Test("A person and a review asked for twice under one request are one")
  func foundedTwice() throws {
    let desk = try Desk()
    let workbench = try desk.workbench()
    let (one, two) = (Identifier(request: "1"), Identifier(request: "2"))
    let lea = try workbench.addPerson(named: "lea", request: one)
    let again = try workbench.addPerson(named: "lea", request: one)
    #expect(!lea.isRepeat && again.isRepeat && lea.person == again.person)
    let bytes = Array(String.sampleProtocol.utf8)
    let first = try workbench.createReview(
      named: "sleep", protocolFile: bytes, lead: lea.person.id, request: two)
    let second = try workbench.createReview(
      named: "other", protocolFile: bytes, lead: lea.person.id, request: two)
    #expect(!first.isRepeat && second.isRepeat && first.review == second.review)
    #expect(try workbench.reviews() == [first.review])
    #expect(try workbench.people() == [lea.person])
  }

  @Test("A refused act leaves neither entry nor words nor receipt", arguments: Desk.Kind.allCases)
  func refused(kind: Desk.Kind) throws {
    let team = try Team(kind)
    let (length, texts) = (try team.length(), try team.texts().count)
    let refusal = try refusal { () throws(Fault) in
      try team.decide(1, by: team.zoe, note: "Mine.", request: "token")
    }
    #expect(refusal == .needsRole(.reviewer))
    #expect(try team.length() == length)
    #expect(try team.texts().count == texts)
    #expect(try team.desk.store().receipt(of: Identifier(request: "token")) == nil)
  }

  @Test("An entry carries the author, the version in force, and words under their digest")
  func entry() throws {
    let team = try Team()
    let done = try team.decide(2, .exclude, by: team.ada, note: "Not asleep.")
    let row = try #require(
      try team.workbench.ledger(of: team.review.id, after: Position(done.position.value - 1)).first)
    #expect(row.position == done.position)
    #expect(row.author == .person(team.ada))
    #expect(row.protocolVersion == 1)
    guard case .decisionGiven(let fact) = row.fact else {
      Issue.record("\(row.fact) is no decision")
      return
    }
    let note = try #require(fact.note)
    #expect(try team.workbench.text(of: note, in: team.review.id) == "Not asleep.")
    let head = try team.desk.store().head(of: team.review.id)
    #expect(row.digest == head.digest)
  }

  @Test("A fact that its bytes would not give back is never written")
  func unwritable() throws {
    let team = try Team()
    let length = try team.length()
    let fault = try storeFault { () throws(Fault) in
      _ = try team.workbench.importFile(
        ImportSource(name: "more.jsonl", bytes: .records(1, from: 50)),
        from: "medline", searched: PartialDate(year: -5), team.lead)
    }
    #expect(
      fault == .unreadable(ledger: team.review.id, position: UInt32(length + 1), kind: 10))
    #expect(try team.length() == length)
    #expect(try team.state().imports.count == 1)
  }

  @Test("An act is handed over without waiting, and answered when it is durable")
  func handedOver() throws {
    let team = try Team()
    let answers = Promise<Result<Done, Fault>>()
    try team.workbench.act(
      team.lead,
      { (review) throws(Refusal) in try review.giving(.observer, to: team.ben, by: team.lea) },
      finish: { answers.give($0) })
    let done = try #require(answers.wait()).get()
    #expect(Int(done.position.value) == (try team.length()))
    try team.workbench.act(
      Acting(on: team.review.id, as: team.ada),
      { (review) throws(Refusal) in try review.giving(.lead, to: team.ada, by: team.ada) },
      finish: { answers.give($0) })
    #expect(throws: Fault.self) { try #require(answers.wait()).get() }
  }

  @Test("Moments never go back, whatever the clock does", arguments: Desk.Kind.allCases)
  func monotone(kind: Desk.Kind) throws {
    let team = try Team(kind)
    try team.decide(1, by: team.ada)
    team.desk.clock.withLock { $0 = 5 }
    try team.decide(1, by: team.ben)
    try team.decide(2, by: team.ben)
    let moments = try team.workbench.ledger(of: team.review.id).map(\.moment)
    #expect(moments == moments.sorted())
    #expect(try team.state().moment == moments.last)
    _ = try team.desk.store().verifyChain(of: team.review.id)
  }
}
