import TestSupport
import Testing

@testable import Screening

/// Noninterference: two histories that differ only in what others said, where that is undisclosed,
/// look the same to a person who is blind, and answer every act of theirs the same.
@Suite("Blindness")
struct BlindnessTests {
  @Test(
    "What others said and nobody disclosed changes nothing that a blind person sees or is told",
    arguments: Seeds.few)
  func noninterference(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for step in 1...Seeds.steps {
      walk.step()
      guard step % 12 == 0 else { continue }
      for fork in Fork.all(of: walk.story, seed: seed &+ UInt64(step)) {
        let leaks = fork.leaks
        try #require(leaks.isEmpty, "seed \(seed), step \(step): \(fork.report) at \(fork.stage)")
      }
    }
  }
}

/// Two ways on from one moment: the same people decide the same report, with other words.
private struct Fork {
  let report: RecordNumber
  let stage: Stage
  let one: Story
  let other: Story
  let authors: Set<PersonID>

  static func all(of story: Story, seed: UInt64) -> [Fork] {
    var dice = SplitMix(seed: seed)
    return Stage.allCases.compactMap { stage in
      let open = Array(story.review.reports(in: .awaiting(stage)).numbers)
      guard !open.isEmpty else { return nil }
      return Fork(
        of: story, on: open[Int(dice.next() % UInt64(open.count))], at: stage, &dice)
    }
  }

  /// Up to three people give their word; the two ways differ in every one of theirs.
  init?(of story: Story, on report: RecordNumber, at stage: Stage, _ dice: inout SplitMix) {
    var (one, other) = (story, story)
    var authors: Set<PersonID> = []
    let rule =
      stage == .titleAbstract ? story.review.content?.titleAbstract : story.review.content?.fullText
    let count = 1 + Int(dice.next() % 3)
    for (person, _) in story.review.team.shuffled(using: &dice) where authors.count < count {
      let words = Fork.words(under: rule?.reasons ?? .none, at: stage).shuffled(using: &dice)
      let (mine, theirs) = (words[0], words[1])
      guard
        (try? one.decide(report, at: stage, mine.0, mine.1, by: person)) != nil,
        (try? other.decide(report, at: stage, theirs.0, theirs.1, by: person)) != nil
      else { continue }
      authors.insert(person)
    }
    guard !authors.isEmpty, one.entries.count == other.entries.count else { return nil }
    self.report = one.review.report(of: report)
    (self.stage, self.one, self.other, self.authors) = (stage, one, other, authors)
    // That a report has come to full text is no secret.
    guard Fork.mayBeSecret(one.leaf(self.report), at: stage),
      Fork.mayBeSecret(other.leaf(self.report), at: stage)
    else { return nil }
  }

  private static func words(
    under reasons: StageRule.Reasons, at stage: Stage
  ) -> [(Verdict, CriterionID?)] {
    let unsure: [(Verdict, CriterionID?)] = stage == .titleAbstract ? [(.unsure, nil)] : []
    let excludes: [(Verdict, CriterionID?)] =
      switch reasons {
      case .none: [(.exclude, nil)]
      case .optional: [(.exclude, nil), (.exclude, "P2")]
      case .required: [(.exclude, "P1"), (.exclude, "C1")]
      }
    return [(.include, nil)] + unsure + excludes
  }

  private static func mayBeSecret(_ leaf: Leaf?, at stage: Stage) -> Bool {
    switch leaf {
    case .awaitingTitleAbstract, .inConflictAtTitleAbstract, .excludedAtTitleAbstract:
      stage == .titleAbstract
    case .awaitingFullText, .inConflictAtFullText, .excludedAtFullText, .included:
      stage == .fullText
    case .gone, .previous, .removedByPerson, .removedByAutomation, .leftUnscreened,
      .awaitingRetrieval, .notRetrieved, nil:
      false
    }
  }

  /// The people who must not be able to tell the two apart.
  var watchers: [PersonID] {
    one.review.team.filter { person, roles in
      guard !authors.contains(person) else { return false }
      // Whoever may settle the conflict, or lifted the blind, is shown it.
      let settles =
        one.review.conflicts(at: stage, for: person).contains(report)
        || other.review.conflicts(at: stage, for: person).contains(report)
      let lifted = one.review.hasLiftedBlind(person) && roles.contains(.lead)
      let isBlind = roles.contains(.reviewer) || roles.isDisjoint(with: [.lead, .librarian])
      return isBlind && !settles && !lifted
    }.map(\.person)
  }

  /// Everything that differs for one of them.
  var leaks: [String] {
    watchers.flatMap { person -> [String] in
      var leaks: [String] = []
      if Sights(one, person) != Sights(other, person) { leaks.append("\(person): sees") }
      let records = Array((1...UInt32(one.review.recordCount)).map { RecordNumber($0) })
      let another = records.first { one.review.report(of: $0) != report } ?? report
      for (name, act) in Fork.acts(of: person, on: report, and: another, at: stage) {
        let (first, second) = (answer(to: act, in: one), answer(to: act, in: other))
        guard first != second else { continue }
        leaks.append("\(person): \(name): \(String(describing: (first, second)))")
      }
      // Their own next word, whatever it did, leaves them as blind as before.
      var (first, second) = (one, other)
      let word: (Verdict, CriterionID?) = (.exclude, stage == .fullText ? "P1" : nil)
      if (try? first.decide(report, at: stage, word.0, word.1, by: person)) != nil,
        (try? second.decide(report, at: stage, word.0, word.1, by: person)) != nil,
        Sights(first, person) != Sights(second, person)
      {
        leaks.append("\(person): sees after deciding")
      }
      return leaks
    }
  }

  /// What an act is answered with: the refusal, or nil.
  private func answer(to act: Act, in story: Story) -> Refusal? {
    do throws(Refusal) {
      _ = try act(story.review)
      return nil
    } catch { return error }
  }

  typealias Act = (Review) throws(Refusal) -> Fact

  private static func acts(
    of me: PersonID, on report: RecordNumber, and other: RecordNumber, at stage: Stage
  ) -> [(name: String, act: Act)] {
    [
      (
        "include",
        { r throws(Refusal) in try r.deciding(report, at: stage, verdict: .include, by: me) }
      ),
      (
        "exclude",
        { r throws(Refusal) in
          try r.deciding(report, at: stage, verdict: .exclude, reason: "P1", by: me)
        }
      ),
      ("show", { r throws(Refusal) in try r.showing([report], at: stage, to: me) }),
      (
        "resolve",
        { r throws(Refusal) in
          try r.resolving(report, at: stage, outcome: .include, grounds: "So.", by: me)
        }
      ),
      (
        "propose",
        { r throws(Refusal) in
          try r.proposing(report, at: stage, outcome: .include, grounds: "So.", by: me)
        }
      ),
      (
        "confirm", { r throws(Refusal) in try r.confirming(report, at: stage, proposal: 1, by: me) }
      ),
      ("open", { r throws(Refusal) in try r.opening([report], at: stage, by: me) }),
      ("open all", { r throws(Refusal) in try r.opening([], at: stage, by: me) }),
      (
        "reopen",
        { r throws(Refusal) in try r.reopening([report], at: stage, grounds: "So.", by: me) }
      ),
      ("appoint", { r throws(Refusal) in try r.appointing(.zoe, for: report, at: stage, by: me) }),
      (
        "appoint a party",
        { r throws(Refusal) in try r.appointing(.ada, for: report, at: stage, by: me) }
      ),
      ("remove", { r throws(Refusal) in try r.removing(report, grounds: "So.", by: me) }),
      ("put back", { r throws(Refusal) in try r.puttingBack(report, grounds: "So.", by: me) }),
      ("attempt", { r throws(Refusal) in try r.attempting(report, words: "So.", by: me) }),
      (
        "obtain",
        { r throws(Refusal) in
          try r.obtaining(
            report, access: .free, isAbstractOnly: false, reportIsAbstract: false, place: "x",
            grounds: nil, by: me)
        }
      ),
      ("give up", { r throws(Refusal) in try r.givingUp(report, grounds: "So.", by: me) }),
      (
        "withdraw text",
        { r throws(Refusal) in try r.withdrawingText(of: report, grounds: "So.", by: me) }
      ),
      ("label", { r throws(Refusal) in try r.labelling(report, themes: ["pay"], by: me) }),
      (
        "settle labels",
        { r throws(Refusal) in
          try r.settlingLabels(of: report, themes: ["pay"], grounds: "So.", by: me)
        }
      ),
      (
        "chart",
        { r throws(Refusal) in try r.charting(report, field: "year", value: .year(1999), by: me) }
      ),
      ("select", { r throws(Refusal) in try r.selecting(report, isSelected: true, by: me) }),
      ("join studies", { r throws(Refusal) in try r.joiningStudies(report, other, by: me) }),
      ("split study", { r throws(Refusal) in try r.splittingStudy(of: report, by: me) }),
      ("merge", { r throws(Refusal) in try r.merging([report, other], by: me) }),
      ("split", { r throws(Refusal) in try r.splitting(report, by: me) }),
      ("withdraw", { r throws(Refusal) in try r.withdrawing(1, grounds: "So.", by: me) }),
      ("draw", { r throws(Refusal) in try r.drawingPilot(at: stage, seed: 1, by: me) }),
      ("stop", { r throws(Refusal) in try r.stopping(grounds: "So.", by: me) }),
      (
        "hand over",
        { r throws(Refusal) in try r.handingOver(from: .ada, to: .ben, at: stage, by: me) }
      ),
    ]
  }
}

/// Everything that a person can look at.
private struct Sights: Equatable {
  var views: [ReportView?]
  var whereabouts: [Whereabouts]
  var overview: Overview?
  var offered: [[RecordNumber]?]
  var conflicts: [[RecordNumber]]
  var lists: [[RecordNumber]]

  init(_ story: Story, _ person: PersonID) {
    let review = story.review
    let records = (1..<UInt32(review.recordCount + 1)).map { RecordNumber($0) }
    views = records.map { try? review.view(of: $0, for: person) }
    whereabouts = records.map { review.whereabouts(of: $0, for: person) }
    overview = try? review.overview(for: person)
    offered = Stage.allCases.map { try? review.offering(40, at: $0, to: person) }
    conflicts = Stage.allCases.map { review.conflicts(at: $0, for: person) }
    lists = Stage.allCases.flatMap {
      [
        review.requestsToReopen(at: $0, for: person),
        review.dissolvedConflicts(at: $0, for: person),
      ]
    }
  }
}
