/// A report as one person may see it: what pages and JSON are made of.
public struct ReportView: Hashable, Sendable {
  /// The report.
  public let report: RecordNumber
  /// Its live records.
  public let records: [RecordNumber]
  /// Where it is.
  public let whereabouts: Whereabouts
  /// The stages, earlier first.
  public let stages: [StageView]
}

/// One stage of a report as one person may see it.
public struct StageView: Hashable, Sendable {
  /// What the report asks of the person.
  public enum Call: Hashable, Sendable {
    /// A decision.
    case decide
    /// Nothing more: they have decided.
    case decided
    /// Nothing.
    case none
    /// To settle its conflict.
    case settle
    /// To settle its conflict together with its other parties.
    case agree
  }

  /// A decision as shown.
  public struct Shown: Hashable, Sendable {
    /// Who gave it; nil where the protocol shows conflicts without names.
    public let person: PersonID?
    /// The word itself.
    public let verdict: Verdict
    /// The main reason.
    public let reason: CriterionID?
    /// Other reasons.
    public let also: [CriterionID]
    /// The entry that gave it, which holds the note.
    public let entry: Position

    /// What was said, to list decisions by where nobody may see who spoke first.
    fileprivate var words: [String] {
      [String(verdict.rawValue), reason?.text ?? ""] + also.map(\.text)
    }
  }

  /// A proposal among the parties of an opened conflict.
  public struct Proposal: Hashable, Sendable {
    /// Who made it.
    public let person: PersonID?
    /// The outcome.
    public let outcome: Outcome
    /// The main reason.
    public let reason: CriterionID?
    /// The entry that made it, which holds the grounds.
    public let entry: Position
    /// How many parties confirmed it.
    public let confirmed: Int
    /// Whether the person who looks is one of them.
    public let isConfirmedByViewer: Bool
  }

  /// The stage.
  public let stage: Stage
  /// What the report asks of the person.
  public let call: Call
  /// The person's own latest word, whatever it did.
  public let mine: Shown?
  /// Where the round stands, if they may see it.
  public let standing: Standing?
  /// The outcome, if they may see it.
  public let outcome: Outcome?
  /// The main reason of an exclusion, if they may see it.
  public let reason: CriterionID?
  /// The decisions in force, if they may see them; in no order that tells who came first where
  /// names are hidden.
  public let decisions: [Shown]
  /// The proposal that waits to be confirmed, if they may see it.
  public let proposal: Proposal?
}

extension Review {
  /// A report as a person may see it.
  public func view(
    of record: RecordNumber, for person: PersonID
  ) throws(Refusal) -> ReportView {
    let who = try who(person, with: [.lead, .reviewer, .arbiter, .librarian, .observer])
    guard exists(record) else {
      throw .noSuchRecord(record, highest: UInt32(rows.count))
    }
    let report = report(of: record)
    let subject = Subject(
      report: report, track: track(of: report), leaf: self[report].leaf ?? .gone)
    return ReportView(
      report: report, records: records(of: report),
      whereabouts: whereabouts(of: report, for: person),
      stages: Stage.allCases.map { view(of: subject, at: $0, for: who) })
  }

  private func view(of subject: Subject, at stage: Stage, for who: Actor) -> StageView {
    let round = subject.track[stage]
    let sight = sight(of: who.short, on: subject, at: stage)
    let standing = standing(of: round, at: stage)
    let hidesNames =
      currentVersion.content.team.resolution == .blindNames && !who.hasLiftedBlind
      && round.sharedAt == nil
    let shown = sight >= .decisions ? round.decisions.map { show($0, hidesNames) } : []
    return StageView(
      stage: stage, call: call(for: who, subject, stage),
      mine: lastWord(of: who.short, on: subject.report, at: stage),
      standing: sight >= .standing ? standing : nil,
      outcome: sight >= .outcome ? standing.outcome : nil,
      reason: sight >= .outcome && standing.outcome == .exclude
        ? reasons.id(at: reason(of: round, at: stage)) : nil,
      decisions: hidesNames ? shown.sorted { $0.words.lexicographicallyPrecedes($1.words) } : shown,
      proposal: sight >= .decisions ? round.proposal.map { show($0, to: who) } : nil)
  }

  private func call(for who: Actor, _ subject: Subject, _ stage: Stage) -> StageView.Call {
    let round = subject.track[stage]
    if round.decision(of: who.short) != nil {
      return round.sharedAt != nil && round.resolution == nil ? .agree : .decided
    }
    if isTheirs(subject, at: stage, who) { return .settle }
    guard who.isReviewer else { return .none }
    do throws(Refusal) {
      try checkFirstDecision(of: who, on: subject, at: stage)
      return .decide
    } catch {
      return round.everDecided.contains(who.short) ? .decided : .none
    }
  }

  /// A person's latest word at a stage, whether it counted or asked for another look: they are
  /// not told which.
  private func lastWord(
    of person: UInt16, on report: RecordNumber, at stage: Stage
  ) -> StageView.Shown? {
    // A plain loop: as one chain of closures it took the compiler longer than the rest of the target.
    var last: Step?
    for record in records(of: report) {
      for step in steps(of: record) where step.person == person && step.stage == stage {
        guard step.kind == .decided || step.kind == .askedToReopen else { continue }
        if let known = last, known.position > step.position { continue }
        last = step
      }
    }
    return last.map { show(Decision($0), false) }
  }

  private func show(_ decision: Decision, _ hidesNames: Bool) -> StageView.Shown {
    StageView.Shown(
      person: hidesNames ? nil : people.id(at: decision.person), verdict: decision.verdict,
      reason: reasons.id(at: decision.reason),
      also: lists[decision.also].compactMap { reasons.id(at: $0) },
      entry: Position(decision.position))
  }

  private func show(_ proposal: Round.Proposal, to who: Actor) -> StageView.Proposal {
    StageView.Proposal(
      person: people.id(at: proposal.person), outcome: proposal.outcome,
      reason: reasons.id(at: proposal.reason), entry: Position(proposal.position),
      confirmed: proposal.confirmed.count,
      isConfirmedByViewer: proposal.confirmed.contains(who.short))
  }
}
