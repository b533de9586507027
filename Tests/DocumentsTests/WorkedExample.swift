public import Screening

/// The worked example of the rules: 1,000 records and 800 reports, told in facts.
struct WorkedExample {
  private(set) var review = Review()
  private var position: UInt32 = 0

  static let lead = PersonID(high: 1, low: 0)
  static let reviewers = [PersonID(high: 2, low: 1), PersonID(high: 2, low: 2)]

  static let content = ReviewProtocol(
    title: "Peer support work: a worked example", framework: .pcc,
    domains: [
      Domain(
        id: "population", name: "Population",
        exclude: [
          Criterion(id: "P-ex-1", text: "Peers outside of mental health"),
          Criterion(id: "P-ex-2", text: "Informal support only"),
        ])
    ],
    limits: [
      Limit(
        id: "since-1990", text: "Published since 1990",
        test: .published(from: PartialDate(year: 1990), to: nil), action: .remove)
    ],
    sources: [
      Source(id: "medline", name: "MEDLINE", route: .database),
      Source(id: "psycinfo", name: "PsycINFO", route: .database),
      Source(id: "websites", name: "Websites", route: .website),
    ],
    themes: [
      Theme(
        id: "findings", name: "Findings",
        themes: [Theme(id: "training", name: "Training"), Theme(id: "role", name: "The role")]),
      Theme(id: "effect", name: "Effectiveness"),
    ])

  /// Tells the example to its end.
  init() {
    apply(
      .protocolAdopted(
        ProtocolAdopted(version: 1, content: Self.content, file: Self.digest)))
    apply(.rolesGiven(person: Self.lead, roles: .lead))
    for person in Self.reviewers { apply(.rolesGiven(person: person, roles: .reviewer)) }
    file(600, from: "medline")
    file(400, from: "psycinfo")
    apply(
      .recordsLinked(
        (1...200).map { RecordPair(RecordNumber($0), RecordNumber($0 + 800)) }), by: .rule(.duplicates))
    apply(
      .limitsApplied(
        removed: [LimitRemoval(limit: "since-1990", reports: [range(1...10)])], returned: []),
      by: .rule(.limits))
    for number in 11...15 as ClosedRange<UInt32> {
      apply(.reportRemoved(RecordNumber(number), grounds: Words(Self.digest)))
    }
    decide(16...665, at: .titleAbstract, .exclude)
    decide(666...715, at: .titleAbstract, .include)
    for report in numbers(716...730) { disagree(on: report, at: .titleAbstract) }
    // 731...800 still wait; 716...730 are in conflict.
    for report in numbers(666...670) {
      apply(.textNotRetrieved(report, grounds: Words(Self.digest)))
    }
    for report in numbers(681...715) { obtain(report) }
    decide(681...687, at: .fullText, .exclude, "P-ex-1")
    decide(688...692, at: .fullText, .exclude, "P-ex-2")
    decide(693...710, at: .fullText, .include)
    for report in numbers(711...712) { disagree(on: report, at: .fullText) }
    apply(.studiesJoined(RecordNumber(693), RecordNumber(694)))
    for report in numbers(693...702) { label(report, ["training"]) }
    for report in numbers(703...707) { label(report, ["training", "role"]) }
  }

  /// Appends an entry.
  mutating func apply(_ fact: Fact, by author: Author = .person(lead)) {
    position += 1
    review.apply(
      fact, by: author, at: Position(position), moment: Moment(microseconds: Int64(position)))
  }

  /// Shows the team what is settled.
  mutating func disclose(_ stages: [Stage]) { apply(.outcomesDisclosed(stages: stages)) }

  private static let digest = Fingerprint(quarters: (0, 0, 0, 0))

  private mutating func file(_ accepted: UInt32, from source: SourceID) {
    apply(
      .fileImported(
        FileImported(
          file: ImportNumber(UInt16(position)), source: source, arm: .databases,
          enters: .titleAbstract, first: RecordNumber(UInt32(review.recordCount) + 1),
          accepted: accepted, quarantined: 0, batch: BatchID(high: 0, low: UInt64(position)),
          fileDigest: Self.digest, recordsDigest: Self.digest, reader: "jsonl/1", searched: nil,
          name: Words(Self.digest))))
  }

  private mutating func decide(
    _ reports: ClosedRange<UInt32>, at stage: Stage, _ verdict: Verdict, _ reason: CriterionID? = nil
  ) {
    for report in numbers(reports) {
      for person in Self.reviewers { decide(report, at: stage, verdict, reason, by: person) }
    }
  }

  private mutating func disagree(on report: RecordNumber, at stage: Stage) {
    let reason: CriterionID? = stage == .fullText ? "P-ex-1" : nil
    decide(report, at: stage, .include, nil, by: Self.reviewers[0])
    decide(report, at: stage, .exclude, reason, by: Self.reviewers[1])
  }

  private mutating func decide(
    _ report: RecordNumber, at stage: Stage, _ verdict: Verdict, _ reason: CriterionID?,
    by person: PersonID
  ) {
    apply(
      .decisionGiven(
        DecisionGiven(
          report: report, shown: [report], stage: stage, round: 1, verdict: verdict, reason: reason)
      ), by: .person(person))
  }

  private mutating func obtain(_ report: RecordNumber) {
    apply(
      .textObtained(
        TextObtained(
          report: report, access: .free, isAbstractOnly: false, place: Words(Self.digest),
          grounds: nil)))
  }

  private mutating func label(_ report: RecordNumber, _ themes: [ThemeID]) {
    apply(.labelsGiven(report, themes: themes), by: .person(Self.reviewers[0]))
  }

  private func numbers(_ range: ClosedRange<UInt32>) -> [RecordNumber] {
    range.map { RecordNumber($0) }
  }

  private func range(_ range: ClosedRange<UInt32>) -> RecordRange {
    RecordRange(RecordNumber(range.lowerBound), RecordNumber(range.upperBound))
  }
}

extension ProtocolID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
