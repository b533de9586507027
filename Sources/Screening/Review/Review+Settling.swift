// How an arbiter settles a conflict. What makes one stands in Review+Conflict.swift, how its
// parties settle it in Review+Consensus.swift.

extension Review {
  /// Records that an arbiter was shown the decisions of conflicts that are theirs to settle.
  public func showing(
    _ records: [RecordNumber], at stage: Stage, to person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: [.arbiter, .lead, .reviewer, .librarian])
    var reports: [RecordNumber] = []
    for record in records {
      let subject = try subject(record)
      try checkTheirs(subject, at: stage, who)
      reports.append(subject.report)
    }
    return .decisionsShown(to: person, stage: stage, reports: reports)
  }

  /// Whether a person was shown a conflict as it stands now: no decision changed since.
  public func wasShownAsItStands(
    _ record: RecordNumber, at stage: Stage, to person: PersonID
  ) -> Bool {
    guard exists(record), let short = people.place(of: person) else { return false }
    let round = track(of: report(of: record))[stage]
    return round.shownTo.contains {
      $0.person == short && $0.position > round.lastDecidedAt
    }
  }

  /// The conflicts of a stage that are a person's to settle as an arbiter.
  public func conflicts(at stage: Stage, for person: PersonID) -> [RecordNumber] {
    guard let short = people.place(of: person) else { return [] }
    let who = Actor(
      id: person, short: short, roles: members[Int(short)].roles,
      liftedAt: members[Int(short)].liftedAt)
    return leaves[Int(Leaf.inConflict(at: stage).rawValue)].numbers.filter { report in
      let leaf = self[report].leaf ?? .gone
      let subject = Subject(report: report, track: track(of: report), leaf: leaf)
      return isTheirs(subject, at: stage, who)
    }
  }

  /// Checks an arbiter's word on a conflict and gives the fact that settles it.
  ///
  /// `restsOn` names the decisions that the arbiter read; nil stands for those in force.
  public func resolving(
    _ record: RecordNumber, at stage: Stage, outcome: Outcome, reason: CriterionID? = nil,
    restsOn: [Position]? = nil, grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: [.arbiter, .lead, .reviewer, .librarian])
    let subject = try subject(record)
    let round = subject.track[stage]
    if who.roles.contains(.arbiter) && round.everDecided.contains(who.short) {
      throw .decidedItself(subject.report, stage)
    }
    try checkTheirs(subject, at: stage, who)
    guard let shown = round.shownTo.first(where: { $0.person == who.short }) else {
      throw .notShownYet(subject.report, stage)
    }
    let inForce = Set(round.decisions.map(\.position))
    guard restsOn.map({ Set($0.map(\.value)) == inForce }) ?? true,
      shown.position > round.lastDecidedAt
    else { throw .decisionsChanged(subject.report, stage) }
    try checkReasons(reason, [], of: outcome == .exclude ? .exclude : .include, at: stage)
    return .conflictResolved(
      ConflictResolved(
        report: subject.report, stage: stage, outcome: outcome, reason: reason,
        grounds: try grounds.asGrounds(), restsOn: inForce.sorted().map { Position($0) }))
  }

  /// A lead appoints an arbiter for a conflict that none is free to settle.
  ///
  /// A lead who screens is not told whether there is a conflict, nor who decided: an appointment of
  /// a party, or where there is none, comes to nothing.
  public func appointing(
    _ arbiter: PersonID, for record: RecordNumber, at stage: Stage, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: .lead)
    let chosen = try self.who(arbiter, with: [.lead, .reviewer, .arbiter, .librarian])
    let subject = try subject(record)
    if !who.isBlind {
      guard subject.leaf == .inConflict(at: stage) else {
        throw .notYoursToSettle(subject.report, stage)
      }
      guard !subject.track[stage].everDecided.contains(chosen.short) else {
        throw .decidedItself(subject.report, stage)
      }
    }
    return .arbiterAppointed(subject.report, stage: stage, person: arbiter)
  }

  private func checkTheirs(
    _ subject: Subject, at stage: Stage, _ who: Actor
  ) throws(Refusal) {
    guard isTheirs(subject, at: stage, who) else {
      throw .notYoursToSettle(subject.report, stage)
    }
  }

  /// One test for all reasons why a conflict is not theirs: the answer must not tell which.
  func isTheirs(_ subject: Subject, at stage: Stage, _ who: Actor) -> Bool {
    let round = subject.track[stage]
    return subject.leaf == .inConflict(at: stage)
      && !isSettledByParties(round, at: stage)
      && (who.roles.contains(.arbiter) || round.appointed.contains(who.short))
      && !round.everDecided.contains(who.short)
  }

  /// Whether a conflict is for its parties to settle: a pilot's always is.
  func isSettledByParties(_ round: Round, at stage: Stage) -> Bool {
    round.isPilot || round.sharedAt != nil || rule(of: round, at: stage).conflicts == .consensus
  }
}
