import Ledger
import Screening
import Secrets
import Synchronization
import Testing

@testable import Service

@Suite("Checkpoints")
struct CheckpointTests {
  /// A review with a little of everything, and a checkpoint of it on the shelf.
  private func team() throws -> Team {
    let team = try Team(records: 12)
    for report in 1...12 {
      try team.decide(UInt32(report), report % 3 == 0 ? .exclude : .include, by: team.ada)
      if report % 2 == 0 { try team.decide(UInt32(report), by: team.ben, note: "Yes.") }
    }
    _ = try team.workbench.merge([RecordNumber(11), RecordNumber(12)], team.lead)
    _ = try team.workbench.disclose([.titleAbstract], team.lead)
    team.shelve(try team.state(), at: try team.workbench.state(of: team.review.id).head)
    try team.decide(1, by: team.ben)
    return team
  }

  @Test("A review restored from one is the one that was folded")
  func restored() throws {
    let team = try team()
    let bench = try team.desk.workbench(checkpoints: team.desk.checkpoints)
    #expect(try bench.state(of: team.review.id).review.isSame(as: team.state()))
    #expect(
      try bench.state(of: team.review.id).head == team.workbench.state(of: team.review.id).head)
    #expect(team.desk.checkpoints.readings.withLock { $0 } == 1)
    #expect(try bench.verify(team.review).faults == [])
  }

  @Test("One that is damaged anywhere is thrown away, and the ledger folded")
  func damaged() throws {
    let team = try team()
    let whole = try #require(team.desk.checkpoints.kept.withLock { $0.first })
    let folded = try team.state()
    var dice = Dice(seed: 7)
    for _ in 0..<150 {
      var kept = whole
      let piece = dice.below(kept.pieces.count)
      switch dice.below(5) {
      case 0: kept.pieces[piece][dice.below(kept.pieces[piece].count)] ^= 1 << UInt8(dice.below(8))
      case 1: kept.pieces[piece].removeLast(1 + dice.below(kept.pieces[piece].count))
      case 2: kept.pieces.remove(at: piece)
      case 3: kept.pieces.swapAt(piece, 0)
      default: kept.pieces[piece] += dice.bytes(8)
      }
      guard kept.pieces != whole.pieces else { continue }
      team.desk.checkpoints.kept.withLock { $0 = [kept] }
      let bench = try team.desk.workbench(checkpoints: team.desk.checkpoints)
      #expect(try bench.state(of: team.review.id).review.isSame(as: folded))
    }
  }

  @Test("Bytes that were never sealed are refused without a trap")
  func garbage() throws {
    let team = try team()
    let whole = try #require(team.desk.checkpoints.kept.withLock { $0.first })
    let plain = whole.pieces.map { Array($0.dropLast(8)) }
    var dice = Dice(seed: 8)
    for _ in 0..<400 {
      var pieces = plain[...]
      let piece = dice.below(pieces.count)
      for _ in 0...dice.below(3) where !pieces[piece].isEmpty {
        pieces[piece][dice.below(pieces[piece].count)] = dice.byte()
      }
      // Whatever comes of it is either nothing or a review; later use is guarded by the seal.
      _ = Review(pieces: { pieces.popFirst() }, fact: { team.fact(at: $0) })
    }
  }

  @Test("One of another ledger, or of a ledger that went another way, does not fit")
  func foreign() throws {
    let (team, other) = (try team(), try Team(records: 3))
    let folded = try team.workbench.state(of: team.review.id)
    let earlier = try #require(team.desk.checkpoints.kept.withLock { $0.first })
    let strange = try other.workbench.state(of: other.review.id)
    team.desk.checkpoints.kept.withLock { $0 = [] }
    team.shelve(strange.review, at: strange.head)
    let bench = try team.desk.workbench(checkpoints: team.desk.checkpoints)
    #expect(try bench.state(of: team.review.id).review.isSame(as: folded.review))
    // Nor do the pieces of an earlier one under the name of a later.
    team.desk.checkpoints.kept.withLock {
      $0 = [Shelf.Kept(head: folded.head, pieces: earlier.pieces)]
    }
    let second = try team.desk.workbench(checkpoints: team.desk.checkpoints)
    #expect(try second.state(of: team.review.id).review.isSame(as: folded.review))
  }

  @Test("Verifying finds one that says something else than the ledger")
  func wrong() throws {
    let team = try team()
    let head = try team.workbench.state(of: team.review.id).head
    var review = try team.state()
    review.apply(
      .reportRemoved(RecordNumber(2), grounds: Words(Fingerprint(quarters: (0, 0, 0, 0)))),
      by: .person(team.lea), at: review.position, moment: review.moment)
    team.desk.checkpoints.kept.withLock { $0 = [] }
    team.shelve(review, at: head)
    let bench = try team.desk.workbench(checkpoints: team.desk.checkpoints)
    let faults = try bench.verify(team.review).faults
    #expect(faults.contains { $0.contains("is not the one that the service works with") })
    #expect(try team.workbench.verify(team.review).faults == [])
  }

  @Test("A long tail leaves a fresh one behind, a short one does not")
  func kept() throws {
    let team = try team()
    team.desk.checkpoints.kept.withLock { $0 = [] }
    _ = try team.desk.workbench(checkpoints: team.desk.checkpoints).state(of: team.review.id)
    #expect(team.desk.checkpoints.kept.withLock { $0.isEmpty })
    try team.lengthen(by: Workbench.longTail)
    let bench = try team.desk.workbench(checkpoints: team.desk.checkpoints)
    let head = try bench.state(of: team.review.id).head
    #expect(team.desk.checkpoints.kept.withLock { $0.map(\.head) } == [head])
    _ = try team.desk.workbench(checkpoints: team.desk.checkpoints).state(of: team.review.id)
    #expect(team.desk.checkpoints.kept.withLock { $0.count } == 1)
  }
}

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

extension Team {
  /// Puts a checkpoint of a review on the shelf, as the workbench would.
  fileprivate func shelve(_ review: Review, at head: Head) {
    let writing = desk.checkpoints.begin(of: self.review.id, at: head)
    var seal = Seal(of: head)
    review.checkpoint { writing?.add(seal.put(on: $0)) }
    writing?.finish()
  }

  fileprivate func fact(at position: Position) -> Fact? {
    guard let entry = try? desk.store().entry(position.value, of: review.id) else { return nil }
    return try? Fact(entry)
  }

  /// Appends so many entries that change nothing.
  fileprivate func lengthen(by count: UInt32) throws {
    try desk.store().write { (writing) throws(StoreFault) in
      for _ in 0..<count {
        try writing.append(
          Entry(
            ledger: review.id, after: try writing.head(of: review.id), moment: 0,
            author: .person(Identifier(lea)), protocolVersion: 1,
            kind: FactKind.outcomesDisclosed.rawValue, payload: [0]))
      }
    }
  }
}
