import Ledger
import Screening
import Synchronization
import TestSupport
import Testing

@testable import Service

@Suite("States of the past")
struct PastTests {
  @Test(
    "A review as of every position and every moment is the one that was",
    arguments: Desk.Kind.allCases)
  func asOf(kind: Desk.Kind) throws {
    let team = try Team(kind, records: 3, checkpoints: Shelf())
    var states: [ReviewState] = [try team.workbench.state(of: team.review.id)]
    for (report, person) in [(1, team.ada), (1, team.ben), (2, team.ada), (3, team.ben)] {
      try team.decide(UInt32(report), by: person)
      states.append(try team.workbench.state(of: team.review.id))
    }
    for state in states {
      let position = state.review.position
      let (then, moment) = (
        try team.workbench.state(of: team.review.id, at: position),
        try team.workbench.state(of: team.review.id, asOf: state.review.moment)
      )
      #expect(then.head == state.head && then.review.isSame(as: state.review))
      #expect(moment.head == state.head && moment.review.isSame(as: state.review))
    }
    let first = try #require(try team.workbench.ledger(of: team.review.id, limit: 1).first)
    let before = Moment(microseconds: first.moment.microseconds - 1)
    #expect(try team.workbench.state(of: team.review.id, asOf: before).head == .empty)
    #expect(try team.workbench.state(of: team.review.id, at: .start).review.recordCount == 0)
    let late = Moment(microseconds: .max)
    #expect(try team.workbench.state(of: team.review.id, asOf: late).head == states.last?.head)
    let far = try team.workbench.state(of: team.review.id, at: Position(.max))
    #expect(far.head == states.last?.head)
  }

  @Test("The last entry not later than a moment is found among entries of equal moments")
  func search() throws {
    let (memory, ledger) = (MemoryStore(), Identifier(high: 1, low: 1))
    let moments: [Int64] = [1, 1, 1, 4, 4, 7, 9, 9, 9, 9, 12]
    try memory.connect().write { (writing) throws(StoreFault) in
      for moment in moments {
        try writing.append(
          Entry(
            ledger: ledger, after: try writing.head(of: ledger), moment: moment,
            author: .rule(1), protocolVersion: 0, kind: 3, payload: []))
      }
    }
    for moment in Int64(0)...14 {
      let expected = moments.count { $0 <= moment }
      #expect(try memory.connect().position(of: ledger, asOf: moment) == UInt32(expected))
    }
    #expect(try memory.connect().position(of: .workspace, asOf: 5) == 0)
  }

  @Test("A past state is folded from the checkpoint before it, never from one after")
  func nearest() throws {
    let team = try Team(records: 3)
    let early = try team.workbench.state(of: team.review.id)
    team.shelve(early.review, at: early.head)
    try team.decide(1, by: team.ada)
    let middle = try team.workbench.state(of: team.review.id)
    try team.decide(1, by: team.ben)
    let late = try team.workbench.state(of: team.review.id)
    team.shelve(late.review, at: late.head)
    let bench = try team.desk.workbench(checkpoints: team.desk.checkpoints)
    let then = try bench.state(of: team.review.id, at: middle.review.position)
    #expect(then.head == middle.head && then.review.isSame(as: middle.review))
    #expect(team.desk.checkpoints.readings.withLock { $0 } == 1)
    // A place that gives a later one all the same is not believed.
    team.desk.checkpoints.kept.withLock { _ = $0.removeFirst() }
    let lying = try team.desk.workbench(checkpoints: Liar(team.desk.checkpoints))
    let again = try lying.state(of: team.review.id, at: middle.review.position)
    #expect(again.head == middle.head && again.review.isSame(as: middle.review))
  }
}

/// Gives the newest checkpoint, whatever was asked for.
private struct Liar: CheckpointPlace {
  let shelf: Shelf
  init(_ shelf: Shelf) { self.shelf = shelf }

  func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)? {
    shelf.newest(of: ledger, through: .max)
  }

  func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)? { nil }
}
