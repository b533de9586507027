import Screening
import TestSupport
import Testing

@Suite("Duplicates")
struct MergingTests {
  @Test("Linked records are one report, kept by the first imported of its arm")
  func merging() throws {
    var story = try Story(records: 0)
    try story.file(1, from: "web")
    try story.file(2)
    try story.merge(3, 1)
    #expect(story.review.report(of: 1) == 3)
    #expect(story.review.records(of: 1) == [1, 3])
    #expect(story.leaf(1) == nil)
    try story.merge(3, 2)
    #expect(story.review.report(of: 3) == 2)
    #expect(story.review.links(of: 1).map(\.pair) == [RecordPair(1, 3), RecordPair(2, 3)])
    #expect(story.review.links(of: 1).map(\.byRule) == [false, false])
  }

  @Test("Only leads and librarians merge, and only live records of two reports")
  func refused() throws {
    var story = try Story()
    #expect(throws: Refusal.needsRole([.lead, .librarian])) { try story.merge(1, 2, by: .ada) }
    try story.merge(1, 2)
    #expect(throws: Refusal.sameReport(1, 2)) { try story.merge(1, 2) }
    #expect(throws: Refusal.sameReport(1, 1)) { try story.merge(1) }
    #expect(throws: Refusal.noSuchRecord(9, highest: 4)) { try story.merge(1, 9) }
    #expect(throws: Refusal.notOneReport(1, 3)) { try story.unlink(1, 3) }
    #expect(throws: Refusal.nothingToSplit(3)) { try story.split(3) }
    try story.file(1)
    try story.act(by: .lib) { r throws(Refusal) in
      try r.withdrawing(2, grounds: "Wrong.", by: .lib)
    }
    #expect(throws: Refusal.reportIsGone(5)) { try story.merge(1, 5) }
  }

  @Test("Removing a link splits what it alone held together")
  func unlinking() throws {
    var story = try Story()
    try story.merge(1, 2, 3)
    try story.unlink(1, 3)
    #expect(story.review.records(of: 1) == [1, 2])
    #expect(story.review.records(of: 3) == [3])
    #expect(story.leaf(3) == .awaitingTitleAbstract)
  }

  // MARK: What people said

  @Test("What a person said is apart is never linked by rule, nor by a chain of such links")
  func apart() throws {
    var story = try Story()
    try story.act(by: .lib) { r throws(Refusal) in try r.parting(1, 3, by: .lib) }
    #expect(story.review.areApart(RecordPair(3, 1)))
    let (fact, count) = story.review.linkingByRule(
      [RecordPair(1, 2), RecordPair(2, 3), RecordPair(3, 4)])
    #expect(fact == .recordsLinked([RecordPair(1, 2), RecordPair(3, 4)]))
    #expect(count == 2)
    #expect(throws: Refusal.saidApart(1, 3)) { try story.review.checkLinkByRule(RecordPair(1, 3)) }
  }

  @Test("Two reports that both carry decisions are linked by people only")
  func bothDecided() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    try story.decide(2, .include, by: .ada)
    #expect(throws: Refusal.bothDecided(1, 2)) {
      try story.review.checkLinkByRule(RecordPair(1, 2))
    }
    #expect(throws: Never.self) { try story.review.checkLinkByRule(RecordPair(1, 3)) }
    #expect(throws: Refusal.sameReport(1, 2)) {
      try story.merge(1, 2)
      try story.review.checkLinkByRule(RecordPair(1, 2))
    }
  }

  @Test("People join what was said apart by naming both, and only so")
  func takingBack() throws {
    var story = try Story()
    try story.merge(1, 2)
    try story.merge(1, 3)
    try story.split(3)
    #expect(throws: Refusal.saidApart(2, 3)) { try story.merge(1, 3) }
    try story.merge(3, 1, 2)
    #expect(story.review.records(of: 1) == [1, 2, 3])
    #expect(!story.review.areApart(RecordPair(1, 3)))
    #expect(!story.review.areApart(RecordPair(2, 3)))
  }

  @Test("Three named at once are checked together")
  func together() throws {
    var story = try Story()
    try story.act(by: .lib) { r throws(Refusal) in try r.parting(2, 4, by: .lib) }
    try story.merge(1, 2)
    #expect(throws: Refusal.saidApart(2, 4)) { try story.merge(1, 3, 4) }
  }

  @Test("Splitting a record from the middle leaves the others together, and where they stood")
  func middle() throws {
    var story = try Story()
    try story.decide(3, .include, by: .ada)
    try story.merge(1, 2)
    try story.merge(2, 3)
    try story.decide(1, .include, by: .ben)
    #expect(story.leaf(1) == .awaitingRetrieval)
    try story.split(2)
    #expect(story.review.records(of: 1) == [1, 3])
    #expect(story.leaf(1) == .awaitingRetrieval)
    #expect(story.leaf(2) == .awaitingTitleAbstract)
    #expect(story.review.areApart(RecordPair(1, 2)))
    #expect(story.review.areApart(RecordPair(2, 3)))
  }

  @Test("Saying that two of one report are apart splits the first off")
  func partingOne() throws {
    var story = try Story()
    try story.merge(1, 2, 3)
    try story.act(by: .lib) { r throws(Refusal) in try r.parting(3, 1, by: .lib) }
    #expect(story.review.records(of: 1) == [1, 2])
  }

  // MARK: Decisions

  @Test("A merged report stands where the part stands that has gone further")
  func further() throws {
    var story = try Story()
    try story.decide(1, .include, by: .cho)
    try story.include(2)
    try story.merge(1, 2)
    #expect(story.review.report(of: 2) == 1)
    #expect(story.leaf(1) == .included)
  }

  @Test("What is parked has not gone further")
  func parkedIsNotFurther() throws {
    var story = try Story()
    try story.include(1)
    try story.reopen(1)
    try story.agree(.include, on: 2)
    try story.merge(1, 2)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("Two parts with the same outcome stay settled")
  func same() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    try story.agree(.exclude, on: 2, by: [.cho, .max])
    try story.merge(1, 2)
    #expect(story.leaf(1) == .excludedAtTitleAbstract)
  }

  @Test("Different outcomes open a new round at the earliest such stage")
  func different() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    try story.include(2)
    try story.merge(1, 2)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    try story.agree(.include, on: 1, by: [.cho, .max])
    #expect(story.leaf(1) == .included)

    try story.include(3)
    try story.agree(.include, on: 4)
    try story.obtain(4)
    try story.agree(.exclude, on: 4, at: .fullText)
    try story.merge(3, 4)
    #expect(story.leaf(3) == .awaitingFullText)
  }

  @Test("Rounds that are only begun on both sides are begun anew")
  func bothBegun() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    try story.decide(2, .include, by: .ben)
    try story.merge(1, 2)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    try story.decide(1, .include, by: .ada)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    try story.decide(1, .include, by: .cho)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }

  @Test("A merge takes the entry of its furthest part")
  func entry() throws {
    var story = try Story(records: 1)
    try story.file(1, from: "web")
    try story.obtain(2)
    try story.agree(.exclude, on: 2, at: .fullText)
    try story.merge(1, 2)
    #expect(story.review.report(of: 2) == 1)
    #expect(story.review.entry(of: 1) == .fullText)
    #expect(story.leaf(1) == .excludedAtFullText)

    try story.file(1, from: "web")
    try story.file(1)
    try story.merge(3, 4)
    #expect(story.review.entry(of: 3) == .titleAbstract)
  }

  @Test("Who saw the decisions of one part decides the merged report no more, and sees no others")
  func shownOfOnePart() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    try story.decide(2, .include, by: .cho)
    try story.decide(2, .exclude, by: .max)
    try story.act(by: .yan) { r throws(Refusal) in
      try r.showing([2], at: .titleAbstract, to: .yan)
    }
    #expect(try story.review.view(of: 2, for: .yan).stages[0].decisions.count == 2)
    try story.merge(1, 2)
    #expect(try story.review.view(of: 1, for: .yan).stages[0].decisions == [])
    try story.reopen(1, asking: [.ada, .cho])
    try story.give([], to: .ada)
    #expect(throws: Refusal.sawAnother(1, .titleAbstract)) {
      try story.decide(1, .include, by: .yan)
    }
  }

  // MARK: Splits

  @Test("Decisions given before the merge go back to their parts")
  func backToParts() throws {
    var story = try Story()
    try story.agree(.exclude, on: 1)
    try story.include(2)
    try story.merge(1, 2)
    try story.unlink(1, 2)
    #expect(story.leaf(1) == .excludedAtTitleAbstract)
    #expect(story.leaf(2) == .included)
  }

  @Test("Decisions given on the merged report stay with the part that holds the kept record")
  func stayWithKept() throws {
    var story = try Story()
    try story.decide(2, .include, by: .ada)
    try story.merge(1, 2)
    try story.decide(2, .include, by: .ben)
    #expect(story.leaf(1) == .awaitingRetrieval)
    try story.unlink(1, 2)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(story.leaf(2) == .awaitingTitleAbstract)
    #expect(try story.review.view(of: 1, for: .ben).stages[0].mine?.verdict == .include)
    #expect(try story.review.view(of: 2, for: .ada).stages[0].mine?.verdict == .include)
    #expect(try story.review.view(of: 2, for: .ben).stages[0].mine == nil)
  }

  @Test("A part that never passed titles alone does not seem to have skipped them after a split")
  func entryAfterSplit() throws {
    var story = try Story()
    try story.agree(.include, on: 2)
    try story.merge(1, 2)
    try story.obtain(1)
    try story.agree(.include, on: 1, at: .fullText)
    #expect(story.leaf(1) == .included)
    try story.unlink(1, 2)
    #expect(story.review.entry(of: 1) == .titleAbstract)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(story.leaf(2) == .awaitingRetrieval)
  }

  @Test("Withdrawing a record splits it off, and what it held together")
  func withdrawing() throws {
    var story = try Story(records: 1)
    try story.file(1)
    try story.file(1)
    try story.merge(1, 2)
    try story.merge(2, 3)
    try story.act(by: .lib) { r throws(Refusal) in
      try r.withdrawing(2, grounds: "Wrong file.", by: .lib)
    }
    #expect(story.leaf(2) == .gone)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(story.leaf(3) == .awaitingTitleAbstract)
  }
}
