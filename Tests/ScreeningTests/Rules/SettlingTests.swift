import Screening
import TestSupport
import Testing

@Suite("Settling conflicts")
struct SettlingTests {
  /// R1 in conflict: ada includes, ben excludes.
  private func conflict(_ content: ReviewProtocol = .sample()) throws -> Story {
    var story = try Story(content)
    try story.decide(1, .include, by: .ada)
    try story.decide(1, .exclude, by: .ben)
    return story
  }

  @Test("An arbiter who was shown the conflict settles it", arguments: Outcome.allCases)
  func resolving(outcome: Outcome) throws {
    var story = try conflict()
    try story.resolve(1, outcome)
    #expect(story.leaf(1) == (outcome == .include ? .awaitingRetrieval : .excludedAtTitleAbstract))
    #expect(
      try story.review.view(of: 1, for: .zoe).stages[0].standing == .resolved(outcome))
  }

  @Test("Nobody settles what they were not shown, decided, or is not theirs")
  func notTheirs() throws {
    var story = try conflict()
    try story.agree(.exclude, on: 2)
    let review = story.review
    #expect(throws: Refusal.notShownYet(1, .titleAbstract)) {
      try review.resolving(1, at: .titleAbstract, outcome: .include, grounds: "x", by: .zoe)
    }
    for person in [PersonID.ada, .cho, .lea, .lib] {
      #expect(throws: Refusal.notYoursToSettle(1, .titleAbstract)) {
        try review.showing([1], at: .titleAbstract, to: person)
      }
    }
    #expect(throws: Refusal.notYoursToSettle(2, .titleAbstract)) {
      try review.showing([2], at: .titleAbstract, to: .zoe)
    }
    #expect(throws: Refusal.needsRole([.arbiter, .lead, .reviewer, .librarian])) {
      try review.showing([1], at: .titleAbstract, to: .oda)
    }
    try story.give([.reviewer, .arbiter], to: .ben)
    #expect(throws: Refusal.decidedItself(1, .titleAbstract)) {
      try story.act { r throws(Refusal) in
        try r.resolving(1, at: .titleAbstract, outcome: .include, grounds: "x", by: .ben)
      }
    }
  }

  @Test("An arbiter who decided an earlier round of the stage does not settle a later one")
  func decidedEarlier() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1, by: [.yan, .ada])
    try story.reopen(1, asking: [.ben, .cho])
    try story.decide(1, .include, by: .ben)
    try story.decide(1, .exclude, by: .cho)
    #expect(story.review.conflicts(at: .titleAbstract, for: .yan) == [])
    #expect(story.review.conflicts(at: .titleAbstract, for: .zoe) == [1])
  }

  @Test("A resolution is refused if a decision changed since the arbiter looked")
  func changedMeanwhile() throws {
    var story = try Story(.sample { $0.titleAbstract.unsure = .conflict })
    try story.decide(1, .include, by: .ada)
    try story.decide(1, .exclude, by: .ben)
    try story.act(by: .zoe) { r throws(Refusal) in
      try r.showing([1], at: .titleAbstract, to: .zoe)
    }
    let read = try story.review.view(of: 1, for: .zoe).stages[0].decisions.map(\.entry)
    try story.decide(1, .unsure, by: .ada)
    let review = story.review
    #expect(throws: Refusal.decisionsChanged(1, .titleAbstract)) {
      try review.resolving(1, at: .titleAbstract, outcome: .include, grounds: "x", by: .zoe)
    }
    #expect(!review.wasShownAsItStands(1, at: .titleAbstract, to: .zoe))
    try story.act(by: .zoe) { r throws(Refusal) in
      try r.showing([1], at: .titleAbstract, to: .zoe)
    }
    #expect(story.review.wasShownAsItStands(1, at: .titleAbstract, to: .zoe))
    let again = story.review
    #expect(throws: Refusal.decisionsChanged(1, .titleAbstract)) {
      try again.resolving(
        1, at: .titleAbstract, outcome: .include, restsOn: read, grounds: "x", by: .zoe)
    }
  }

  @Test("Settling needs grounds, and at full text a reason to exclude")
  func grounds() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    try story.obtain(1)
    try story.decide(1, at: .fullText, .include, by: .ada)
    try story.decide(1, at: .fullText, .exclude, "P1", by: .ben)
    #expect(throws: Refusal.reasonMissing) { try story.resolve(1, at: .fullText, .exclude) }
    let review = story.review
    #expect(throws: Refusal.groundsMissing) {
      try review.resolving(
        1, at: .fullText, outcome: .exclude, reason: "C1", grounds: "  ", by: .zoe)
    }
    try story.resolve(1, at: .fullText, .exclude, "C1")
    #expect(story.review.reasonExcluding(1) == "C1")
    #expect(story.leaf(1) == .excludedAtFullText)
  }

  @Test("Whoever was shown a decision decides that stage of that report no more")
  func shown() throws {
    var story = try conflict()
    try story.resolve(1, .exclude, by: .yan)
    try story.reopen(1)
    #expect(throws: Refusal.sawAnother(1, .titleAbstract)) {
      try story.decide(1, .include, by: .yan)
    }
    #expect(try story.review.offering(4, at: .titleAbstract, to: .yan) == [2, 3, 4])
    #expect(throws: Refusal.nobodyLeftToAsk(1, .titleAbstract)) {
      var other = story
      try other.agree(.include, on: 1)
      try other.reopen(1, asking: [.yan, .cho])
    }
  }

  @Test("Where no arbiter is free, the lead appoints one, but no party and for no agreement")
  func appointing() throws {
    var story = try conflict()
    try story.agree(.exclude, on: 2)
    func appoint(_ person: PersonID, for report: RecordNumber, by lead: PersonID = .lea) throws {
      try story.act(by: lead) { r throws(Refusal) in
        try r.appointing(person, for: report, at: .titleAbstract, by: lead)
      }
    }
    #expect(throws: Refusal.decidedItself(1, .titleAbstract)) { try appoint(.ada, for: 1) }
    #expect(throws: Refusal.notYoursToSettle(2, .titleAbstract)) { try appoint(.cho, for: 2) }
    try appoint(.cho, for: 1)
    #expect(story.review.conflicts(at: .titleAbstract, for: .cho) == [1])
    try story.resolve(1, .include, by: .cho)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("A lead who screens may appoint, and learns nothing by it")
  func appointingBlind() throws {
    var story = try conflict()
    for report in [1, 3] as [RecordNumber] {
      for person in [PersonID.ada, .cho] {
        try story.act(by: .max) { r throws(Refusal) in
          try r.appointing(person, for: report, at: .titleAbstract, by: .max)
        }
      }
    }
    #expect(story.review.conflicts(at: .titleAbstract, for: .cho) == [1])
    #expect(story.review.conflicts(at: .titleAbstract, for: .ada) == [])
  }

  // MARK: Consensus

  private func opened() throws -> Story {
    var story = try conflict(.sample { $0.titleAbstract.conflicts = .consensus })
    try story.open([1])
    return story
  }

  @Test("A conflict for consensus is no arbiter's, and shut to its parties until a lead opens it")
  func unopened() throws {
    var story = try conflict(.sample { $0.titleAbstract.conflicts = .consensus })
    #expect(story.review.conflicts(at: .titleAbstract, for: .zoe) == [])
    #expect(throws: Refusal.notOpened(1, .titleAbstract)) {
      try story.propose(1, .include, by: .ada)
    }
    #expect(try story.review.view(of: 1, for: .ada).stages[0].decisions == [])
    try story.open([])
    #expect(story.review.conflicts(at: .titleAbstract, for: .zoe) == [])
    let view = try story.review.view(of: 1, for: .ada).stages[0]
    #expect(view.call == .agree)
    #expect(view.decisions.map(\.person) == [.ada, .ben])
    #expect(try story.review.view(of: 1, for: .cho).stages[0].decisions == [])
  }

  @Test("A conflict for an arbiter is not opened, nor an agreement, nor one twice")
  func notToOpen() throws {
    var story = try conflict()
    #expect(throws: Refusal.notYoursToSettle(1, .titleAbstract)) { try story.open([1]) }
    var other = try opened()
    #expect(throws: Refusal.notYoursToSettle(1, .titleAbstract)) { try other.open([1]) }
    #expect(throws: Refusal.notYoursToSettle(2, .titleAbstract)) { try other.open([2]) }
    #expect(throws: Refusal.notYoursToSettle(1, .titleAbstract)) { try other.open([1], by: .max) }
  }

  @Test("It is settled when every party has confirmed")
  func consensus() throws {
    var story = try opened()
    let proposal = try story.propose(1, .exclude, by: .ada)
    #expect(story.leaf(1) == .inConflictAtTitleAbstract)
    #expect(throws: Refusal.alreadyConfirmed(1)) { try story.confirm(1, proposal, by: .ada) }
    #expect(throws: Refusal.notOpened(1, .titleAbstract)) {
      try story.confirm(1, proposal, by: .cho)
    }
    #expect(throws: Refusal.proposalChanged(1)) { try story.confirm(1, 3, by: .ben) }
    try story.confirm(1, proposal, by: .ben)
    #expect(story.leaf(1) == .excludedAtTitleAbstract)
  }

  @Test("A new proposal is confirmed anew")
  func counterProposal() throws {
    var story = try opened()
    let first = try story.propose(1, .exclude, by: .ada)
    let second = try story.propose(1, .include, by: .ben)
    #expect(throws: Refusal.proposalChanged(1)) { try story.confirm(1, first, by: .ada) }
    try story.confirm(1, second, by: .ada)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("From the opening on, the decisions are frozen")
  func frozen() throws {
    var story = try opened()
    try story.decide(1, .exclude, by: .ada)
    #expect(story.leaf(1) == .inConflictAtTitleAbstract)
    #expect(
      try story.review.view(of: 1, for: .ben).stages[0].decisions.map(\.verdict)
        == [.include, .exclude])
    #expect(story.review.requestsToReopen(at: .titleAbstract, for: .lea) == [1])
  }

  @Test("A party who left is not waited for", arguments: [Roles(), .librarian])
  func partyLeaves(left: Roles) throws {
    var story = try opened()
    let proposal = try story.propose(1, .exclude, by: .ada)
    try story.give(left, to: .ben)
    try story.confirm(1, proposal, by: .ada)
    #expect(story.leaf(1) == .excludedAtTitleAbstract)

    var other = try opened()
    try other.give(left, to: .ben)
    try other.propose(1, .include, by: .ada)
    #expect(other.leaf(1) == .awaitingRetrieval)
  }

  @Test("The parties of a settled consensus are asked again when it is reopened")
  func reopened() throws {
    var story = try opened()
    let proposal = try story.propose(1, .exclude, by: .ada)
    try story.confirm(1, proposal, by: .ben)
    try story.reopen(1)
    try story.agree(.include, on: 1)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }
}
