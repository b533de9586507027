import Ledger
import Screening
import Testing

@testable import Service

@Suite("A review opens from a checkpoint as it would from its ledger")
struct LoadingTests {
  /// A ledger long enough to be worth a checkpoint, written straight into the store.
  private func long(_ shelf: Shelf) throws -> Desk {
    let desk = try Desk(reports: 10_100, checkpoints: shelf)
    let (head, ledger) = (try desk.head(), desk.review.id)
    try desk.store.connect().write { (writing) throws(StoreFault) in
      var head = head
      for person in [desk.one, desk.two] {
        for number in 1...UInt32(10_100) {
          let decision = DecisionGiven(
            report: RecordNumber(number), shown: [RecordNumber(number)], stage: .titleAbstract,
            round: 1, verdict: number % 7 == 0 ? .include : .exclude)
          let fact = Fact.decisionGiven(decision)
          let entry = Entry(
            ledger: ledger, after: head, moment: head.moment + 1,
            author: Author.person(person).stored, protocolVersion: 1, kind: fact.kind.rawValue,
            payload: fact.payload)
          try writing.append(entry)
          head = entry.head
        }
      }
    }
    return desk
  }

  @Test("A long tail is worth a checkpoint; the next start reads it, and comes to the same")
  func restores() throws {
    let shelf = Shelf()
    let desk = try long(shelf)
    let ledger = desk.review.id
    let whole = try Desk.open(desk.store, shelf).state(of: ledger)
    #expect(shelf.count == 1 && shelf.timesRead == 0)
    let restored = try Desk.open(desk.store, shelf).state(of: ledger)
    #expect(shelf.timesRead == 1)
    #expect(restored.head == whole.head && restored.review.isSame(as: whole.review))

    // A checkpoint that is wrong is passed over, and `verify` trusts none.
    shelf.spoil()
    let again = try Desk.open(desk.store, shelf)
    #expect(try again.state(of: ledger).review.isSame(as: whole.review))
    let read = shelf.timesRead
    #expect(try again.verify(desk.review).contradictions.isEmpty)
    #expect(shelf.timesRead == read)
  }
}
