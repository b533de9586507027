import TestSupport
import Testing

@testable import Screening

/// `apply` has a defined effect for whatever it is handed, and so has every question asked after.
@Suite("Facts that no legal history holds")
struct TotalityTests {
  @Test("Whatever is applied, nothing traps and every report is in one leaf", arguments: Seeds.all)
  func garbage(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for _ in 0..<40 { walk.step() }
    var maker = FactMaker(seed: seed)
    for round in 0..<250 {
      walk.write(maker.fact(), by: maker.author())
      if round % 4 == 0 { walk.step() }
      guard round % 50 == 0 else { continue }
      let review = walk.story.review
      _ = Picture(review, people: PersonID.cast.map(\.person))
      for stage in Stage.allCases {
        _ = review.pilotStanding(at: stage)
        _ = review.preview(adopting: .sample())
        _ = review.dissolvedConflicts(at: stage, for: .lea)
      }
      _ = review.imports.map(\.waiting)
      for value in 0...UInt32(review.recordCount + 1) {
        _ = review.place(of: RecordNumber(value))
        _ = review.links(of: RecordNumber(value)).count
      }
      let breaches = Laws(review: review).leafBreaches
      try #require(breaches.isEmpty, "seed \(seed), round \(round)")
    }
    let isSame = Review(folding: walk.story.entries).isSame(as: walk.story.review)
    #expect(isSame)
  }

  @Test("A range that ends where numbers end packs and counts")
  func ranges() {
    let top = RecordNumber(.max)
    let packed = RecordRange.packing([top, 3, RecordNumber(.max - 1), 0, 2, 3])
    #expect(
      packed == [
        RecordRange(0, 0), RecordRange(2, 3), RecordRange(RecordNumber(.max - 1), top),
      ])
    #expect(Array(RecordRange(RecordNumber(.max - 1), top).numbers).count == 2)
    #expect(Array(RecordRange(5, 4).numbers).isEmpty)
  }
}

/// Makes facts of every kind with any arguments at all.
private struct FactMaker {
  var dice: SplitMix

  init(seed: UInt64) { dice = SplitMix(seed: seed) }

  mutating func below(_ bound: Int) -> Int { Int(dice.next() % UInt64(bound)) }

  mutating func any<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  mutating func author() -> Author {
    below(10) == 0 ? .rule(any(Rule.allCases)) : .person(person())
  }

  mutating func person() -> PersonID {
    below(10) == 0 ? PersonID(high: 99, low: UInt64(below(3))) : any(PersonID.cast).person
  }

  mutating func people() -> [PersonID] { (0..<below(4)).map { _ in person() } }

  mutating func stage() -> Stage { any(Stage.allCases) }

  mutating func number() -> UInt32 {
    any([UInt32(below(24)), UInt32(below(24)), UInt32(below(24)), .max, .max - 1, 0])
  }

  mutating func record() -> RecordNumber { RecordNumber(number()) }

  mutating func records() -> [RecordNumber] { (0..<below(4)).map { _ in record() } }

  mutating func ranges() -> [RecordRange] {
    (0..<below(3)).map { _ in RecordRange(record(), record()) }
  }

  mutating func pairs() -> [RecordPair] {
    (0..<below(3)).map { _ in RecordPair(record(), record()) }
  }

  mutating func reason() -> CriterionID? { any([nil, "P1", "P2", "never"]) }

  mutating func file() -> ImportNumber { ImportNumber(any([1, 2, 9, 0, .max])) }

  mutating func fact() -> Fact {
    below(2) == 0 ? filingFact() : below(3) > 0 ? screeningFact() : laterFact()
  }

  private mutating func filingFact() -> Fact {
    switch below(13) {
    case 0:
      var content = ReviewProtocol.sample()
      content.titleAbstract.reviewers = below(4)
      content.labels.max = below(3)
      let quota = ProtocolAdopted.Requota(
        stage: stage(), reviewers: UInt8(below(5)), reports: records())
      return .protocolAdopted(
        ProtocolAdopted(
          version: number(), content: content, file: Fingerprint(quarters: (0, 0, 0, 0)),
          requotas: [quota]))
    case 1: return .rolesGiven(person: person(), roles: Roles(rawValue: UInt8(below(32))))
    case 2: return .blindLifted
    case 3: return .outcomesDisclosed(stages: [stage()])
    case 4:
      return .fileImported(
        FileImported(
          file: file(), source: "medline", arm: any(Arm.allCases), enters: stage(),
          first: record(), accepted: any([0, 1, 2, .max, .max - 1]), quarantined: number(),
          batch: BatchID(high: 0, low: 0), fileDigest: Fingerprint(quarters: (0, 0, 0, 0)),
          recordsDigest: Fingerprint(quarters: (0, 0, 0, 0)), reader: "", searched: nil, name: ""))
    case 5:
      return .quarantineAccepted(
        QuarantineAccepted(
          file: file(), item: number(), record: record(), batch: BatchID(high: 1, low: 1)))
    case 6: return .quarantineDismissed(file: file(), item: number(), grounds: "x")
    case 7: return .recordsWithdrawn(file: file(), records: ranges(), grounds: "x")
    case 8: return .recordsLinked(pairs())
    case 9: return .linksRemoved(pairs())
    case 10: return .recordsParted(pairs(), relinked: pairs())
    case 11:
      return .limitsApplied(
        removed: [LimitRemoval(limit: any(["date", "never"]), reports: ranges())],
        returned: ranges())
    default:
      return any([.reportRemoved(record(), grounds: "x"), .reportPutBack(record(), grounds: "x")])
    }
  }

  private mutating func screeningFact() -> Fact {
    switch below(13) {
    case 0, 1, 2:
      return .decisionGiven(
        DecisionGiven(
          report: record(), shown: records(), stage: stage(),
          round: any([0, 1, 1, 2, UInt8(below(256))]), verdict: any(Verdict.allCases),
          reason: reason(), also: below(3) == 0 ? ["P2", "also"] : [],
          effect: any([.counts, .counts, .asksToReopen])))
    case 3: return .decisionsShown(to: person(), stage: stage(), reports: records())
    case 4: return .conflictsOpened(stage: stage(), reports: records())
    case 5:
      return .resolutionProposed(
        ResolutionProposed(
          report: record(), stage: stage(), outcome: any(Outcome.allCases), reason: reason(),
          grounds: "x", settles: below(2) == 0))
    case 6:
      return .resolutionConfirmed(
        record(), stage: stage(), proposal: Position(number()), settles: below(2) == 0)
    case 7:
      return .conflictResolved(
        ConflictResolved(
          report: record(), stage: stage(), outcome: any(Outcome.allCases), reason: reason(),
          grounds: "x", restsOn: [Position(number())]))
    case 8:
      return .roundsReopened(
        RoundsReopened(stage: stage(), reports: records(), asked: people(), grounds: "x"))
    case 9: return .arbiterAppointed(record(), stage: stage(), person: person())
    case 10:
      return .workHandedOver(
        WorkHandedOver(from: person(), to: person(), stage: stage(), reports: records()))
    case 11:
      return .pilotDrawn(
        PilotDrawn(stage: stage(), sample: records(), roster: people(), seed: dice.next()))
    default:
      return any([
        .pilotPassed(stage: stage(), grounds: nil),
        .screeningStopped(reports: ranges(), grounds: "x"), .screeningResumed(grounds: "x"),
      ])
    }
  }

  private mutating func laterFact() -> Fact {
    switch below(9) {
    case 0: return .textAttempted(record(), words: "x")
    case 1:
      return .textObtained(
        TextObtained(
          report: record(), access: .free, isAbstractOnly: false, place: "x", grounds: nil))
    case 2:
      return any([
        .textNotRetrieved(record(), grounds: "x"), .textWithdrawn(record(), grounds: "x"),
      ])
    case 3: return .labelsGiven(record(), themes: ["pay", "never"])
    case 4: return .labelsSettled(record(), themes: [], grounds: "x")
    case 5:
      return .fieldCharted(
        FieldCharted(report: record(), field: any(["year", "never"]), value: .year(1), page: nil))
    case 6: return .noteTaken(NoteTaken(report: record(), stage: stage(), words: "x"))
    case 7: return .reportSelected(record(), isSelected: below(2) == 0)
    default: return any([.studiesJoined(record(), record()), .studySplit(record())])
    }
  }
}
