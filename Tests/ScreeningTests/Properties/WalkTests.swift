import TestSupport
import Testing

@testable import Screening

@Suite("Random legal histories")
struct WalkTests {
  @Test(
    "Every report is in one leaf, and nothing settled, seen or decided is offered",
    arguments: Seeds.all)
  func laws(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for step in 1...Seeds.steps {
      walk.step()
      guard step % 3 == 0 else { continue }
      let breaches = Laws(review: walk.story.review).breaches
      try #require(breaches.isEmpty, "seed \(seed), step \(step), \(walk.lastFact)")
    }
  }

  @Test(
    "An arbiter never settles what they decided, or what they were not shown", arguments: Seeds.all)
  func arbiters(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for _ in 0..<Seeds.steps {
      let (before, length) = (walk.story.review, walk.story.entries.count)
      walk.step()
      for entry in walk.story.entries[length...] {
        guard case .conflictResolved(let fact) = entry.fact, case .person(let id) = entry.author
        else { continue }
        let round = walk.story.review.track(of: before.report(of: fact.report))[fact.stage]
        let short = try #require(before.people.place(of: id))
        #expect(!round.everDecided.contains(short))
        #expect(round.wasShown(to: short))
        #expect(fact.restsOn == round.decisions.map { Position($0.position) }.sorted())
      }
    }
  }

  @Test(
    "Folded again from its ledger, a review is the same to the last number", arguments: Seeds.all)
  func folding(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for _ in 0..<Seeds.steps { walk.step() }
    let live = walk.story.review
    let again = Review(folding: walk.story.entries)
    let (isSame, looksSame) = (again.isSame(as: live), Picture(again) == Picture(live))
    #expect(isSame && looksSame)
  }

  @Test(
    "Folded to any place, kept and restored there, a review goes on the same", arguments: Seeds.all)
  func restoring(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for _ in 0..<Seeds.steps { walk.step() }
    let entries = walk.story.entries
    for part in 1...4 {
      let place = entries.count * part / 4
      let first = Review(folding: entries[..<place])
      var pieces: [[UInt8]] = []
      first.checkpoint { pieces.append($0) }
      var next = pieces.makeIterator()
      var restored = try #require(
        Review(pieces: { next.next() }, fact: { entries[Int($0.value) - 1].fact }))
      let isSameThere = restored.isSame(as: first)
      #expect(isSameThere)
      for entry in entries[place...] { restored.apply(entry) }
      let isSame = restored.isSame(as: walk.story.review)
      let looksSame = Picture(restored) == Picture(walk.story.review)
      #expect(isSame && looksSame)
    }
  }

  @Test("Walks meet every kind of fact and every deep state")
  func reach() throws {
    var reach = Reach()
    for seed in Seeds.all {
      var walk = try Wanderer(seed: seed)
      for _ in 0..<Seeds.steps { walk.step() }
      reach.add(walk.reach)
    }
    print(reach)
    guard reach.steps >= 10_000 else { return }
    #expect(Set(reach.facts.keys) == Fact.caseNames)
    for depth in Reach.Depth.allCases { #expect(reach.depths[depth, default: 0] >= 5, "\(depth)") }
  }
}
