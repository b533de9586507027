public import Screening

/// One reviewer's word, as a door takes it in.
public struct DecisionForm: Hashable, Sendable {
  /// The report, by the number of any of its records.
  public var report: RecordNumber
  /// The stage.
  public var stage: Stage
  /// The word itself.
  public var verdict: Verdict
  /// The main reason of an exclusion.
  public var reason: CriterionID?
  /// Other reasons.
  public var also: [CriterionID]
  /// A note.
  public var note: String?

  /// Joins the parts.
  public init(
    report: RecordNumber, stage: Stage, verdict: Verdict, reason: CriterionID? = nil,
    also: [CriterionID] = [], note: String? = nil
  ) {
    self.report = report
    self.stage = stage
    self.verdict = verdict
    self.reason = reason
    self.also = also
    self.note = note
  }
}

/// How a conflict is settled, as a door takes it in.
public struct ResolutionForm: Hashable, Sendable {
  /// The report.
  public var report: RecordNumber
  /// The stage.
  public var stage: Stage
  /// The outcome.
  public var outcome: Outcome
  /// The main reason of an exclusion.
  public var reason: CriterionID?
  /// Why.
  public var grounds: String
  /// The decisions that the arbiter read; nil for those in force.
  public var restsOn: [Position]?

  /// Joins the parts.
  public init(
    report: RecordNumber, stage: Stage, outcome: Outcome, reason: CriterionID? = nil,
    grounds: String, restsOn: [Position]? = nil
  ) {
    self.report = report
    self.stage = stage
    self.outcome = outcome
    self.reason = reason
    self.grounds = grounds
    self.restsOn = restsOn
  }
}

extension Workbench {
  /// Gives a decision.
  public func decide(_ form: DecisionForm, _ acting: Acting) throws(Fault) -> Done {
    var speech = speech
    let note = speech.words(form.note)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.deciding(
        form.report, at: form.stage, verdict: form.verdict, reason: form.reason,
        also: form.also, note: note, by: acting.person)
    }
  }

  /// Gives a decision without waiting: `finish` is called once it is durable or refused.
  public func decide(
    _ form: DecisionForm, _ acting: Acting,
    finish: @escaping @Sendable (Result<Done, Fault>) -> Void
  ) throws(Fault) {
    var speech = speech
    let note = speech.words(form.note)
    try act(
      acting, saying: speech,
      { (review) throws(Refusal) in
        try review.deciding(
          form.report, at: form.stage, verdict: form.verdict, reason: form.reason,
          also: form.also, note: note, by: acting.person)
      }, finish: finish)
  }

  /// Shows an arbiter the conflicts that are theirs: records that they were shown, then gives them.
  public func showConflicts(
    at stage: Stage, _ acting: Acting
  ) throws(Fault) -> (review: Review, reports: [RecordNumber]) {
    let review = try state(of: acting.review).review
    let reports = review.conflicts(at: stage, for: acting.person)
    let unseen = reports.filter { !review.wasShownAsItStands($0, at: stage, to: acting.person) }
    guard !unseen.isEmpty else { return (review, reports) }
    _ = try act(acting) { (review) throws(Refusal) in
      try review.showing(unseen, at: stage, to: acting.person)
    }
    return (try state(of: acting.review).review, reports)
  }

  /// Settles a conflict as an arbiter.
  public func resolve(_ form: ResolutionForm, _ acting: Acting) throws(Fault) -> Done {
    var speech = speech
    let grounds = speech.words(form.grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.resolving(
        form.report, at: form.stage, outcome: form.outcome, reason: form.reason,
        restsOn: form.restsOn, grounds: grounds, by: acting.person)
    }
  }

  /// Appoints an arbiter for one conflict.
  public func appoint(
    _ arbiter: PersonID, for report: RecordNumber, at stage: Stage, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.appointing(arbiter, for: report, at: stage, by: acting.person)
    }
  }

  /// Starts rounds anew.
  public func reopen(
    _ reports: [RecordNumber], at stage: Stage, asking people: [PersonID] = [],
    because grounds: String, _ acting: Acting
  ) throws(Fault) -> Done {
    var speech = speech
    let words = speech.words(grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.reopening(reports, at: stage, asking: people, grounds: words, by: acting.person)
    }
  }

  /// Opens conflicts to their parties.
  public func openConflicts(
    _ reports: [RecordNumber], at stage: Stage, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.opening(reports, at: stage, by: acting.person)
    }
  }

  /// Proposes how to settle an opened conflict.
  public func propose(_ form: ResolutionForm, _ acting: Acting) throws(Fault) -> Done {
    var speech = speech
    let grounds = speech.words(form.grounds)
    return try act(acting, saying: speech) { (review) throws(Refusal) in
      try review.proposing(
        form.report, at: form.stage, outcome: form.outcome, reason: form.reason,
        grounds: grounds, by: acting.person)
    }
  }

  /// Confirms the proposal that stands.
  public func confirm(
    _ report: RecordNumber, at stage: Stage, proposal: Position, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.confirming(report, at: stage, proposal: proposal, by: acting.person)
    }
  }

  /// Hands a colleague's unfinished work over.
  public func handOver(
    from: PersonID, to successor: PersonID, at stage: Stage, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.handingOver(from: from, to: successor, at: stage, by: acting.person)
    }
  }
}
