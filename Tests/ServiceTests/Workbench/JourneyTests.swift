import Bibliography
import Ledger
import Screening
import Synchronization
import TestSupport
import Testing

@testable import Service

@Suite("From records to settled reports")
struct JourneyTests {
  @Test("An arbiter is shown a conflict, settles it, and a lead reopens it")
  func conflict() throws {
    let team = try Team()
    let (bench, zoe) = (team.workbench, Acting(on: team.review.id, as: team.zoe))
    try team.disagree(on: 1)
    let form = ResolutionForm(
      report: 1, stage: .titleAbstract, outcome: .include, grounds: "It is about sleep.")
    let unseen = try refusal { () throws(Fault) in _ = try bench.resolve(form, zoe) }
    #expect(unseen == .notShownYet(1, .titleAbstract))
    #expect(try bench.showConflicts(at: .titleAbstract, zoe).reports == [1])
    let length = try team.length()
    #expect(try bench.showConflicts(at: .titleAbstract, zoe).reports == [1])
    #expect(try team.length() == length, "Shown once as it stands is shown")
    _ = try bench.resolve(form, zoe)
    #expect(try team.state().leaf(of: 1) == .awaitingRetrieval)
    _ = try bench.reopen([1], at: .titleAbstract, because: "New facts.", team.lead)
    #expect(try team.state().leaf(of: 1) == .awaitingTitleAbstract)
    try team.disagree(on: 2)
    _ = try bench.appoint(team.lea, for: 2, at: .titleAbstract, team.lead)
    #expect(try bench.showConflicts(at: .titleAbstract, team.lead).reports == [2])
    #expect(try bench.verify(team.review).allIsWell)
  }

  @Test("Parties of an opened conflict propose and confirm")
  func consensus() throws {
    let team = try Team(
      protocolFile: .sampleProtocol + "\nstages: {title-abstract: {conflicts: consensus}}")
    let (bench, ada) = (team.workbench, Acting(on: team.review.id, as: team.ada))
    try team.disagree(on: 1)
    _ = try bench.openConflicts([], at: .titleAbstract, team.lead)
    let proposal = try bench.propose(
      ResolutionForm(
        report: 1, stage: .titleAbstract, outcome: .exclude, reason: nil, grounds: "Awake."), ada)
    #expect(try team.state().leaf(of: 1) == .inConflictAtTitleAbstract)
    _ = try bench.confirm(
      1, at: .titleAbstract, proposal: proposal.position,
      Acting(on: team.review.id, as: team.ben))
    #expect(try team.state().leaf(of: 1) == .excludedAtTitleAbstract)
  }

  @Test("A queue leases what it offers for a while, and hands over who leaves")
  func queue() throws {
    let team = try Team(records: 2)
    let (bench, review) = (team.workbench, team.review.id)
    _ = try bench.give(.reviewer, to: team.zoe, team.lead)
    func offered(_ person: PersonID) throws -> [RecordNumber] {
      try bench.queue(at: .titleAbstract, take: 2, Acting(on: review, as: person))
    }
    #expect(try offered(team.ada) == [1, 2])
    #expect(try offered(team.ben) == [1, 2])
    #expect(try offered(team.zoe) == [], "Two look at each already")
    team.desk.clock.withLock { $0 += 60 * 60 * 1_000_000 }
    #expect(try offered(team.zoe) == [1, 2], "Leases end by themselves")
    let observer = try refusal { () throws(Fault) in
      _ = try bench.queue(at: .titleAbstract, take: 1, team.lead)
    }
    #expect(observer == .needsRole(.reviewer))
    try team.disagree(on: 1)
    _ = try bench.reopen([1], at: .titleAbstract, because: "Again.", team.lead)
    _ = try bench.handOver(from: team.ben, to: team.zoe, at: .titleAbstract, team.lead)
    try team.decide(1, by: team.zoe)
  }

  @Test("A pilot opens the queue, a stop closes it, and what is settled is disclosed")
  func pacing() throws {
    let team = try Team(
      protocolFile: .sampleProtocol
        + "\nstages: {title-abstract: {pilot: {sample: 1, gate: 75}}}")
    let bench = team.workbench
    _ = try bench.drawPilot(at: .titleAbstract, seed: 3, team.lead)
    let sample = try bench.queue(
      at: .titleAbstract, take: 9, Acting(on: team.review.id, as: team.ada))
    #expect(sample.count == 1)
    for person in [team.ada, team.ben] { try team.decide(sample[0].value, by: person) }
    _ = try bench.passPilot(at: .titleAbstract, because: nil, team.lead)
    _ = try bench.disclose([.titleAbstract], team.lead)
    _ = try bench.stop(because: "Nothing new comes.", team.lead)
    #expect(try team.state().reports(in: .leftUnscreened).count == 3)
    _ = try bench.resume(because: "One more month.", team.lead)
    #expect(try team.state().reports(in: .leftUnscreened).count == 0)
    let waiting = try #require(
      try team.state().reports(in: .awaitingTitleAbstract).numbers.first { _ in true })
    _ = try bench.remove(waiting, because: "A test page.", team.lead)
    #expect(try team.state().leaf(of: waiting) == .removedByPerson)
    _ = try bench.putBack(waiting, because: "It is none.", team.lead)
    #expect(try team.state().leaf(of: waiting) == .awaitingTitleAbstract)
    _ = try bench.liftBlind(team.lead)
    #expect(try team.state().hasLiftedBlind(team.lea))
    #expect(try bench.verify(team.review).allIsWell)
  }

  @Test("Duplicates are linked, unlinked, split and kept apart")
  func duplicates() throws {
    let team = try Team(records: 5)
    let bench = team.workbench
    _ = try bench.merge([1, 2], team.lead)
    #expect(try team.state().records(of: 1) == [1, 2])
    _ = try bench.unlink(1, 2, team.lead)
    #expect(try team.state().records(of: 1) == [1])
    _ = try bench.merge([1, 2, 3], team.lead)
    _ = try bench.split(2, team.lead)
    #expect(try team.state().records(of: 1) == [1, 3])
    _ = try bench.part(4, 5, team.lead)
    #expect(try team.state().areApart(RecordPair(4, 5)))
    #expect(
      try bench.texts(of: [1], in: team.state()).first?.reference.title == "Report 1 of the night")
    let length = try team.length()
    #expect(try bench.findDuplicates(team.lead).links == 0)
    #expect(try team.length() == length, "Nothing is surely the same, so nothing is written")
    #expect(try bench.verify(team.review).allIsWell)
  }

  @Test("A full text is tried for, obtained, withdrawn, given up")
  func texts() throws {
    let team = try Team(records: 0)
    let bench = team.workbench
    try team.take(
      .lines(
        #"{"title":"One","year":"2010","type":"conference abstract"}"#,
        #"{"title":"Two","year":"2010"}"#))
    for report: UInt32 in [1, 2] {
      for person in [team.ada, team.ben] { try team.decide(report, by: person) }
    }
    _ = try bench.attemptText(of: 1, saying: "Asked the library.", team.lead)
    // An abstract is all there is of a report that is one; of another it takes a word why.
    _ = try bench.obtainText(of: 1, access: .free, isAbstractOnly: true, at: "shelf", team.lead)
    let abstract = try refusal { () throws(Fault) in
      _ = try bench.obtainText(of: 2, access: .free, isAbstractOnly: true, at: "shelf", team.lead)
    }
    #expect(abstract == .abstractNeedsGrounds(2))
    _ = try bench.withdrawText(of: 1, because: "Wrong one.", team.lead)
    #expect(try team.state().leaf(of: 1) == .awaitingRetrieval)
    _ = try bench.giveUpText(of: 1, because: "Nobody has it.", team.lead)
    #expect(try team.state().leaf(of: 1) == .notRetrieved)
    #expect(try bench.verify(team.review).allIsWell)
  }

  @Test("An included report is labelled, noted, selected, and joined to a study")
  func included() throws {
    let team = try Team(
      protocolFile: .sampleProtocol + """

        themes: [{id: noise, name: Noise}, {id: light, name: Light}, {id: pain, name: Pain}]
        labels: {min: 1, max: 2, people: 2}
        """, records: 2)
    let (bench, review) = (team.workbench, team.review.id)
    for report: UInt32 in [1, 2] { try team.include(report) }
    _ = try bench.disclose([.titleAbstract, .fullText], team.lead)
    _ = try bench.label(1, with: ["noise"], Acting(on: review, as: team.ada))
    _ = try bench.label(1, with: ["light"], Acting(on: review, as: team.ada))
    #expect(try team.state().labels(of: 1, by: team.ada) == ["noise", "light"])
    let stranger = try refusal { () throws(Fault) in
      _ = try bench.unlabel(1, taking: ["pain"], Acting(on: review, as: team.ada))
    }
    #expect(stranger == .unknown(.theme, "pain", nearest: nil))
    _ = try bench.unlabel(1, taking: ["light"], Acting(on: review, as: team.ada))
    _ = try bench.label(1, with: ["light"], Acting(on: review, as: team.ben))
    _ = try bench.settleLabels(of: 1, as: ["noise"], because: "Both are.", team.lead)
    _ = try bench.note("Well said.", on: 1, at: nil, isNotForQuotation: true, team.lead)
    _ = try bench.select(1, isSelected: true, team.lead)
    _ = try bench.joinStudies(1, 2, team.lead)
    _ = try bench.splitStudy(of: 2, team.lead)
    let kinds = try bench.ledger(of: review).suffix(5).map(\.fact.kind)
    #expect(kinds == [.labelsSettled, .noteTaken, .reportSelected, .studiesJoined, .studySplit])
    #expect(try bench.verify(team.review).allIsWell)
  }
}

extension Team {
  fileprivate func disagree(on report: UInt32) throws {
    try decide(report, .include, by: ada)
    try decide(report, .exclude, by: ben)
  }

  /// Takes a report all the way to inclusion.
  fileprivate func include(_ report: UInt32) throws {
    for person in [ada, ben] { try decide(report, by: person) }
    _ = try workbench.obtainText(of: RecordNumber(report), access: .free, at: "shelf", lead)
    for person in [ada, ben] {
      _ = try workbench.decide(
        DecisionForm(report: RecordNumber(report), stage: .fullText, verdict: .include),
        Acting(on: review.id, as: person))
    }
  }
}
