import Screening

/// A fact told in a few words: its kind, what it is about, and what it says.
struct Account {
  /// The name of the kind, as docs/ledger-format.md gives it.
  let kind: String
  /// What it is about.
  let subject: String
  /// What it says.
  let detail: String
  /// Whether it is one person's judgement, which only the unblinded may link to the person.
  let isJudgement: Bool

  private init(
    _ kind: String, _ subject: String = "", _ detail: String = "", isJudgement: Bool = false
  ) {
    self.kind = kind
    self.subject = subject
    self.detail = detail
    self.isJudgement = isJudgement
  }

  /// One long list on purpose: the compiler sees that no fact lacks its words.
  init(_ fact: Fact, _ names: Names) {
    switch fact {
    case .protocolAdopted(let fact): self.init("protocol-adopted", "version \(fact.version)")
    case .rolesGiven(let person, let roles):
      self.init("roles-given", names[person], roles.names.joined(separator: ", "))
    case .blindLifted: self.init("blind-lifted")
    case .outcomesDisclosed(let stages):
      self.init("outcomes-disclosed", stages.map(\.name).joined(separator: ", "))

    case .fileImported(let fact):
      self.init("file-imported", "\(fact.file)", "\(fact.accepted) records from \(fact.source)")
    case .quarantineAccepted(let fact):
      self.init("quarantine-accepted", "\(fact.file)", "\(fact.record)")
    case .quarantineDismissed(let file, _, _): self.init("quarantine-dismissed", "\(file)")
    case .recordsWithdrawn(let file, let records, _):
      self.init("records-withdrawn", "\(file)", told(records))
    case .recordsLinked(let pairs): self.init("records-linked", told(pairs))
    case .linksRemoved(let pairs): self.init("links-removed", told(pairs))
    case .recordsParted(let pairs, _): self.init("records-parted", told(pairs))

    case .limitsApplied(let removed, _):
      self.init(
        "limits-applied",
        removed.map { "\(told($0.reports)) by \($0.limit)" }.joined(separator: "; "))
    case .reportRemoved(let report, _): self.init("report-removed", "\(report)")
    case .reportPutBack(let report, _): self.init("report-put-back", "\(report)")

    case .decisionGiven(let fact):
      self.init(
        "decision-given", told(fact.report, fact.stage), told(fact.verdict.name, fact.reason),
        isJudgement: true)
    case .decisionsShown(let person, let stage, let reports):
      self.init(
        "decisions-shown", stage.name, "\(told(reports)) to \(names[person])", isJudgement: true)
    case .conflictsOpened(let stage, let reports):
      self.init("conflicts-opened", stage.name, told(reports))
    case .resolutionProposed(let fact):
      self.init(
        "resolution-proposed", told(fact.report, fact.stage), told(fact.outcome.name, fact.reason),
        isJudgement: true)
    case .resolutionConfirmed(let report, let stage, _, _):
      self.init("resolution-confirmed", told(report, stage), isJudgement: true)
    case .conflictResolved(let fact):
      self.init(
        "conflict-resolved", told(fact.report, fact.stage), told(fact.outcome.name, fact.reason),
        isJudgement: true)
    case .roundsReopened(let fact):
      self.init("rounds-reopened", fact.stage.name, told(fact.reports))
    case .arbiterAppointed(let report, let stage, let person):
      self.init("arbiter-appointed", told(report, stage), names[person])
    case .workHandedOver(let fact):
      self.init(
        "work-handed-over", fact.stage.name,
        "\(told(fact.reports)) from \(names[fact.from]) to \(names[fact.to])")
    case .pilotDrawn(let fact):
      self.init(
        "pilot-drawn", fact.stage.name, "\(fact.sample.count) reports, seed \(fact.seed)")
    case .pilotPassed(let stage, _): self.init("pilot-passed", stage.name)
    case .screeningStopped(let reports, _): self.init("screening-stopped", told(reports))
    case .screeningResumed: self.init("screening-resumed")

    case .textAttempted(let report, _): self.init("text-attempted", "\(report)")
    case .textObtained(let fact):
      self.init("text-obtained", "\(fact.report)", fact.access.name)
    case .textNotRetrieved(let report, _): self.init("text-not-retrieved", "\(report)")
    case .textWithdrawn(let report, _): self.init("text-withdrawn", "\(report)")

    case .labelsGiven(let report, let themes):
      self.init("labels-given", "\(report)", told(themes), isJudgement: true)
    case .labelsSettled(let report, let themes, _):
      self.init("labels-settled", "\(report)", told(themes), isJudgement: true)
    case .fieldCharted(let fact):
      self.init("field-charted", "\(fact.report)", "\(fact.field)", isJudgement: true)
    case .noteTaken(let fact): self.init("note-taken", "\(fact.report)", isJudgement: true)
    case .reportSelected(let report, let isSelected):
      self.init("report-selected", "\(report)", isSelected ? "yes" : "no")
    case .studiesJoined(let one, let other): self.init("studies-joined", "\(one) \(other)")
    case .studySplit(let report): self.init("study-split", "\(report)")
    }
  }
}

private func told(_ report: RecordNumber, _ stage: Stage) -> String { "\(report) \(stage.name)" }

private func told(_ word: String, _ reason: CriterionID?) -> String {
  reason.map { "\(word) (\($0))" } ?? word
}

private func told(_ reports: [RecordNumber]) -> String { told(RecordRange.packing(reports)) }

private func told(_ pairs: [RecordPair]) -> String {
  pairs.map { "\($0.low) and \($0.high)" }.joined(separator: "; ")
}

private func told(_ ranges: [RecordRange]) -> String {
  ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" }
    .joined(separator: ", ")
}

private func told(_ themes: [ThemeID]) -> String { themes.map(\.text).joined(separator: ", ") }
