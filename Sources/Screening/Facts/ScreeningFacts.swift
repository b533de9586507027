/// A reviewer's word on a report.
public struct DecisionGiven: Hashable, Sendable {
  /// What giving it did.
  public enum Effect: UInt8, Hashable, Sendable {
    /// It counts in the round, in place of the person's earlier decision there if there is one.
    case counts
    /// Something rests on the round's outcome: it stands as a request to reopen.
    case asksToReopen
  }

  /// The report it was given to: decisions stay with this number, whatever is merged or split.
  public var report: RecordNumber
  /// The records that the report had when the decision was given.
  public var shown: [RecordNumber]
  /// The stage.
  public var stage: Stage
  /// The round.
  public var round: UInt8
  /// The word itself.
  public var verdict: Verdict
  /// The main reason of an exclusion.
  public var reason: CriterionID?
  /// Other reasons that were ticked.
  public var also: [CriterionID]
  /// A note in the person's own words.
  public var note: Words?
  /// What giving it did.
  public var effect: Effect

  /// Joins the parts.
  public init(
    report: RecordNumber, shown: [RecordNumber], stage: Stage, round: UInt8, verdict: Verdict,
    reason: CriterionID? = nil, also: [CriterionID] = [], note: Words? = nil,
    effect: Effect = .counts
  ) {
    self.report = report
    self.shown = shown
    self.stage = stage
    self.round = round
    self.verdict = verdict
    self.reason = reason
    self.also = also
    self.note = note
    self.effect = effect
  }
}

/// A party of an opened conflict proposed how to settle it.
public struct ResolutionProposed: Hashable, Sendable {
  /// The report.
  public var report: RecordNumber
  /// The stage.
  public var stage: Stage
  /// The outcome proposed.
  public var outcome: Outcome
  /// The main reason of an exclusion.
  public var reason: CriterionID?
  /// Why.
  public var grounds: Words
  /// Whether no other party is left to confirm, so that the proposal settles.
  public var settles: Bool

  /// Joins the parts.
  public init(
    report: RecordNumber, stage: Stage, outcome: Outcome, reason: CriterionID?, grounds: Words,
    settles: Bool
  ) {
    self.report = report
    self.stage = stage
    self.outcome = outcome
    self.reason = reason
    self.grounds = grounds
    self.settles = settles
  }
}

/// An arbiter settled a conflict.
public struct ConflictResolved: Hashable, Sendable {
  /// The report.
  public var report: RecordNumber
  /// The stage.
  public var stage: Stage
  /// The outcome.
  public var outcome: Outcome
  /// The main reason of an exclusion.
  public var reason: CriterionID?
  /// Why.
  public var grounds: Words
  /// The decisions that it rests on, by the positions of their entries.
  public var restsOn: [Position]

  /// Joins the parts.
  public init(
    report: RecordNumber, stage: Stage, outcome: Outcome, reason: CriterionID?, grounds: Words,
    restsOn: [Position]
  ) {
    self.report = report
    self.stage = stage
    self.outcome = outcome
    self.reason = reason
    self.grounds = grounds
    self.restsOn = restsOn
  }
}

/// Rounds were started anew.
public struct RoundsReopened: Hashable, Sendable {
  /// The stage.
  public var stage: Stage
  /// The reports.
  public var reports: [RecordNumber]
  /// Who is asked; empty: the same people as before.
  public var asked: [PersonID]
  /// Why.
  public var grounds: Words

  /// Joins the parts.
  public init(stage: Stage, reports: [RecordNumber], asked: [PersonID], grounds: Words) {
    self.stage = stage
    self.reports = reports
    self.asked = asked
    self.grounds = grounds
  }
}

/// A colleague took over places that another person was asked to fill.
public struct WorkHandedOver: Hashable, Sendable {
  /// Who was asked.
  public var from: PersonID
  /// Who is asked now.
  public var to: PersonID
  /// The stage.
  public var stage: Stage
  /// The reports.
  public var reports: [RecordNumber]

  /// Joins the parts.
  public init(from: PersonID, to: PersonID, stage: Stage, reports: [RecordNumber]) {
    self.from = from
    self.to = to
    self.stage = stage
    self.reports = reports
  }
}

/// A sample was drawn for a trial by the whole team.
public struct PilotDrawn: Hashable, Sendable {
  /// The stage.
  public var stage: Stage
  /// The sample.
  public var sample: [RecordNumber]
  /// The reviewers who are asked.
  public var roster: [PersonID]
  /// The seed it was drawn with.
  public var seed: UInt64

  /// Joins the parts.
  public init(stage: Stage, sample: [RecordNumber], roster: [PersonID], seed: UInt64) {
    self.stage = stage
    self.sample = sample
    self.roster = roster
    self.seed = seed
  }
}
