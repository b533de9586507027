import Ledger
import Screening

@testable import Service

/// One fact of each kind that shows every field, with the bytes that stand for it for ever.
enum FactSamples {
  private static let report = RecordNumber(300)
  private static let other = RecordNumber(7)
  private static let person = PersonID(high: 0x0102_0304_0506_0708, low: 0x090a_0b0c_0d0e_0f10)
  private static let colleague = PersonID(high: 0xaaaa_aaaa_aaaa_aaaa, low: 0xbbbb_bbbb_bbbb_bbbb)
  private static let batch = BatchID(high: 0x1111_1111_1111_1111, low: 0x2222_2222_2222_2222)
  private static let digest = Fingerprint(
    quarters: (
      0xa0a1_a2a3_a4a5_a6a7, 0xb0b1_b2b3_b4b5_b6b7, 0xc0c1_c2c3_c4c5_c6c7, 0xd0d1_d2d3_d4d5_d6d7
    ))
  private static let words = Words(digest)
  private static let blank = Words(digest, isBlank: true)
  private static let reason = CriterionID("P1")
  private static let range = RecordRange(other, report)

  static func fact(_ kind: FactKind) -> Fact {
    switch kind {
    case .protocolAdopted:
      .protocolAdopted(
        ProtocolAdopted(
          version: 2, content: content, file: digest, grounds: words,
          requotas: [.init(stage: .fullText, reviewers: 3, reports: [report])]))
    case .rolesGiven: .rolesGiven(person: person, roles: [.lead, .librarian])
    case .blindLifted: .blindLifted
    case .outcomesDisclosed: .outcomesDisclosed(stages: [.titleAbstract, .fullText])
    case .fileImported:
      .fileImported(
        FileImported(
          file: ImportNumber(3), source: SourceID("web"), arm: .other, enters: .fullText,
          first: report, accepted: 1_000, quarantined: 2, batch: batch, fileDigest: digest,
          recordsDigest: digest, reader: "jsonl/1", searched: PartialDate(year: 2023, month: 8),
          name: words))
    case .quarantineAccepted:
      .quarantineAccepted(
        QuarantineAccepted(file: ImportNumber(3), item: 1, record: report, batch: batch))
    case .quarantineDismissed:
      .quarantineDismissed(file: ImportNumber(3), item: 1, grounds: words)
    case .recordsWithdrawn:
      .recordsWithdrawn(file: ImportNumber(3), records: [range], grounds: words)
    case .recordsLinked: .recordsLinked([RecordPair(other, report)])
    case .linksRemoved: .linksRemoved([RecordPair(other, report)])
    case .recordsParted:
      .recordsParted(
        [RecordPair(other, report)], relinked: [RecordPair(other, RecordNumber(8))])
    case .limitsApplied:
      .limitsApplied(
        removed: [LimitRemoval(limit: LimitID("date"), reports: [range])],
        returned: [RecordRange(other, other)])
    case .reportRemoved: .reportRemoved(report, grounds: words)
    case .reportPutBack: .reportPutBack(report, grounds: words)
    case .decisionGiven, .decisionsShown, .conflictsOpened, .resolutionProposed,
      .resolutionConfirmed, .conflictResolved, .roundsReopened, .arbiterAppointed, .workHandedOver,
      .pilotDrawn, .pilotPassed, .screeningStopped, .screeningResumed:
      screeningFact(kind)
    case .textAttempted, .textObtained, .textNotRetrieved, .textWithdrawn, .labelsGiven,
      .labelsSettled, .fieldCharted, .noteTaken, .reportSelected, .studiesJoined, .studySplit:
      laterFact(kind)
    }
  }

  private static func screeningFact(_ kind: FactKind) -> Fact {
    switch kind {
    case .decisionGiven:
      .decisionGiven(
        DecisionGiven(
          report: report, shown: [other, report], stage: .fullText, round: 2, verdict: .exclude,
          reason: reason, also: [CriterionID("C1")], note: words, effect: .asksToReopen))
    case .decisionsShown:
      .decisionsShown(to: person, stage: .titleAbstract, reports: [other, report])
    case .conflictsOpened: .conflictsOpened(stage: .fullText, reports: [report])
    case .resolutionProposed:
      .resolutionProposed(
        ResolutionProposed(
          report: report, stage: .fullText, outcome: .exclude, reason: reason, grounds: words,
          settles: false))
    case .resolutionConfirmed:
      .resolutionConfirmed(report, stage: .fullText, proposal: Position(17), settles: true)
    case .conflictResolved:
      .conflictResolved(
        ConflictResolved(
          report: report, stage: .titleAbstract, outcome: .include, reason: nil, grounds: words,
          restsOn: [Position(17), Position(400)]))
    case .roundsReopened:
      .roundsReopened(
        RoundsReopened(
          stage: .fullText, reports: [report], asked: [person, colleague], grounds: words))
    case .arbiterAppointed: .arbiterAppointed(report, stage: .fullText, person: person)
    case .workHandedOver:
      .workHandedOver(
        WorkHandedOver(from: person, to: colleague, stage: .titleAbstract, reports: [report]))
    case .pilotDrawn:
      .pilotDrawn(
        PilotDrawn(
          stage: .titleAbstract, sample: [other, report], roster: [person],
          seed: 0x0000_0000_0000_002a))
    case .pilotPassed: .pilotPassed(stage: .titleAbstract, grounds: blank)
    case .screeningStopped: .screeningStopped(reports: [range], grounds: words)
    default: .screeningResumed(grounds: words)
    }
  }

  private static func laterFact(_ kind: FactKind) -> Fact {
    switch kind {
    case .textAttempted: .textAttempted(report, words: words)
    case .textObtained:
      .textObtained(
        TextObtained(
          report: report, access: .logIn, isAbstractOnly: true, place: words, grounds: words))
    case .textNotRetrieved: .textNotRetrieved(report, grounds: words)
    case .textWithdrawn: .textWithdrawn(report, grounds: words)
    case .labelsGiven: .labelsGiven(report, themes: [ThemeID("care"), ThemeID("pay")])
    case .labelsSettled: .labelsSettled(report, themes: [ThemeID("care")], grounds: words)
    case .fieldCharted:
      .fieldCharted(
        FieldCharted(
          report: report, field: FieldID("setting"), value: .choices(["home", "ward"]),
          page: "12"))
    case .noteTaken:
      .noteTaken(
        NoteTaken(
          report: report, stage: .fullText, words: words, speaker: words, page: "iv",
          isNotForQuotation: true))
    case .reportSelected: .reportSelected(report, isSelected: true)
    case .studiesJoined: .studiesJoined(report, other)
    default: .studySplit(report)
    }
  }

  /// A protocol with every field said, and one of each kind of limit and field.
  private static let content = ReviewProtocol(
    title: "T", questions: ["Q"], framework: .pico, zone: Zone("Europe/London"),
    domains: [
      Domain(
        id: "population", name: "P", include: [Criterion(id: CriterionID("I1"), text: "in")],
        exclude: [
          Criterion(
            id: reason, text: "out", note: "n", exception: "e", terms: ["t"], isRetired: true,
            replacement: CriterionID("P2"))
        ])
    ],
    limits: [
      Limit(
        id: LimitID("date"), text: "d",
        test: .published(from: PartialDate(year: 1990, month: 7, day: 1), to: nil),
        action: .remove),
      Limit(id: LimitID("lang"), text: "l", test: .language(["en"])),
      Limit(id: LimitID("type"), text: "y", test: .type(allowed: ["book"], refused: ["thesis"])),
      Limit(id: LimitID("abst"), text: "a", test: .abstract, isRetired: true),
      Limit(
        id: LimitID("rule"), text: "r",
        test: .field(
          FieldRule(
            fields: [.title, .abstract], patterns: [.term("a*"), .expression("b+")],
            hitPasses: false))),
    ],
    sources: [
      Source(
        id: SourceID("web"), name: "W", route: .website, platform: "p",
        searched: PartialDate(year: 2023), search: "s", limits: ["x"], enters: .titleAbstract,
        isPrevious: true, isRetired: true)
    ],
    titleAbstract: StageRule(
      reviewers: 2, unsure: .conflict, reasons: .optional, mismatch: .first,
      conflicts: .consensus, pilot: StageRule.Pilot(sample: 25, gate: 75)),
    fullText: .fullTextDefault, textRoutes: ["library"],
    team: TeamRule(resolution: .blindNames, leaseMinutes: 45),
    themes: [
      Theme(
        id: ThemeID("care"), name: "C", note: "n",
        themes: [Theme(id: ThemeID("pay"), name: "P", isOptional: true, isRetired: true)])
    ],
    labels: LabelRule(min: 1, max: 3, people: 2),
    fields: [
      ChartField(id: FieldID("f0"), name: "F", note: "n", kind: .text, asksPage: true),
      ChartField(id: FieldID("f1"), name: "F", kind: .number),
      ChartField(id: FieldID("f2"), name: "F", kind: .year),
      ChartField(id: FieldID("f3"), name: "F", kind: .yesNo),
      ChartField(id: FieldID("f4"), name: "F", kind: .choice(["c"])),
      ChartField(id: FieldID("f5"), name: "F", kind: .choices(["c"]), isRetired: true),
    ],
    ranking: RankingRule(isOn: true, seed: 42, controlShare: 5))

  /// One workspace fact of each kind.
  static let ofTheWorkspace: [WorkspaceFact] = [
    .personAdded(person, name: words, display: words),
    .reviewCreated(Identifier(high: batch.high, low: batch.low), name: "sleep"),
    .wordsErased(of: person, ledger: .workspace, count: 2),
  ]
}
