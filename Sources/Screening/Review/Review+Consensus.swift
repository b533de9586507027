extension Review {
  /// A lead opens conflicts to their parties: none named, all that the parties are to settle.
  ///
  /// A lead who screens opens all at once: to be told which one is a conflict would tell.
  public func opening(
    _ records: [RecordNumber], at stage: Stage, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: .lead)
    guard !records.isEmpty else {
      let conflicts = Array(leaves[Int(Leaf.inConflict(at: stage).rawValue)].numbers)
      return .conflictsOpened(stage: stage, reports: conflicts.filter { mayOpen($0, at: stage) })
    }
    var reports: [RecordNumber] = []
    for record in records {
      let report = try subject(record).report
      guard !who.isBlind, mayOpen(report, at: stage) else {
        throw .notYoursToSettle(report, stage)
      }
      reports.append(report)
    }
    return .conflictsOpened(stage: stage, reports: reports)
  }

  private func mayOpen(_ report: RecordNumber, at stage: Stage) -> Bool {
    let round = track(of: report)[stage]
    return self[report].leaf == .inConflict(at: stage) && round.sharedAt == nil
      && isSettledByParties(round, at: stage)
  }

  /// A party proposes how to settle a conflict that was opened to it.
  public func proposing(
    _ record: RecordNumber, at stage: Stage, outcome: Outcome, reason: CriterionID? = nil,
    grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let (subject, who) = try party(person, of: record, at: stage)
    try checkReasons(reason, [], of: outcome == .exclude ? .exclude : .include, at: stage)
    let waitedFor = parties(of: subject.track[stage]).filter { $0 != who.short }
    return .resolutionProposed(
      ResolutionProposed(
        report: subject.report, stage: stage, outcome: outcome, reason: reason,
        grounds: try grounds.asGrounds(), settles: waitedFor.isEmpty))
  }

  /// A party confirms the proposal that stands; the last one settles the conflict.
  public func confirming(
    _ record: RecordNumber, at stage: Stage, proposal: Position, by person: PersonID
  ) throws(Refusal) -> Fact {
    let (subject, who) = try party(person, of: record, at: stage)
    let round = subject.track[stage]
    guard let standing = round.proposal, standing.position == proposal.value else {
      throw .proposalChanged(subject.report)
    }
    let waitedFor = parties(of: round).filter {
      $0 != who.short && !standing.confirmed.contains($0)
    }
    // Someone who waited may have left the team since: then the word of those who stayed settles.
    if standing.confirmed.contains(who.short) && !waitedFor.isEmpty {
      throw .alreadyConfirmed(subject.report)
    }
    return .resolutionConfirmed(
      subject.report, stage: stage, proposal: proposal, settles: waitedFor.isEmpty)
  }

  /// The parties of a round who are still on the team.
  private func parties(of round: Round) -> [UInt16] {
    round.decisions.map(\.person).filter { !members[Int($0)].roles.isDisjoint(with: .team) }
  }

  private func party(
    _ person: PersonID, of record: RecordNumber, at stage: Stage
  ) throws(Refusal) -> (Subject, Actor) {
    let who = try who(person, with: .team)
    let subject = try subject(record)
    let round = subject.track[stage]
    guard round.sharedAt != nil, round.resolution == nil,
      round.decision(of: who.short) != nil
    else { throw .notOpened(subject.report, stage) }
    return (subject, who)
  }

}
