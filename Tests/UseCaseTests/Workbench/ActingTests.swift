import Ledger
import Screening
import Testing

@testable import Service

@Suite("An act is done once, wholly, and answered alike")
struct ActingTests {
  @Test("A request sent twice gives the first answer and one entry, also after a restart")
  func twice() throws {
    let desk = try Desk()
    let first = try desk.decide(1, .include, as: desk.one, request: "a")
    let again = try desk.decide(1, .exclude, as: desk.one, request: "a")
    #expect(!first.isRepeat && again.isRepeat && again.position == first.position)
    desk.bench.close()
    let other = try Desk.open(desk.store)
    let form = DecisionForm(report: RecordNumber(1), stage: .titleAbstract, verdict: .include)
    let late = try other.decide(form, desk.acting(desk.one, request: "a"))
    #expect(late.isRepeat && late.position == first.position)
    #expect(try other.state(of: desk.review.id).head.position == first.position.value)
  }

  @Test("What is refused leaves nothing behind, not even a word, and may be sent again")
  func refused() throws {
    let desk = try Desk()
    let head = try desk.head()
    #expect(throws: Fault.self) {
      try desk.decide(9, .include, as: desk.one, note: "Lost?", request: "a")
    }
    #expect(try desk.head() == head)
    #expect(try !desk.decide(1, .include, as: desk.one, request: "a").isRepeat)
  }

  @Test("Two services on one store see each other's entries, and each other's refusals hold")
  func besides() throws {
    let desk = try Desk()
    let other = try Desk.open(desk.store)
    _ = try other.state(of: desk.review.id)
    try desk.decide(1, .include, as: desk.one)
    try desk.decide(1, .include, as: desk.two)
    let seen = try other.state(of: desk.review.id).review
    #expect(seen.leaf(of: RecordNumber(1)) == .awaitingRetrieval)
    let form = DecisionForm(report: RecordNumber(2), stage: .titleAbstract, verdict: .exclude)
    _ = try other.decide(form, desk.acting(desk.two))
    try desk.decide(2, .exclude, as: desk.one)
    #expect(
      try desk.bench.state(of: desk.review.id).review.leaf(of: RecordNumber(2))
        == .excludedAtTitleAbstract)
  }

  @Test("The state at a position, and as of a moment, is that of the entries up to there")
  func past() throws {
    let desk = try Desk()
    let before = try desk.head()
    try desk.decide(1, .exclude, as: desk.one)
    try desk.decide(1, .exclude, as: desk.two)
    let old = try desk.bench.state(of: desk.review.id, at: Position(before.position))
    #expect(old.head == before)
    #expect(old.review.leaf(of: RecordNumber(1)) == .awaitingTitleAbstract)
    let moment = Moment(microseconds: before.moment)
    #expect(try desk.bench.state(of: desk.review.id, asOf: moment).head == before)
  }

  @Test("A ledger with a fact of a newer program is read and not written")
  func newer() throws {
    let desk = try Desk()
    let (head, ledger) = (try desk.head(), desk.review.id)
    desk.bench.close()
    let store = desk.store.connect()
    try store.write { (writing) throws(StoreFault) in
      try writing.append(
        Entry(
          ledger: ledger, after: head, moment: head.moment, author: .rule(1), protocolVersion: 1,
          kind: 999, payload: []))
    }
    let bench = try Desk.open(desk.store)
    #expect(try bench.state(of: ledger).head == head)
    let fault = #expect(throws: Fault.self) {
      try bench.liftBlind(desk.acting(desk.lead))
    }
    guard case .readOnlyReview(let position) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(position.value == head.position + 1)
    #expect(try bench.verify(desk.review).damage.count == 1)
  }

  @Test("A queue leases what it offers, and brings the same again first")
  func queue() throws {
    let desk = try Desk(reports: 5)
    let first = try desk.bench.queue(at: .titleAbstract, take: 2, desk.acting(desk.one))
    #expect(first.map(\.value) == [1, 2])
    let again = try desk.bench.queue(at: .titleAbstract, take: 3, desk.acting(desk.one))
    #expect(again.map(\.value) == [1, 2, 3])
    #expect(throws: Fault.self) {
      try desk.bench.queue(at: .titleAbstract, take: 1, desk.acting(desk.lead))
    }
  }
}
