import Ledger
import Screening
import Synchronization
import TestSupport
import Testing

@testable import Service

@Suite("Random legal histories in a store")
struct HistoryTests {
  @Test(
    "Folded from the store, or from a checkpoint and the rest, a review is what it was when it was lived",
    arguments: Seeds.all.prefix(6))
  func folded(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let (walk, ledger) = (try walk(seed), Identifier(high: seed, low: 1))
    let desk = try Desk(dice.any())
    let entries = try keep(walk.story, in: desk, as: ledger)
    let plain = try desk.workbench()
    #expect(try plain.state(of: ledger).review.isSame(as: walk.story.review))
    for cut in [0, dice.below(entries.count), dice.below(entries.count), entries.count - 1] {
      let head = entries[cut].head
      let then = try plain.state(of: ledger, at: Position(head.position))
      #expect(then.head == head)
      desk.checkpoints.kept.withLock { $0 = [] }
      let writing = try #require(desk.checkpoints.begin(of: ledger, at: head))
      then.review.checkpoint { writing.add($0) }
      writing.finish()
      let restored = try desk.workbench(checkpoints: desk.checkpoints)
      #expect(try restored.state(of: ledger).review.isSame(as: walk.story.review))
      let verified = try restored.verify(ReviewSummary(id: ledger, name: "walk"))
      #expect(verified.contradictions == [])
    }
  }

  @Test("Exported and taken in, a review is the same", arguments: Seeds.all.prefix(4))
  func travelled(seed: UInt64) throws {
    let (walk, ledger) = (try walk(seed), Identifier(high: seed, low: 1))
    let (here, there) = (try Desk(), try Desk())
    try keep(walk.story, in: here, as: ledger)
    let lines = try [UInt8].exported(
      ReviewSummary(id: ledger, name: "walk"), from: here.workbench())
    let taken = try there.workbench().importLedger(ImportSource(name: "walk.jsonl", bytes: lines))
    let before = try here.workbench().state(of: ledger)
    #expect(taken.head.position == before.head.position && taken.head.digest == before.head.digest)
    #expect(try there.workbench().state(of: ledger).review.isSame(as: walk.story.review))
  }

  private func walk(_ seed: UInt64) throws -> Wanderer {
    var wanderer = try Wanderer(seed: seed)
    for _ in 0..<Seeds.steps { wanderer.step() }
    return wanderer
  }

  /// Writes a story's facts as the writer would.
  @discardableResult
  private func keep(_ story: Story, in desk: Desk, as ledger: Identifier) throws -> [Entry] {
    let store = try desk.store()
    return try store.write { (writing) throws(StoreFault) in
      var kept: [Entry] = []
      for told in story.entries {
        let entry = Entry(
          ledger: ledger, after: kept.last?.head ?? .empty, moment: told.moment.microseconds,
          author: told.author.stored, protocolVersion: 1, kind: told.fact.kind.rawValue,
          payload: told.fact.payload)
        try writing.append(entry)
        kept.append(entry)
      }
      return kept
    }
  }
}
