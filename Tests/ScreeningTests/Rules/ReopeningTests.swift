import Screening
import TestSupport
import Testing

@Suite("Reopening, handing over and offering")
struct ReopeningTests {
  @Test("Reopening starts a round that asks the same people again")
  func samePeople() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    try story.reopen(1)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(throws: Refusal.noLongerNeeded(1, .titleAbstract)) {
      try story.decide(1, .include, by: .cho)
    }
    #expect(try story.review.offering(1, at: .titleAbstract, to: .ada) == [1])
    try story.agree(.include, on: 1)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("Others are asked where they are named; too few are refused")
  func others() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    #expect(throws: Refusal.tooFewAsked(needed: 2, asked: 1)) {
      try story.reopen(1, asking: [.cho, .cho])
    }
    #expect(throws: Refusal.needsRole(.reviewer)) { try story.reopen(1, asking: [.cho, .zoe]) }
    try story.reopen(1, asking: [.cho, .max])
    try story.agree(.include, on: 1, by: [.cho, .max])
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("A place of someone who left is anybody's")
  func placeOfOneWhoLeft() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    try story.reopen(1)
    try story.give([], to: .ada)
    #expect(try story.review.offering(1, at: .titleAbstract, to: .cho) == [1])
    try story.agree(.include, on: 1, by: [.cho, .ben])
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("A round that is not finished is not reopened, nor is a parked one")
  func notFinished() throws {
    var story = try Story()
    #expect(throws: Refusal.nothingToReopen(1, .titleAbstract)) { try story.reopen(1) }
    try story.include(1)
    try story.reopen(1)
    #expect(throws: Refusal.nothingToReopen(1, .fullText)) { try story.reopen(1, at: .fullText) }
  }

  @Test("A lead who screens, or an arbiter, reopens only what they may see")
  func unseen() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    for person in [PersonID.max, .zoe, .yan] {
      #expect(throws: Refusal.cannotReopenUnseen(1, .titleAbstract)) {
        try story.reopen(1, by: person)
      }
    }
    try story.disclose(.titleAbstract)
    try story.reopen(1, by: .max)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(throws: Refusal.cannotReopenUnseen(1, .titleAbstract)) { try story.reopen(1, by: .max) }
  }

  @Test("What the report had later is parked, counted nowhere, and returns unchanged")
  func parking() throws {
    var story = try Story()
    try story.include(1)
    try story.label(1, ["nursing", "pay"])
    try story.act { r throws(Refusal) in
      try r.charting(1, field: "year", value: .year(1999), page: "3", by: .lea)
    }
    let chart = story.review.chart(of: 1)
    try story.reopen(1)
    #expect(story.review.reports(in: .included).count == 0)
    #expect(throws: Refusal.reportIsNotIncluded(1)) { try story.label(1, ["pay"]) }

    try story.agree(.include, on: 1)
    #expect(story.leaf(1) == .included)
    #expect(story.review.labelStanding(of: 1) == .settled(["nursing", "pay"]))
    #expect(story.review.chart(of: 1) == chart)
  }

  @Test("Reopening the full text keeps the text and asks for new decisions")
  func fullText() throws {
    var story = try Story()
    try story.include(1)
    try story.reopen(1, at: .fullText)
    #expect(story.leaf(1) == .awaitingFullText)
    try story.agree(.exclude, on: 1, at: .fullText)
    #expect(story.leaf(1) == .excludedAtFullText)
  }

  // MARK: Handing over

  @Test("A lead hands the places of one reviewer over to another")
  func handingOver() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1, 2)
    for report in [1, 2] as [RecordNumber] { try story.reopen(report) }
    try story.decide(2, .include, by: .ada)
    try story.act { r throws(Refusal) in
      try r.handingOver(from: .ada, to: .cho, at: .titleAbstract, by: .lea)
    }
    #expect(try story.review.offering(4, at: .titleAbstract, to: .cho) == [1, 3, 4])
    #expect(try story.review.offering(4, at: .titleAbstract, to: .ada) == [3, 4])
    let review = story.review
    #expect(throws: Refusal.nothingToHandOver) {
      try review.handingOver(from: .ada, to: .cho, at: .titleAbstract, by: .lea)
    }
    #expect(throws: Refusal.notInTeam) {
      try review.handingOver(
        from: PersonID(high: 7, low: 7), to: .cho, at: .titleAbstract, by: .lea)
    }
  }

  // MARK: Queue

  @Test("The queue offers what still needs a decision, in order, never twice to one person")
  func queue() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    try story.decide(2, .include, by: .ada)
    #expect(try story.review.offering(9, at: .titleAbstract, to: .ada) == [3, 4])
    #expect(try story.review.offering(9, at: .titleAbstract, to: .cho) == [2, 3, 4])
    #expect(try story.review.offering(1, at: .titleAbstract, to: .cho) == [2])
    #expect(story.review.openCount(at: .titleAbstract, for: .ada) == 2)
    #expect(story.review.openCount(at: .titleAbstract, for: .cho) == 3)
    #expect(story.review.openCount(at: .titleAbstract, for: .lea) == 0)
    #expect(throws: Refusal.needsRole(.reviewer)) {
      try story.review.offering(1, at: .titleAbstract, to: .lea)
    }
  }

  @Test("What enough others are looking at is not offered; one's own offers come first")
  func leases() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    let until = Moment(microseconds: 9)
    func offer(_ report: RecordNumber, to person: PersonID) -> Offer {
      Offer(report: report, stage: .titleAbstract, person: person, until: until)
    }
    let offers = [
      offer(1, to: .ben), offer(2, to: .ben), offer(2, to: .max), offer(4, to: .cho),
      Offer(report: 3, stage: .fullText, person: .ben, until: until),
    ]
    #expect(
      try story.review.offering(4, at: .titleAbstract, to: .cho, beside: offers) == [4, 3])
    // Who has decided is no longer looking.
    try story.decide(2, .include, by: .ben)
    #expect(
      try story.review.offering(4, at: .titleAbstract, to: .kit, beside: [offer(2, to: .ben)])
        == [1, 2, 3, 4])
  }
}
