import Screening
import TestSupport
import Testing

@Suite("Limits, removal and amendments")
struct CriteriaTests {
  private func judge(
    _ judged: [(report: RecordNumber, failing: LimitID?)], in story: inout Story
  ) -> Bool {
    guard let fact = story.review.applyingLimits(judged) else { return false }
    story.write(fact, by: .rule(.limits))
    return true
  }

  private func remove(_ report: RecordNumber, in story: inout Story) throws {
    try story.act { r throws(Refusal) in
      try r.removing(report, grounds: "A test page.", by: .lea)
    }
  }

  private func putBack(_ report: RecordNumber, in story: inout Story) throws {
    try story.act { r throws(Refusal) in
      try r.puttingBack(report, grounds: "It belongs.", by: .lea)
    }
  }

  @Test("A failing limit removes a report under its name; a limit that passes returns it")
  func limits() throws {
    var story = try Story()
    #expect(judge([(1, "language"), (2, "date"), (3, nil)], in: &story))
    #expect(story.leaf(1) == .removedByAutomation)
    #expect(story.review.limitRemoving(1) == "language")
    #expect(story.review.limitRemoving(3) == nil)
    #expect(!judge([(1, "language"), (3, nil)], in: &story))
    #expect(judge([(1, "date"), (2, nil)], in: &story))
    #expect(story.review.limitRemoving(1) == "date")
    #expect(story.leaf(2) == .awaitingTitleAbstract)
    #expect(throws: Refusal.reportWasRemoved(1)) { try story.decide(1, .include, by: .ada) }
  }

  @Test("Removal only reaches reports without any decision, by rule or by a person")
  func decided() throws {
    var story = try Story()
    try story.decide(1, .exclude, by: .ada)
    #expect(!judge([(1, "date")], in: &story))
    #expect(throws: Refusal.alreadyDecided(1)) { try remove(1, in: &story) }
  }

  @Test("No rule removes a report that a person put back or removed")
  func putBack() throws {
    var story = try Story()
    _ = judge([(1, "date")], in: &story)
    try putBack(1, in: &story)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(!judge([(1, "date")], in: &story))
    #expect(throws: Refusal.wasNotRemoved(1)) { try putBack(1, in: &story) }

    try remove(1, in: &story)
    #expect(story.leaf(1) == .removedByPerson)
    #expect(throws: Refusal.reportWasRemoved(1)) { try remove(1, in: &story) }
    #expect(!judge([(1, nil)], in: &story))
    try putBack(1, in: &story)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
  }

  @Test("A merged report is removed if a person removed a part, or limits removed both")
  func merged() throws {
    var story = try Story(records: 6)
    _ = judge([(1, "date"), (3, "date"), (4, "language")], in: &story)
    try remove(5, in: &story)
    try story.merge(1, 2)
    try story.merge(3, 4)
    try story.merge(5, 6)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(story.leaf(3) == .removedByAutomation)
    #expect(story.leaf(5) == .removedByPerson)
    try story.unlink(5, 6)
    #expect(story.leaf(6) == .awaitingTitleAbstract)
  }

  // MARK: Amendments

  @Test("An amendment needs grounds, and says something new")
  func grounds() throws {
    let story = try Story()
    let (review, file) = (story.review, Fingerprint(quarters: (0, 0, 0, 9)))
    let same = try #require(review.content)
    let other = ReviewProtocol.sample { $0.title = "Another" }
    func adopt(_ content: ReviewProtocol, _ grounds: Words?, by person: PersonID = .lea) throws {
      _ = try review.adopting(content, file: file, grounds: grounds, by: person)
    }
    #expect(throws: Refusal.sameProtocol) { try adopt(same, "x") }
    #expect(throws: Refusal.groundsMissing) { try adopt(other, nil) }
    #expect(throws: Refusal.groundsMissing) { try adopt(other, " ") }
    #expect(throws: Refusal.needsRole(.lead)) { try adopt(other, "x", by: .ada) }
    let bare = ReviewProtocol.sample { $0.domains = [] }
    #expect(throws: Refusal.amendmentNotAllowed(bare.faults(asAmendmentOf: same))) {
      try adopt(bare, "x")
    }
  }

  @Test("Every version is kept, numbered, with its entry")
  func versions() throws {
    var story = try Story()
    try story.amend { $0.title = "Second" }
    #expect(story.review.protocolVersion == 2)
    #expect(story.review.protocolVersions.map(\.number) == [1, 2])
    #expect(story.review.protocolVersions.map(\.adopted) == [1, story.last])
    #expect(story.review.content(ofVersion: 1)?.title == "Sample")
    #expect(story.review.content?.title == "Second")
    #expect(story.review.protocolFile == story.review.protocolVersions.last?.file)
  }

  @Test("No amendment changes an outcome, nor how many decisions a begun round asks for")
  func noChange() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    try story.decide(2, .include, by: .ada)
    try story.amend {
      $0.titleAbstract.reviewers = 3
      $0.titleAbstract.unsure = .conflict
    }
    #expect(story.leaf(1) == .awaitingRetrieval)
    try story.decide(2, .unsure, by: .ben)
    #expect(story.leaf(2) == .awaitingRetrieval)
    try story.agree(.include, on: 3)
    #expect(story.leaf(3) == .awaitingTitleAbstract)
    try story.decide(3, .unsure, by: .cho)
    #expect(story.leaf(3) == .inConflictAtTitleAbstract)
  }

  @Test("A change of the number of reviewers shows what would move, and touches what is named")
  func requota() throws {
    var story = try Story(.sample { $0.titleAbstract.reviewers = 3 })
    try story.agree(.include, on: 1)
    try story.agree(.include, on: 2)
    try story.decide(3, .include, by: .ada)
    var fewer = try #require(story.review.content)
    fewer.titleAbstract.reviewers = 2
    let moves = story.review.preview(adopting: fewer).moves
    #expect(moves.map(\.report) == [1, 2, 3])
    #expect(moves.map(\.from) == [1, 1, 2].map(Standing.awaiting(decisions:)))
    #expect(moves.map(\.to) == [.agreed(.include), .agreed(.include), .awaiting(decisions: 1)])

    let named = ProtocolAdopted.Requota(stage: .titleAbstract, reviewers: 2, reports: [1])
    try story.amend(requotas: [named]) { $0 = fewer }
    #expect(story.leaf(1) == .awaitingRetrieval)
    #expect(story.leaf(2) == .awaitingTitleAbstract)
    try story.decide(2, .include, by: .cho)
    #expect(story.leaf(2) == .awaitingRetrieval)
  }

  @Test("Rounds that are not begun, or ask for as many already, cannot be named")
  func requotaOutOfReach() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    for (report, reviewers) in [(2, 3), (1, 2), (9, 3)] as [(RecordNumber, UInt8)] {
      let named = ProtocolAdopted.Requota(
        stage: .titleAbstract, reviewers: reviewers, reports: [report])
      #expect(throws: Refusal.requotaOutOfReach(report, .titleAbstract)) {
        try story.amend(requotas: [named]) { $0.titleAbstract.reviewers = 3 }
      }
    }
  }

  @Test("The decisions that rest on a changed criterion are listed, those of earlier rounds not")
  func resting() throws {
    var story = try Story(.sample { $0.titleAbstract.reasons = .required })
    try story.decide(1, .exclude, "P1", by: .ada)
    let first = story.last
    try story.decide(1, .exclude, "C1", also: ["P2"], by: .ben)
    try story.decide(2, .exclude, "P1", by: .ada)
    try story.decide(2, .exclude, "P1", by: .ben)
    try story.reopen(2)
    var changed = try #require(story.review.content)
    changed.domains[0].exclude[0].text = "Children under 16"
    changed.domains[0].exclude[1].isRetired = true
    let preview = story.review.preview(adopting: changed)
    #expect(preview.resting.map(\.report) == [1, 1])
    #expect(preview.resting.map(\.reasons) == [["P1"], ["P2"]])
    #expect(preview.resting.first?.decision == first)
    #expect(Story.blank.review.preview(adopting: changed).resting == [])
  }
}
