import Screening
import TestSupport
import Testing

@Suite("What a person sees")
struct BlindViewTests {
  private func stage(
    _ stage: Stage = .titleAbstract, of report: RecordNumber, for person: PersonID, in story: Story
  ) throws -> StageView {
    let view = try story.review.view(of: report, for: person)
    return try #require(view.stages.first { $0.stage == stage })
  }

  private func conflict(_ content: ReviewProtocol = .sample()) throws -> Story {
    var story = try Story(content)
    try story.decide(1, .include, by: .ada)
    try story.decide(1, .exclude, by: .ben)
    return story
  }

  @Test("Who screens sees their own word and one figure in progress")
  func blind() throws {
    let story = try conflict()
    for person in [PersonID.ada, .cho, .max, .kit] {
      let view = try stage(of: 1, for: person, in: story)
      #expect(view.decisions == [])
      #expect(view.standing == nil)
      #expect(view.outcome == nil)
      #expect(
        story.review.whereabouts(of: 1, for: person) == .inProgress(isAtFullText: false))
      #expect(try story.review.overview(for: person).leaves == [:])
      #expect(try story.review.overview(for: person).inProgress == 4)
    }
    #expect(try stage(of: 1, for: .ada, in: story).mine?.verdict == .include)
    #expect(try stage(of: 1, for: .ada, in: story).call == .decided)
    #expect(try stage(of: 1, for: .cho, in: story).call == .none)
    #expect(try stage(of: 2, for: .cho, in: story).call == .decide)
  }

  @Test("An act that only decisions could forbid is refused to whoever screens, decided or not")
  func refusalsTellNothing() throws {
    var story = try conflict()
    try story.agree(.include, on: 3)
    try story.obtain(3)
    for report in [RecordNumber(1), 2] {
      #expect(throws: Refusal.restsOnUnseen) {
        try story.review.removing(report, grounds: "Off topic.", by: .max)
      }
    }
    #expect(throws: Refusal.restsOnUnseen) {
      try story.review.withdrawing(ImportNumber(1), grounds: "Wrong file.", by: .kit)
    }
    for decided in [false, true] {
      if decided { try story.decide(3, at: .fullText, .include, by: .ada) }
      #expect(throws: Refusal.restsOnUnseen) {
        try story.review.attempting(3, words: "Wrote again.", by: .kit)
      }
      #expect(throws: Refusal.restsOnUnseen) {
        try story.review.withdrawingText(of: 3, grounds: "Wrong paper.", by: .max)
      }
    }
    #expect(throws: Refusal.alreadyDecided(1)) {
      try story.review.removing(1, grounds: "Off topic.", by: .lea)
    }
  }

  @Test("Whoever screens alone has nobody to be blind for")
  func alone() throws {
    var story = try Story()
    for person in [PersonID.ada, .ben, .cho, .yan, .kit] { try story.give(.observer, to: person) }
    _ = try story.review.removing(2, grounds: "Off topic.", by: .max)
  }

  @Test("That a report has come to full text is no secret; where it stands there is")
  func fullText() throws {
    var story = try Story()
    try story.agree(.include, on: 1)
    #expect(story.review.whereabouts(of: 1, for: .cho) == .leaf(.awaitingRetrieval))
    try story.obtain(1)
    try story.agree(.exclude, on: 1, at: .fullText)
    #expect(story.review.whereabouts(of: 1, for: .cho) == .inProgress(isAtFullText: true))
    #expect(story.review.whereabouts(of: 1, for: .cho).name == "at-full-text")
    try story.disclose(.fullText)
    #expect(story.review.whereabouts(of: 1, for: .cho) == .leaf(.excludedAtFullText))
    #expect(try stage(.fullText, of: 1, for: .cho, in: story).reason == "P1")
  }

  @Test("A lead or librarian who does not screen sees live counts, and never who decided what")
  func liveCounts() throws {
    let story = try conflict()
    for person in [PersonID.lea, .lib] {
      #expect(story.review.seesLiveCounts(person))
      #expect(
        try story.review.overview(for: person).leaves
          == [.awaitingTitleAbstract: 3, .inConflictAtTitleAbstract: 1])
      #expect(try stage(of: 1, for: person, in: story).standing == .inConflict)
      #expect(try stage(of: 1, for: person, in: story).decisions == [])
    }
    for person in [PersonID.max, .kit, .zoe, .oda] { #expect(!story.review.seesLiveCounts(person)) }
  }

  @Test("Lifting the blind shows everything, and ends deciding what was shown")
  func lifting() throws {
    var story = try conflict()
    try story.decide(2, .include, by: .max)
    try story.act(by: .max) { r throws(Refusal) in try r.liftingBlind(by: .max) }
    #expect(story.review.hasLiftedBlind(.max))
    #expect(try stage(of: 1, for: .max, in: story).decisions.map(\.person) == [.ada, .ben])
    #expect(story.review.seesLiveCounts(.max))
    try story.decide(3, .include, by: .ada)
    #expect(throws: Refusal.liftedBlind(3)) { try story.decide(3, .include, by: .max) }
    try story.decide(4, .include, by: .max)
    try story.decide(2, .exclude, by: .max)
    try story.decide(2, .exclude, by: .ada)
    #expect(throws: Refusal.liftedBlind(2)) { try story.decide(2, .include, by: .max) }
    let review = story.review
    #expect(throws: Refusal.alreadyLifted) { try review.liftingBlind(by: .max) }
    #expect(throws: Refusal.needsRole(.lead)) { try review.liftingBlind(by: .ada) }
  }

  @Test("An arbiter sees the decisions of the conflicts that are theirs, and counts only those")
  func arbiter() throws {
    var story = try conflict()
    try story.agree(.exclude, on: 2)
    #expect(try stage(of: 1, for: .zoe, in: story).decisions.map(\.person) == [.ada, .ben])
    #expect(try stage(of: 1, for: .zoe, in: story).call == .settle)
    #expect(try stage(of: 2, for: .zoe, in: story).decisions == [])
    #expect(try story.review.overview(for: .zoe).leaves == [.inConflictAtTitleAbstract: 1])
    #expect(try story.review.overview(for: .zoe).inProgress == 3)
    try story.resolve(1, .exclude)
    #expect(try stage(of: 1, for: .zoe, in: story).decisions.count == 2)
    #expect(try story.review.overview(for: .zoe).leaves == [.excludedAtTitleAbstract: 1])
  }

  @Test("A conflict that dissolved is the arbiter's to see no more")
  func dissolved() throws {
    var story = try conflict()
    try story.act(by: .zoe) { r throws(Refusal) in
      try r.showing([1], at: .titleAbstract, to: .zoe)
    }
    try story.decide(1, .exclude, by: .ada)
    #expect(try stage(of: 1, for: .zoe, in: story).decisions == [])
    #expect(try stage(of: 1, for: .zoe, in: story).outcome == nil)
  }

  @Test("Where the protocol hides names, neither they nor the order are shown")
  func blindNames() throws {
    let content = ReviewProtocol.sample { $0.team.resolution = .blindNames }
    for order in [[PersonID.ada, .ben], [.ben, .ada]] {
      var story = try Story(content)
      for person in order {
        try story.decide(1, person == .ada ? .include : .exclude, by: person)
      }
      let shown = try stage(of: 1, for: .zoe, in: story).decisions
      #expect(shown.map(\.person) == [nil, nil])
      #expect(shown.map(\.verdict) == [.include, .exclude])
    }
  }

  @Test("A disclosure shows what is settled up to its moment, to everyone, and nothing else")
  func disclosing() throws {
    var story = try conflict()
    try story.agree(.exclude, on: 2)
    try story.disclose()
    for person in [PersonID.cho, .max, .oda] {
      #expect(story.review.whereabouts(of: 2, for: person) == .leaf(.excludedAtTitleAbstract))
      #expect(try stage(of: 2, for: person, in: story).outcome == .exclude)
      #expect(try stage(of: 2, for: person, in: story).decisions == [])
      #expect(story.review.whereabouts(of: 1, for: person) == .inProgress(isAtFullText: false))
    }
    try story.agree(.exclude, on: 3)
    #expect(story.review.whereabouts(of: 3, for: .cho) == .inProgress(isAtFullText: false))
    let review = story.review
    #expect(throws: Refusal.needsRole(.lead)) { try review.disclosing([], by: .ada) }
  }

  @Test("A changed mind looks the same to its owner, whether it counted or came too late")
  func ownWord() throws {
    var story = try conflict()
    var other = try conflict()
    try other.resolve(1, .exclude)
    try story.decide(1, .exclude, by: .ada)
    try other.decide(1, .exclude, by: .ada)
    let (one, two) = (
      try stage(of: 1, for: .ada, in: story), try stage(of: 1, for: .ada, in: other)
    )
    #expect(one.mine?.verdict == two.mine?.verdict)
    #expect(one.call == two.call)
    #expect(one.standing == two.standing)
  }

  @Test("Strangers see nothing, and what was never filed is said so")
  func strangers() throws {
    let story = try Story()
    let stranger = PersonID(high: 7, low: 7)
    #expect(throws: Refusal.notInTeam) { try story.review.view(of: 1, for: stranger) }
    #expect(throws: Refusal.notInTeam) { try story.review.overview(for: stranger) }
    #expect(
      story.review.whereabouts(of: 1, for: stranger) == .inProgress(isAtFullText: false))
    #expect(throws: Refusal.noSuchRecord(9, highest: 4)) { try story.review.view(of: 9, for: .ada) }
    #expect(story.review.conflicts(at: .titleAbstract, for: stranger) == [])
    #expect(story.review.dissolvedConflicts(at: .titleAbstract, for: stranger) == [])
  }
}
