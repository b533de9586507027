import TestSupport
import Testing

@testable import Screening

/// What is taken back leaves no trace; what is parked returns as it was; who spoke first is no
/// matter. Each is tried at sampled moments of random histories.
@Suite("Undoing, parking and order")
struct UndoTests {
  private static let people = PersonID.cast.map(\.person)

  /// Walks, and stops now and then to try something.
  private func sampling(
    _ seed: UInt64, every interval: Int, _ attempt: (Story, inout SplitMix) throws -> Bool
  ) throws {
    var walk = try Wanderer(seed: seed)
    var dice = SplitMix(seed: seed)
    for step in 1...Seeds.steps {
      walk.step()
      guard step % interval == 0 else { continue }
      let holds = try attempt(walk.story, &dice)
      try #require(holds, "seed \(seed), step \(step)")
    }
  }

  private func records(of story: Story) -> [RecordNumber] {
    (1...UInt32(story.review.recordCount)).map { RecordNumber($0) }
  }

  @Test("Merging two reports and taking the link back gives everything back", arguments: Seeds.few)
  func unlinking(seed: UInt64) throws {
    try sampling(seed, every: 15) { story, dice in
      let live = records(of: story).filter { story.review.isLive($0) }.shuffled(using: &dice)
      guard let one = live.first, let other = live.last, one != other else { return true }
      var merged = story
      guard (try? merged.merge(one, other)) != nil else { return true }
      try merged.unlink(one, other)
      return Picture(merged.review, people: Self.people)
        == Picture(story.review, people: Self.people)
    }
  }

  @Test("Splitting a record off that was merged alone gives everything back", arguments: Seeds.few)
  func splitting(seed: UInt64) throws {
    try sampling(seed, every: 15) { story, dice in
      let single = records(of: story).filter { story.review.records(of: $0) == [$0] }
        .shuffled(using: &dice)
      guard let one = single.first, let other = single.last, one != other else { return true }
      var merged = story
      guard (try? merged.merge(one, other)) != nil else { return true }
      try merged.split(other)
      return Picture(merged.review, people: Self.people)
        == Picture(story.review, people: Self.people)
    }
  }

  @Test(
    "Splitting a record out of the middle leaves the rest where the link would have left it",
    arguments: Seeds.few)
  func splittingMiddle(seed: UInt64) throws {
    try sampling(seed, every: 15) { story, dice in
      let single = records(of: story).filter { story.review.records(of: $0) == [$0] }
        .shuffled(using: &dice)
      guard single.count > 2 else { return true }
      var (through, direct) = (story, story)
      guard (try? through.merge(single[1], single[0])) != nil,
        (try? through.merge(single[1], single[2])) != nil, (try? through.split(single[1])) != nil,
        (try? direct.merge(single[0], single[2])) != nil
      else { return true }
      let (one, other) = (Picture(through.review), Picture(direct.review))
      let report = direct.review.report(of: single[0])
      return one.leaves == other.leaves
        && one.reports[report]?.track.decisionsOnly == other.reports[report]?.track.decisionsOnly
    }
  }

  @Test(
    "What a report had after inclusion returns unchanged when it is included again",
    arguments: Seeds.few)
  func parking(seed: UInt64) throws {
    try sampling(seed, every: 20) { story, dice in
      let parked: [Leaf] = [.included, .excludedAtFullText, .notRetrieved, .awaitingFullText]
      let reports = parked.flatMap { Array(story.review.reports(in: $0).numbers) }
        .filter { story.review.entry(of: $0) == .titleAbstract }
      guard let report = reports.shuffled(using: &dice).first else { return true }
      var again = story
      guard (try? again.reopen(report)) != nil else { return true }
      guard again.leaf(report) == .awaitingTitleAbstract else { return false }
      for (person, _) in again.review.team where again.leaf(report) == .awaitingTitleAbstract {
        _ = try? again.decide(report, .include, by: person)
      }
      guard again.leaf(report) != .awaitingTitleAbstract else { return true }
      let (before, after) = (Picture(story.review).reports, Picture(again.review).reports)
      guard let was = before[report], let now = after[report] else { return false }
      return was.leaf == now.leaf && was.detail == now.detail && was.labels == now.labels
        && was.chart == now.chart && was.track.fullText == now.track.fullText
        && was.track.retrieval == now.track.retrieval
        && was.track.isSelected == now.track.isSelected
    }
  }

  @Test("Two reviewers' order does not matter to where a report stands", arguments: Seeds.all)
  func order(seed: UInt64) throws {
    try sampling(seed, every: 9) { story, dice in
      for stage in Stage.allCases {
        let open = Array(story.review.reports(in: .awaiting(stage)).numbers)
        guard let report = open.shuffled(using: &dice).first else { continue }
        let rule =
          stage == .titleAbstract
          ? story.review.content?.titleAbstract : story.review.content?.fullText
        guard let rule else { continue }
        let reasons: [CriterionID?] =
          rule.reasons == .none
          ? [nil] : rule.reasons == .optional ? [nil, "P1", "C1"] : ["P1", "C1"]
        let people = story.review.team.map(\.person).shuffled(using: &dice)
        let words = people.map { person in
          let verdict: Verdict = [.include, .exclude][Int(dice.next() % 2)]
          let reason = reasons[Int(dice.next() % UInt64(reasons.count))]
          return (person, verdict, verdict == .exclude ? reason : nil)
        }
        guard let (one, pair) = given(words, on: report, at: stage, in: story),
          let (other, same) = given(pair.reversed(), on: report, at: stage, in: story),
          same.count == 2
        else { continue }
        let now = one.review.report(of: report)
        let (first, second) = (one.review[now], other.review[now])
        let round = one.review.track(of: now)[stage]
        let mayDiffer = one.review.rule(of: round, at: stage).mismatch == .first
        guard first.leaf == second.leaf, mayDiffer || first.leafDetail == second.leafDetail
        else { return false }
      }
      return true
    }
  }

  /// The first two words that are taken.
  private func given(
    _ words: [(PersonID, Verdict, CriterionID?)], on report: RecordNumber, at stage: Stage,
    in story: Story
  ) -> (Story, [(PersonID, Verdict, CriterionID?)])? {
    var story = story
    var taken: [(PersonID, Verdict, CriterionID?)] = []
    for word in words where taken.count < 2 {
      // Someone who only asks for another look is none of the two.
      var next = story
      guard
        case .decisionGiven(let fact)? = try? next.decide(
          report, at: stage, word.1, word.2, by: word.0), fact.effect == .counts
      else { continue }
      story = next
      taken.append(word)
    }
    return taken.count == 2 ? (story, taken) : nil
  }
}

extension Track {
  /// The decisions in force, and what stands beside them, without the moments of openings.
  fileprivate var decisionsOnly: [[Decision]] { Stage.allCases.map { self[$0].decisions } }
}
