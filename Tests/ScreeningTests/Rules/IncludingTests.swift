import Screening
import TestSupport
import Testing

@Suite("Full texts, labels, charts and studies")
struct IncludingTests {
  private func attempt(_ report: RecordNumber, in story: inout Story) throws {
    try story.act(by: .lib) { r throws(Refusal) in
      try r.attempting(report, words: "Wrote to the authors.", by: .lib)
    }
  }

  private func giveUp(_ report: RecordNumber, in story: inout Story) throws {
    try story.act(by: .lib) { r throws(Refusal) in
      try r.givingUp(report, grounds: "No answer.", by: .lib)
    }
  }

  private func withdraw(_ report: RecordNumber, in story: inout Story) throws {
    try story.act(by: .lib) { r throws(Refusal) in
      try r.withdrawingText(of: report, grounds: "Wrong paper.", by: .lib)
    }
  }

  @Test("A text is sought, then obtained or given up after an attempt")
  func retrieval() throws {
    var story = try Story()
    #expect(throws: Refusal.reportIsNotAtStage(1, .fullText)) { try attempt(1, in: &story) }
    try story.agree(.include, on: 1)
    #expect(throws: Refusal.attemptMissing(1)) { try giveUp(1, in: &story) }
    #expect(throws: Refusal.noText(1)) { try withdraw(1, in: &story) }
    try attempt(1, in: &story)
    #expect(story.leaf(1) == .awaitingRetrieval)
    try giveUp(1, in: &story)
    #expect(story.leaf(1) == .notRetrieved)
    #expect(throws: Refusal.reportIsNotAtStage(1, .fullText)) {
      try story.decide(1, at: .fullText, .include, by: .ada)
    }
    try story.obtain(1)
    #expect(story.leaf(1) == .awaitingFullText)
    #expect(throws: Refusal.textAlreadyObtained(1)) { try story.obtain(1) }
    try withdraw(1, in: &story)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("While the full-text round has decisions, its text stays")
  func decided() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    try story.obtain(1)
    try story.decide(1, at: .fullText, .include, by: .ada)
    #expect(throws: Refusal.decisionsRestOnText(1)) { try withdraw(1, in: &story) }
    #expect(throws: Refusal.decisionsRestOnText(1)) { try giveUp(1, in: &story) }
    try story.decide(1, at: .fullText, .include, by: .ben)
    try story.reopen(1, at: .fullText)
    try withdraw(1, in: &story)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("An abstract is enough where the report is one, or a lead says why")
  func abstractOnly() throws {
    var story = try Story()
    try story.agree(.include, on: 1, 2)
    func obtain(
      _ report: RecordNumber, isAbstract: Bool = false, grounds: Words?, by person: PersonID
    ) throws {
      try story.act(by: person) { r throws(Refusal) in
        try r.obtaining(
          report, access: .logIn, isAbstractOnly: true, reportIsAbstract: isAbstract,
          place: "shelf", grounds: grounds, by: person)
      }
    }
    #expect(throws: Refusal.abstractNeedsGrounds(1)) { try obtain(1, grounds: nil, by: .lea) }
    #expect(throws: Refusal.abstractNeedsGrounds(1)) { try obtain(1, grounds: "x", by: .lib) }
    try obtain(1, grounds: "It says all.", by: .lea)
    try obtain(2, isAbstract: true, grounds: nil, by: .lib)
    #expect(story.review.reports(in: .awaitingFullText).count == 2)
  }

  // MARK: Labels

  private func included(_ people: Int = 1) throws -> Story {
    var story = try Story(.sample { $0.labels.people = people })
    try story.include(1)
    return story
  }

  private func settle(
    _ themes: [ThemeID], in story: inout Story, by person: PersonID = .zoe
  ) throws {
    try story.disclose()
    try story.act(by: person) { r throws(Refusal) in
      try r.settlingLabels(of: 1, themes: themes, grounds: "Both fit.", by: person)
    }
  }

  @Test("Included reports get labels of the tree, no more than allowed; none is unfinished")
  func labels() throws {
    var story = try included()
    #expect(story.review.labelStanding(of: 1) == .unfinished)
    try story.label(1, ["nursing", "work"])
    #expect(story.review.labelStanding(of: 1) == .settled(["nursing", "work"]))
    try story.label(1, [])
    #expect(story.review.labelStanding(of: 1) == .unfinished)
    #expect(throws: Refusal.tooManyLabels(given: 3, max: 2)) {
      try story.label(1, ["nursing", "pay", "work"])
    }
    #expect(throws: Refusal.notALabel("care")) { try story.label(1, ["care"]) }
    #expect(throws: Refusal.retired(.theme, "old")) { try story.label(1, ["old"]) }
    #expect(throws: Refusal.unknown(.theme, "nursin", nearest: "nursing")) {
      try story.label(1, ["nursin"])
    }
    #expect(throws: Refusal.reportIsNotIncluded(2)) { try story.label(2, ["pay"]) }
  }

  @Test("Who screens labels once the inclusion is disclosed")
  func labellingBlind() throws {
    var story = try included()
    #expect(throws: Refusal.reportIsNotIncluded(1)) { try story.label(1, ["pay"], by: .cho) }
    try story.disclose()
    try story.label(1, ["pay"], by: .cho)
    #expect(story.review.labelStanding(of: 1) == .settled(["pay"]))
  }

  @Test("Two labellers' equal sets are settled, different ones by a third person")
  func twoLabellers() throws {
    var story = try included(2)
    try story.disclose()
    try story.label(1, ["pay"], by: .ada)
    #expect(story.review.labelStanding(of: 1) == .unfinished)
    try story.label(1, ["pay"], by: .max)
    #expect(story.review.labelStanding(of: 1) == .settled(["pay"]))
    #expect(throws: Refusal.labelsNotInConflict(1)) { try settle(["pay"], in: &story) }
    #expect(throws: Refusal.enoughLabellers(1)) { try story.label(1, ["pay"], by: .cho) }
    try story.label(1, ["work"], by: .ada)
    #expect(story.review.labelStanding(of: 1) == .toSettle)
    #expect(throws: Refusal.labelledItself(1)) { try settle(["pay"], in: &story, by: .max) }
    try settle(["work", "pay"], in: &story)
    #expect(story.review.labelStanding(of: 1) == .settled(["work", "pay"]))
    try story.label(1, ["housing"], by: .ada)
    #expect(story.review.labelStanding(of: 1) == .settled(["work", "pay"]))
    try settle(["housing"], in: &story)
    #expect(story.review.labelStanding(of: 1) == .settled(["housing"]))
  }

  @Test("Where a merge or an amendment leaves too many, labels are to settle")
  func tooMany() throws {
    var story = try included()
    try story.include(2)
    try story.label(1, ["nursing", "pay"])
    try story.label(2, ["housing"])
    try story.merge(1, 2)
    #expect(story.review.labelStanding(of: 1) == .toSettle)
    try settle(["pay"], in: &story)
    #expect(story.review.labelStanding(of: 1) == .settled(["pay"]))
    try story.unlink(1, 2)
    #expect(story.review.labelStanding(of: 2) == .settled(["housing"]))

    var other = try included()
    try other.label(1, ["nursing", "pay"])
    try other.amend { $0.labels.max = 1 }
    #expect(other.review.labelStanding(of: 1) == .toSettle)
  }

  // MARK: Charts, notes, selection

  @Test("Charted values are of the field's kind; the latest counts, and can be taken back")
  func charting() throws {
    var story = try included()
    func chart(_ field: FieldID, _ value: ChartValue) throws {
      try story.act { r throws(Refusal) in
        try r.charting(1, field: field, value: value, page: "12", by: .lea)
      }
    }
    let good: [(FieldID, ChartValue)] = [
      ("country", .text("Malta")), ("people", .number("17.5")), ("year", .year(1999)),
      ("funded", .yesNo(false)), ("design", .choices(["trial"])),
      ("setting", .choices(["home", "ward"])),
    ]
    for (field, value) in good { try chart(field, value) }
    #expect(story.review.chart(of: 1).count == 6)
    #expect(story.review.chart(of: 1)["year"]?.value == .year(1999))
    #expect(story.review.chart(of: 1)["year"]?.page == "12")
    try chart("year", .none)
    #expect(story.review.chart(of: 1)["year"] == nil)

    let bad: [(FieldID, ChartValue, String)] = [
      ("country", .year(1), "a text"), ("people", .number("many"), "a number"),
      ("people", .number("inf"), "a number"), ("year", .text("x"), "a year"),
      ("funded", .year(1), "yes or no"),
      ("design", .choices(["trial", "survey"]), "one of trial, survey"),
      ("setting", .choices(["moon"]), "any of home, ward"),
    ]
    for (field, value, wanted) in bad {
      #expect(throws: Refusal.wrongValue(field, wanted: wanted)) { try chart(field, value) }
    }
    #expect(throws: Refusal.retired(.field, "gone")) { try chart("gone", .text("x")) }
    #expect(throws: Refusal.unknown(.field, "contry", nearest: "country")) {
      try chart("contry", .text("x"))
    }
  }

  @Test("Notes are taken on any report, and say something; included ones are selected")
  func notesAndSelection() throws {
    var story = try included()
    try story.act(by: .ada) { r throws(Refusal) in
      try r.noting(NoteTaken(report: 2, stage: .titleAbstract, words: "Odd."), by: .ada)
    }
    #expect(story.leaf(2) == .awaitingTitleAbstract)
    let review = story.review
    #expect(throws: Refusal.groundsMissing) {
      try review.noting(NoteTaken(report: 2, stage: nil, words: ""), by: .ada)
    }
    try story.act { r throws(Refusal) in try r.selecting(1, isSelected: true, by: .lea) }
    #expect(story.review.isSelected(1))
    try story.act { r throws(Refusal) in try r.selecting(1, isSelected: false, by: .lea) }
    #expect(!story.review.isSelected(1))
  }

  // MARK: Studies

  @Test("Reports of one study are joined and split; what one held together stays together")
  func studies() throws {
    var story = try Story()
    func join(_ one: RecordNumber, _ other: RecordNumber) throws {
      try story.act { r throws(Refusal) in try r.joiningStudies(one, other, by: .lea) }
    }
    func split(_ report: RecordNumber) throws {
      try story.act { r throws(Refusal) in try r.splittingStudy(of: report, by: .lea) }
    }
    #expect(throws: Refusal.notJoined(1)) { try split(1) }
    try join(1, 2)
    try join(2, 3)
    #expect(([1, 2, 3] as [RecordNumber]).map(story.review.study(of:)) == [1, 1, 1])
    #expect(throws: Refusal.sameStudy(1, 3)) { try join(1, 3) }
    try split(2)
    #expect(([1, 2, 3] as [RecordNumber]).map(story.review.study(of:)) == [1, 2, 1])
    try story.merge(2, 3)
    #expect(story.review.study(of: 2) == 1)
  }
}
