public import Screening

/// The acts that most stories are made of, as short to tell as they can be.
extension Story {
  /// Files records of a source.
  public mutating func file(
    _ accepted: UInt32, from source: SourceID = "medline", quarantined: UInt32 = 0,
    digest: UInt64 = 0, by person: PersonID = .lib
  ) throws(Refusal) {
    let filing = Filing(
      source: source, accepted: accepted, quarantined: quarantined,
      batch: BatchID(high: 0, low: UInt64(entries.count)),
      fileDigest: Fingerprint(quarters: (1, 0, 0, digest)),
      recordsDigest: Fingerprint(quarters: (2, 0, 0, 0)), reader: "test/1", name: "file")
    try act(by: person) { r throws(Refusal) in try r.filing(filing, by: person) }
  }

  /// One reviewer's word.
  @discardableResult
  public mutating func decide(
    _ report: RecordNumber, at stage: Stage = .titleAbstract, _ verdict: Verdict,
    _ reason: CriterionID? = nil, also: [CriterionID] = [], by person: PersonID
  ) throws(Refusal) -> Fact {
    try act(by: person) { r throws(Refusal) in
      try r.deciding(
        report, at: stage, verdict: verdict, reason: reason, also: also, by: person)
    }
  }

  /// The same word of several reviewers, one after the other; full texts are excluded for `P1`.
  public mutating func agree(
    _ verdict: Verdict, on reports: RecordNumber..., at stage: Stage = .titleAbstract,
    by people: [PersonID] = [.ada, .ben]
  ) throws(Refusal) {
    let reason: CriterionID? = stage == .fullText && verdict == .exclude ? "P1" : nil
    for report in reports {
      for person in people { try decide(report, at: stage, verdict, reason, by: person) }
    }
  }

  /// Shows an arbiter a conflict and settles it.
  public mutating func resolve(
    _ report: RecordNumber, at stage: Stage = .titleAbstract, _ outcome: Outcome,
    _ reason: CriterionID? = nil, by person: PersonID = .zoe
  ) throws(Refusal) {
    try act(by: person) { r throws(Refusal) in try r.showing([report], at: stage, to: person) }
    try act(by: person) { r throws(Refusal) in
      try r.resolving(
        report, at: stage, outcome: outcome, reason: reason, grounds: "Because.", by: person)
    }
  }

  /// Starts a round anew.
  public mutating func reopen(
    _ report: RecordNumber, at stage: Stage = .titleAbstract, asking people: [PersonID] = [],
    by person: PersonID = .lea
  ) throws(Refusal) {
    try act(by: person) { r throws(Refusal) in
      try r.reopening([report], at: stage, asking: people, grounds: "Look again.", by: person)
    }
  }

  /// Opens conflicts to their parties.
  public mutating func open(
    _ reports: [RecordNumber], at stage: Stage = .titleAbstract, by person: PersonID = .lea
  ) throws(Refusal) {
    try act(by: person) { r throws(Refusal) in try r.opening(reports, at: stage, by: person) }
  }

  /// Proposes how to settle an opened conflict; gives the entry to confirm.
  @discardableResult
  public mutating func propose(
    _ report: RecordNumber, at stage: Stage = .titleAbstract, _ outcome: Outcome,
    _ reason: CriterionID? = nil, by person: PersonID
  ) throws(Refusal) -> Position {
    try act(by: person) { r throws(Refusal) in
      try r.proposing(
        report, at: stage, outcome: outcome, reason: reason, grounds: "So be it.", by: person)
    }
    return last
  }

  /// Confirms a proposal.
  public mutating func confirm(
    _ report: RecordNumber, at stage: Stage = .titleAbstract, _ proposal: Position,
    by person: PersonID
  ) throws(Refusal) {
    try act(by: person) { r throws(Refusal) in
      try r.confirming(report, at: stage, proposal: proposal, by: person)
    }
  }

  /// Obtains a full text.
  public mutating func obtain(
    _ reports: RecordNumber..., by person: PersonID = .lib
  ) throws(Refusal) {
    for report in reports {
      try act(by: person) { r throws(Refusal) in
        try r.obtaining(
          report, access: .free, isAbstractOnly: false, reportIsAbstract: false, place: "here",
          grounds: nil, by: person)
      }
    }
  }

  /// Takes a report all the way to inclusion, by ada and ben.
  public mutating func include(_ reports: RecordNumber...) throws(Refusal) {
    for report in reports {
      if review.entry(of: report) == .titleAbstract {
        try agree(.include, on: report)
      }
      try obtain(report)
      try agree(.include, on: report, at: .fullText)
    }
  }

  /// Merges records.
  public mutating func merge(
    _ records: RecordNumber..., by person: PersonID = .lib
  ) throws(Refusal) {
    try act(by: person) { r throws(Refusal) in try r.merging(records, by: person) }
  }

  /// Takes one link back.
  public mutating func unlink(
    _ one: RecordNumber, _ other: RecordNumber, by person: PersonID = .lib
  ) throws(Refusal) {
    try act(by: person) { r throws(Refusal) in try r.unlinking(one, other, by: person) }
  }

  /// Splits a record from its report.
  public mutating func split(
    _ record: RecordNumber, by person: PersonID = .lib
  ) throws(Refusal) {
    try act(by: person) { r throws(Refusal) in try r.splitting(record, by: person) }
  }

  /// Amends the protocol.
  public mutating func amend(
    requotas: [ProtocolAdopted.Requota] = [], _ change: (inout ReviewProtocol) -> Void
  ) throws(Refusal) {
    var content = review.content ?? .sample()
    change(&content)
    let file = Fingerprint(quarters: (0, 0, 0, UInt64(entries.count)))
    try act { [content] r throws(Refusal) in
      try r.adopting(content, file: file, requotas: requotas, grounds: "We learnt.", by: .lea)
    }
  }

  /// Gives a person their roles.
  public mutating func give(_ roles: Roles, to person: PersonID) throws(Refusal) {
    try act { r throws(Refusal) in try r.giving(roles, to: person, by: .lea) }
  }

  /// Labels an included report.
  public mutating func label(
    _ report: RecordNumber, _ themes: [ThemeID], by person: PersonID = .lea
  ) throws(Refusal) {
    try act(by: person) { r throws(Refusal) in
      try r.labelling(report, themes: themes, by: person)
    }
  }

  /// Shows the team what is settled.
  public mutating func disclose(_ stages: Stage...) throws(Refusal) {
    try act { r throws(Refusal) in try r.disclosing(stages, by: .lea) }
  }
}
