import Screening
import TestSupport
import Testing

@Suite("Pilots")
struct PilotTests {
  private static let pilot = ReviewProtocol.sample {
    $0.titleAbstract.pilot = StageRule.Pilot(sample: 2, gate: 75)
  }

  /// A team of three who review, a sample of two of four.
  private func drawn(_ content: ReviewProtocol = pilot) throws -> (Story, [RecordNumber]) {
    var story = try Story(
      content,
      cast: [
        (.lea, .lead), (.ada, .reviewer), (.ben, .reviewer), (.cho, .reviewer), (.lib, .librarian),
      ])
    try draw(&story)
    return (story, try #require(story.review.pilotStanding(at: .titleAbstract)).sample)
  }

  private func draw(_ story: inout Story, seed: UInt64 = 1) throws {
    try story.act { r throws(Refusal) in
      try r.drawingPilot(at: .titleAbstract, seed: seed, by: .lea)
    }
  }

  private func pass(_ story: inout Story, _ grounds: Words? = nil) throws {
    try story.act { r throws(Refusal) in
      try r.passingPilot(at: .titleAbstract, grounds: grounds, by: .lea)
    }
  }

  @Test("Until the pilot is drawn nobody decides; until it is passed, only its sample")
  func gate() throws {
    var story = try Story(Self.pilot)
    #expect(throws: Refusal.pilotIsMissing(.titleAbstract)) {
      try story.decide(1, .include, by: .ada)
    }
    #expect(story.review.openCount(at: .titleAbstract, for: .ada) == 0)
    let (other, sample) = try drawn()
    story = other
    let outside = try #require(([1, 2, 3, 4] as [RecordNumber]).first { !sample.contains($0) })
    #expect(throws: Refusal.pilotIsOpen(.titleAbstract)) {
      try story.decide(outside, .include, by: .ada)
    }
    #expect(try story.review.offering(9, at: .titleAbstract, to: .ada) == sample)
    #expect(story.review.openCount(at: .titleAbstract, for: .ada) == 2)
  }

  @Test("The same seed draws the same sample, another one another")
  func seeded() throws {
    let seeds: [UInt64] = [7, 7, 8, 9, 10]
    let samples = try seeds.map { seed -> [RecordNumber]? in
      var story = try Story(Self.pilot, records: 60)
      try draw(&story, seed: seed)
      return story.review.pilotStanding(at: .titleAbstract)?.sample
    }
    #expect(samples[0] == samples[1])
    #expect(Set(samples.dropFirst()).count > 2)
  }

  @Test("A pilot is drawn once, from reports without any decision, for those who review")
  func drawing() throws {
    var (story, _) = try drawn()
    #expect(throws: Refusal.pilotIsDrawn(.titleAbstract)) { try draw(&story) }
    var alone = try Story(Self.pilot, cast: [(.lea, .lead), (.lib, .librarian)])
    #expect(throws: Refusal.noReviewers) { try draw(&alone) }
    var empty = try Story(Self.pilot, records: 0)
    #expect(throws: Refusal.nothingToDraw(.titleAbstract)) { try draw(&empty) }
    #expect(throws: Refusal.pilotIsMissing(.titleAbstract)) { try pass(&empty) }
  }

  @Test("Everyone on the roster decides; all alike is settled, anything else a conflict")
  func settling() throws {
    var (story, sample) = try drawn()
    try story.agree(.include, on: sample[0], by: [.ada, .ben])
    #expect(story.leaf(sample[0]) == .awaitingTitleAbstract)
    try story.decide(sample[0], .include, by: .cho)
    #expect(story.leaf(sample[0]) == .awaitingRetrieval)
    try story.agree(.exclude, on: sample[1], by: [.ada, .ben])
    try story.decide(sample[1], .include, by: .cho)
    #expect(story.leaf(sample[1]) == .inConflictAtTitleAbstract)
    #expect(story.review.conflicts(at: .titleAbstract, for: .zoe) == [])
  }

  @Test("Who is not on the roster counts nothing of the sample, however far the others are")
  func outsideTheRoster() throws {
    var (story, sample) = try drawn()
    try story.give(.reviewer, to: .zoe)
    #expect(story.review.openCount(at: .titleAbstract, for: .zoe) == 0)
    try story.agree(.include, on: sample[0], by: [.ada, .ben, .cho])
    #expect(story.review.openCount(at: .titleAbstract, for: .zoe) == 0)
    #expect(try story.review.offering(9, at: .titleAbstract, to: .zoe) == [])
    #expect(story.review.openCount(at: .titleAbstract, for: .ada) == sample.count - 1)
  }

  @Test("Agreement is shown for every pair at its close, and the gate is the lowest pair")
  func closing() throws {
    var (story, sample) = try drawn()
    try story.agree(.include, on: sample[0], by: [.ada, .ben, .cho])
    try story.agree(.exclude, on: sample[1], by: [.ada, .ben])
    #expect(story.review.pilotStanding(at: .titleAbstract)?.pairs == [])
    #expect(throws: Refusal.pilotNotFinished(.titleAbstract, open: 1)) { try pass(&story) }
    try story.decide(sample[1], .include, by: .cho)
    #expect(throws: Refusal.pilotNotFinished(.titleAbstract, open: 1)) { try pass(&story) }
    try story.open([])
    let proposal = try story.propose(sample[1], .include, by: .cho)
    for person in [PersonID.ada, .ben] { try story.confirm(sample[1], proposal, by: person) }

    let standing = try #require(story.review.pilotStanding(at: .titleAbstract))
    #expect(standing.open == 0)
    #expect(standing.pairs.map(\.percent) == [100, 50, 50])
    #expect(standing.lowest == 50)
    #expect(throws: Refusal.gateNeedsGrounds(lowest: 50, gate: 75)) { try pass(&story) }
    try pass(&story, "We talked it over.")
    #expect(throws: Refusal.pilotIsPassed(.titleAbstract)) { try pass(&story) }
    #expect(!story.review.isGateShut(at: .titleAbstract))
    let rest = try story.review.offering(9, at: .titleAbstract, to: .ada)
    #expect(rest.count == 2)
    try story.agree(.include, on: rest[0])
    #expect(story.leaf(rest[0]) == .awaitingRetrieval)
  }

  @Test("Who leaves before deciding is not waited for; who leaves after, counts")
  func leaving() throws {
    var (story, sample) = try drawn()
    try story.agree(.include, on: sample[0], by: [.ada, .ben])
    try story.decide(sample[1], .include, by: .cho)
    try story.give([], to: .cho)
    #expect(story.leaf(sample[0]) == .awaitingRetrieval)
    #expect(story.leaf(sample[1]) == .awaitingTitleAbstract)
    try story.agree(.include, on: sample[1])
    #expect(story.leaf(sample[1]) == .awaitingRetrieval)
    let pairs = try #require(story.review.pilotStanding(at: .titleAbstract)).pairs
    #expect(pairs.map(\.of) == [2, 1, 1])
  }

  @Test("When the whole roster leaves, the sample is screened by whoever reviews then")
  func everyoneLeaves() throws {
    var (story, sample) = try drawn()
    for person in [PersonID.ada, .ben, .cho] { try story.give([], to: person) }
    for person in [PersonID.max, .kit] { try story.give(.reviewer, to: person) }
    try story.agree(.include, on: sample[0], sample[1], by: [.max, .kit])
    try pass(&story)
    #expect(!story.review.isGateShut(at: .titleAbstract))
  }

  @Test("What left the sample does not keep the pilot open; what was merged counts once")
  func shrinkingSample() throws {
    var (story, sample) = try drawn()
    let outside = try #require(([1, 2, 3, 4] as [RecordNumber]).first { !sample.contains($0) })
    try story.act { r throws(Refusal) in try r.removing(sample[0], grounds: "A page.", by: .lea) }
    try story.merge(sample[1], outside)
    let merged = story.review.report(of: sample[1])
    #expect(throws: Refusal.pilotNotFinished(.titleAbstract, open: 1)) { try pass(&story) }
    #expect(try story.review.offering(9, at: .titleAbstract, to: .ada) == [merged])
    try story.agree(.exclude, on: merged, by: [.ada, .ben, .cho])
    try pass(&story)
  }
}
