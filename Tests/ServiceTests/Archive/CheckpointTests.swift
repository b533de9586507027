import Ledger
import Screening
import Synchronization
import TestSupport
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
    #expect(try bench.verify(team.review).allIsWell)
  }

  @Test("One that ends early is thrown away, and the ledger folded")
  func short() throws {
    let team = try team()
    let whole = try #require(team.desk.checkpoints.kept.withLock { $0.first })
    let folded = try team.state()
    for count in 0..<whole.pieces.count {
      team.desk.checkpoints.kept.withLock {
        $0 = [Shelf.Kept(head: whole.head, pieces: Array(whole.pieces.prefix(count)))]
      }
      let bench = try team.desk.workbench(checkpoints: team.desk.checkpoints)
      #expect(try bench.state(of: team.review.id).review.isSame(as: folded))
    }
  }

  @Test("Pieces that are cut, changed or moved are a review or none, never a trap")
  func garbage() throws {
    let team = try team()
    let whole = try #require(team.desk.checkpoints.kept.withLock { $0.first }).pieces
    var dice = Dice(seed: 8)
    var refused = 0
    for _ in 0..<400 {
      var pieces = whole[...]
      let piece = dice.below(pieces.count)
      switch dice.below(6) {
      case 0: pieces[piece].removeLast(1 + dice.below(pieces[piece].count))
      case 1: pieces.remove(at: piece)
      case 2: pieces.swapAt(piece, 0)
      case 3: pieces[piece] += dice.bytes(8)
      default:
        for _ in 0...dice.below(3) {
          pieces[piece][dice.below(pieces[piece].count)] = dice.byte()
        }
      }
      let review = Review(pieces: { pieces.popFirst() }, fact: { team.fact(at: $0) })
      refused += review == nil ? 1 : 0
    }
    #expect(refused > 200)
  }

  @Test("One of another ledger, or of a ledger that went another way, does not fit")
  func foreign() throws {
    let (team, other) = (try team(), try Team(records: 3))
    let folded = try team.workbench.state(of: team.review.id)
    let strange = try other.workbench.state(of: other.review.id)
    team.desk.checkpoints.kept.withLock { $0 = [] }
    team.shelve(strange.review, at: strange.head)
    let bench = try team.desk.workbench(checkpoints: team.desk.checkpoints)
    #expect(try bench.state(of: team.review.id).review.isSame(as: folded.review))
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
    let verified = try bench.verify(team.review)
    #expect(verified.damage == [])
    #expect(
      verified.contradictions.contains { $0.contains("is not the one that the service works with") }
    )
    #expect(try team.workbench.verify(team.review).allIsWell)
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

extension Team {
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
