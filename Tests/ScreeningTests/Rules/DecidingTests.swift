import Screening
import TestSupport
import Testing

@Suite("Deciding")
struct DecidingTests {
  @Test("Two includes settle a round, and the report waits for its full text")
  func includes() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    try story.decide(1, .include, by: .ben)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("Two excludes settle a round")
  func excludes() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    #expect(story.leaf(1) == .excludedAtTitleAbstract)
  }

  @Test("An include and an exclude are a conflict")
  func conflict() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    try story.decide(1, .exclude, by: .ben)
    #expect(story.leaf(1) == .inConflictAtTitleAbstract)
  }

  @Test("Two of three are no majority")
  func noMajority() throws {
    var story = try Story(.sample { $0.titleAbstract.reviewers = 3 })
    try story.agree(.include, on: 1)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    try story.decide(1, .exclude, by: .cho)
    #expect(story.leaf(1) == .inConflictAtTitleAbstract)
  }

  @Test("One reviewer is enough where the protocol says so")
  func single() throws {
    var story = try Story(.sample { $0.titleAbstract.reviewers = 1 })
    try story.decide(1, .exclude, by: .ada)
    #expect(story.leaf(1) == .excludedAtTitleAbstract)
  }

  @Test("Unsure counts as include", arguments: [Verdict.include, .unsure])
  func unsureIncludes(other: Verdict) throws {
    var story = try Story()
    try story.decide(1, .unsure, by: .ada)
    try story.decide(1, other, by: .ben)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("Unsure makes a conflict where the protocol says so, even alone", arguments: [1, 2])
  func unsureConflicts(reviewers: Int) throws {
    var story = try Story(
      .sample {
        $0.titleAbstract.reviewers = reviewers
        $0.titleAbstract.unsure = .conflict
      })
    try story.agree(.unsure, on: 1, by: Array([.ada, .ben].prefix(reviewers)))
    #expect(story.leaf(1) == .inConflictAtTitleAbstract)
  }

  @Test("At full text there is no unsure")
  func noUnsure() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    try story.obtain(1)
    #expect(throws: Refusal.unsureAtFullText) {
      try story.decide(1, at: .fullText, .unsure, by: .ada)
    }
  }

  @Test("A decision for a round that has enough is refused as no longer needed")
  func enough() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    #expect(throws: Refusal.noLongerNeeded(1, .titleAbstract)) {
      try story.decide(1, .include, by: .cho)
    }
    #expect(throws: Refusal.reportIsNotAtStage(1, .fullText)) {
      try story.decide(1, at: .fullText, .include, by: .cho)
    }
  }

  @Test("Who is no reviewer, or of another review, does not decide")
  func roles() throws {
    var story = try Story()
    for person in [PersonID.lea, .zoe, .lib, .oda] {
      #expect(throws: Refusal.needsRole(.reviewer)) { try story.decide(1, .include, by: person) }
    }
    #expect(throws: Refusal.notInTeam) {
      try story.decide(1, .include, by: PersonID(high: 7, low: 7))
    }
    #expect(throws: Refusal.noSuchRecord(9, highest: 4)) { try story.decide(9, .include, by: .ada) }
  }

  // MARK: Reasons

  @Test("Titles are screened without reasons, full texts with one")
  func reasons() throws {
    var story = try Story()
    #expect(throws: Refusal.reasonNotWanted(.exclude)) {
      try story.decide(1, .exclude, "P1", by: .ada)
    }
    try story.agree(.include, on: 1)
    try story.obtain(1)
    #expect(throws: Refusal.reasonMissing) {
      try story.decide(1, at: .fullText, .exclude, by: .ada)
    }
    #expect(throws: Refusal.reasonNotWanted(.include)) {
      try story.decide(1, at: .fullText, .include, "P1", by: .ada)
    }
    #expect(throws: Refusal.retired(.reason, "C9")) {
      try story.decide(1, at: .fullText, .exclude, "C9", by: .ada)
    }
    #expect(throws: Refusal.unknown(.reason, "P3", nearest: nil)) {
      try story.decide(1, at: .fullText, .exclude, "P3", by: .ada)
    }
    #expect(throws: Refusal.unknown(.reason, "P-in", nearest: nil)) {
      try story.decide(1, at: .fullText, .exclude, "P1", also: ["P-in"], by: .ada)
    }
  }

  @Test("Where reasons are optional, other reasons still need a main one")
  func optionalReasons() throws {
    var story = try Story(.sample { $0.titleAbstract.reasons = .optional })
    #expect(throws: Refusal.reasonMissing) {
      try story.decide(1, .exclude, also: ["P1"], by: .ada)
    }
    try story.decide(1, .exclude, by: .ada)
    try story.decide(1, .exclude, "P2", also: ["C1", "P2"], by: .ben)
    #expect(story.review.reasonExcluding(1) == "P2")
    #expect(try story.review.view(of: 1, for: .ben).stages[0].mine?.also == ["C1"])
  }

  private func excludedDifferently(
    _ mismatch: StageRule.Mismatch, _ words: [(PersonID, CriterionID)]
  ) throws -> Story {
    var story = try Story(
      .sample {
        $0.titleAbstract.reasons = .optional
        $0.titleAbstract.mismatch = mismatch
      })
    for (person, reason) in words { try story.decide(1, .exclude, reason, by: person) }
    return story
  }

  @Test("Of different main reasons the first in protocol order counts, whoever gave it first")
  func protocolOrder() throws {
    for words in [
      [(PersonID.ada, CriterionID("C1")), (.ben, "P2")], [(.ben, "P2"), (.ada, "C1")],
    ] {
      let story = try excludedDifferently(.protocolOrder, words)
      #expect(story.leaf(1) == .excludedAtTitleAbstract)
      #expect(story.review.reasonExcluding(1) == "P2")
    }
  }

  @Test("Different main reasons are a conflict where the protocol says so; a missing one is none")
  func reasonConflict() throws {
    let story = try excludedDifferently(.conflict, [(.ada, "C1"), (.ben, "P2")])
    #expect(story.leaf(1) == .inConflictAtTitleAbstract)
    var other = try excludedDifferently(.conflict, [(.ada, "C1")])
    try other.decide(1, .exclude, by: .ben)
    #expect(other.leaf(1) == .excludedAtTitleAbstract)
    #expect(other.review.reasonExcluding(1) == "C1")
  }

  @Test("The reason of the earliest decision counts where the protocol says so")
  func firstReason() throws {
    let story = try excludedDifferently(.first, [(.ada, "C1"), (.ben, "P2")])
    #expect(story.review.reasonExcluding(1) == "C1")
  }

  // MARK: Changing one's mind

  @Test("A changed mind takes effect while nothing rests on the outcome")
  func change() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    try story.decide(1, .exclude, by: .ben)
    try story.decide(1, .exclude, by: .ada)
    #expect(story.leaf(1) == .excludedAtTitleAbstract)
    #expect(story.review.dissolvedConflicts(at: .titleAbstract, for: .lea) == [1])
    #expect(story.review.dissolvedConflicts(at: .titleAbstract, for: .max) == [])
    try story.decide(1, .include, by: .ada)
    #expect(story.leaf(1) == .inConflictAtTitleAbstract)
    #expect(story.review.dissolvedConflicts(at: .titleAbstract, for: .lea) == [])
  }

  @Test("Once something rests on the outcome, a changed mind asks the lead to reopen")
  func tooLate() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    try story.obtain(1)
    let fact = try story.decide(1, .exclude, by: .ada)
    guard case .decisionGiven(let given) = fact else { return }
    #expect(given.effect == .asksToReopen)
    #expect(story.leaf(1) == .awaitingFullText)
    #expect(story.review.requestsToReopen(at: .titleAbstract, for: .lea) == [1])
    for blind in [PersonID.max, .ada, .ben, .zoe, .oda] {
      #expect(story.review.requestsToReopen(at: .titleAbstract, for: blind) == [])
    }
    #expect(try story.review.view(of: 1, for: .ada).stages[0].mine?.verdict == .exclude)

    try story.reopen(1)
    #expect(story.review.requestsToReopen(at: .titleAbstract, for: .lea) == [])
  }

  @Test("What was parked rests on the outcome again once it has returned")
  func tooLateAgain() throws {
    var story = try Story()
    try story.include(1)
    try story.reopen(1)
    try story.decide(1, .exclude, by: .ada)
    try story.decide(1, .include, by: .ada)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    try story.decide(1, .include, by: .ben)
    #expect(story.leaf(1) == .included)
    try story.decide(1, .exclude, by: .ben)
    #expect(story.leaf(1) == .included)
    #expect(story.review.requestsToReopen(at: .titleAbstract, for: .lea) == [1])
  }

  @Test("A text that was there before a round was reopened rests on its outcome too")
  func textFromBefore() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    try story.obtain(1)
    try story.reopen(1)
    try story.agree(.include, on: 1)
    #expect(story.leaf(1) == .awaitingFullText)
    try story.decide(1, .exclude, by: .ada)
    #expect(story.leaf(1) == .awaitingFullText)
  }

  @Test("An earlier round's reviewer who is not asked again gives no decision but a request")
  func notAskedAgain() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    try story.reopen(1, asking: [.cho, .max])
    try story.decide(1, .include, by: .ada)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(story.review.requestsToReopen(at: .titleAbstract, for: .lea) == [1])
    #expect(throws: Refusal.noLongerNeeded(1, .titleAbstract)) {
      try story.decide(1, .include, by: .kit)
    }
  }
}
