import Screening
import TestSupport
import Testing

@Suite("From file to report")
struct FilingTests {
  private func withdraw(_ file: ImportNumber, in story: inout Story) throws {
    try story.act(by: .lib) { r throws(Refusal) in
      try r.withdrawing(file, grounds: "Wrong file.", by: .lib)
    }
  }

  private func correct(_ item: UInt32, of file: ImportNumber, in story: inout Story) throws {
    try story.act(by: .lib) { r throws(Refusal) in
      try r.correcting(item, of: file, batch: BatchID(high: 5, low: 5), by: .lib)
    }
  }

  private func dismiss(_ item: UInt32, of file: ImportNumber, in story: inout Story) throws {
    try story.act(by: .lib) { r throws(Refusal) in
      try r.dismissing(item, of: file, grounds: "No record.", by: .lib)
    }
  }

  @Test("Imports and records are numbered densely, in the order in which they are filed")
  func numbering() throws {
    var story = try Story(records: 2)
    try story.file(0)
    try story.file(3, from: "web")
    #expect(story.review.imports.map(\.fact.file) == [1, 2, 3])
    #expect(story.review.imports.map(\.fact.first) == [1, 3, 3])
    #expect(story.review.recordCount == 5)
    #expect(story.review.importOf(4).source == "web")
    #expect(story.review.arm(of: 4) == .other)
    #expect(story.review.place(of: 4)?.ordinal == 1)
    #expect(story.review.place(of: 6) == nil)
    #expect(!story.review.exists(0))
  }

  @Test("An import for which there is no number left is refused, and those before it stand")
  func noNumberLeft() throws {
    var story = try Story(records: 0)
    for _ in 0..<UInt16.max { try story.file(0) }
    #expect(throws: Refusal.noImportNumberLeft) { try story.file(1) }
    #expect(story.review.imports.last?.fact.file == ImportNumber(UInt16.max))
  }

  @Test("What was read is accepted, in quarantine, or dismissed, always")
  func quarantine() throws {
    var story = try Story(records: 2)
    try story.file(2, quarantined: 3)
    try correct(1, of: 2, in: &story)
    try dismiss(0, of: 2, in: &story)
    let summary = try #require(story.review.imports.last)
    #expect((summary.fact.accepted, summary.corrected) == (2, 1))
    #expect((summary.dismissed, summary.waiting) == (1, 1))
    #expect(story.review.recordCount == 5)
    #expect(story.review.importOf(5).file == 2)
    #expect(story.review.place(of: 5)?.batch == BatchID(high: 5, low: 5))
    #expect(story.leaf(5) == .awaitingTitleAbstract)
    for item in [0, 1, 3] as [UInt32] {
      #expect(throws: Refusal.noSuchQuarantined(2, item: item)) {
        try correct(item, of: 2, in: &story)
      }
    }
    #expect(throws: Refusal.noSuchImport(7)) { try dismiss(0, of: 7, in: &story) }
  }

  @Test("The same bytes from the same source are known, unless that import was withdrawn")
  func sameBytes() throws {
    var story = try Story(records: 0)
    try story.file(2, digest: 7)
    let digest = Fingerprint(quarters: (1, 0, 0, 7))
    #expect(story.review.importHolding(digest, from: "medline") == 1)
    #expect(story.review.importHolding(digest, from: "web") == nil)
    try withdraw(1, in: &story)
    #expect(story.review.importHolding(digest, from: "medline") == nil)
  }

  @Test("A withdrawn import leaves every count, with what came out of its quarantine")
  func withdrawing() throws {
    var story = try Story(records: 0)
    try story.file(2, quarantined: 2)
    try correct(0, of: 1, in: &story)
    try withdraw(1, in: &story)
    #expect(story.review.reports(in: .gone).count == 3)
    #expect(throws: Refusal.importIsWithdrawn(1)) { try withdraw(1, in: &story) }
    #expect(throws: Refusal.importIsWithdrawn(1)) { try correct(1, of: 1, in: &story) }
    #expect(throws: Refusal.reportIsGone(1)) { try story.decide(1, .include, by: .ada) }
    #expect(throws: Refusal.noSuchImport(2)) { try withdraw(2, in: &story) }
  }

  @Test("Records on which a decision rests stay, whoever merged them in")
  func rested() throws {
    var story = try Story(records: 2)
    try story.file(2)
    try story.merge(1, 3)
    try story.decide(1, .include, by: .ada)
    try withdraw(2, in: &story)
    #expect(story.review.isLive(3))
    #expect(!story.review.isLive(4))
    #expect(throws: Refusal.decisionsRestOnAll(2)) { try withdraw(2, in: &story) }
  }

  @Test("Only declared sources in use are imported from, by leads and librarians")
  func sources() throws {
    var story = try Story()
    #expect(
      throws:
        Refusal.undeclaredSource(
          "medlin", nearest: "medline", declared: ["medline", "register", "web", "hand", "before"])
    ) {
      try story.file(1, from: "medlin")
    }
    #expect(throws: Refusal.retired(.source, "closed")) { try story.file(1, from: "closed") }
    #expect(throws: Refusal.needsRole([.lead, .librarian])) { try story.file(1, by: .ada) }
    var blank = Story.blank
    try blank.act { r throws(Refusal) in try r.giving(.lead, to: .lea, by: .lea) }
    #expect(throws: Refusal.notFounded) { try blank.file(1, by: .lea) }
  }

  @Test("Records enter where their source says; a report at titles if any of its records does")
  func entry() throws {
    var story = try Story(records: 1)
    try story.file(1, from: "web")
    try story.file(1, from: "hand")
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(story.leaf(2) == .awaitingRetrieval)
    #expect(story.leaf(3) == .awaitingTitleAbstract)
    #expect(throws: Refusal.reportIsNotAtStage(2, .titleAbstract)) {
      try story.decide(2, .include, by: .ada)
    }
    try story.merge(2, 3)
    #expect(story.leaf(2) == .awaitingTitleAbstract)
  }

  @Test("Reports of an earlier review are not screened again")
  func previous() throws {
    var story = try Story(records: 1)
    try story.file(1, from: "before")
    #expect(story.leaf(2) == .previous)
    #expect(throws: Refusal.reportIsPrevious(2)) { try story.decide(2, .include, by: .ada) }
    try story.merge(1, 2)
    #expect(story.leaf(2) == .previous)
    #expect(story.leaf(1) == nil)
  }

  // MARK: Team

  @Test("A review is founded once, by a lead, and never left without one")
  func team() throws {
    var story = try Story(records: 0, cast: [(.lea, .lead), (.ada, .reviewer)])
    #expect(story.review.leads == [.lea])
    #expect(story.review.team.map(\.person) == [.lea, .ada])
    #expect(throws: Refusal.lastLead) { try story.give(.reviewer, to: .lea) }
    let review = story.review
    #expect(throws: Refusal.needsRole(.lead)) { try review.giving(.lead, to: .ada, by: .ada) }
    try story.give([.lead, .reviewer], to: .ada)
    try story.give([], to: .lea)
    #expect(story.review.roles(of: .lea).isEmpty)
    #expect(story.review.roles(of: .ada).names == ["lead", "reviewer"])
    #expect(throws: Refusal.notInTeam) { try story.disclose() }
  }
}
