extension Review {
  /// A lead opens conflicts to their parties: none named, all that the parties are to settle.
  public func opening(
    _ records: [RecordNumber], at stage: Stage, by person: PersonID
  ) throws(Refusal) -> Fact {
    let actor = try actor(person, with: .lead)
    let conflicts = leaves[Int(Leaf.inConflict(at: stage).rawValue)]
    let named = records.isEmpty ? Array(conflicts.numbers) : records
    var reports: [RecordNumber] = []
    for record in named {
      let subject = try subject(record)
      let round = subject.track[stage]
      let isOpen = conflicts.contains(subject.report) && isSettledByParties(round, at: stage)
      // A lead who screens opens all at once: to be told which one is a conflict would tell.
      if !records.isEmpty && actor.isReviewer && !isPilotClosed(round) {
        throw .notYoursToSettle(subject.report, stage)
      }
      if isOpen && round.sharedAt == nil {
        reports.append(subject.report)
      } else if !records.isEmpty {
        throw .notYoursToSettle(subject.report, stage)
      }
    }
    return .conflictsOpened(stage: stage, reports: reports)
  }

  /// A party proposes how to settle a conflict that was opened to it.
  public func proposing(
    _ record: RecordNumber, at stage: Stage, outcome: Outcome, reason: CriterionID? = nil,
    grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let (subject, actor) = try party(person, of: record, at: stage)
    try checkReasons(reason, [], of: outcome == .exclude ? .exclude : .include, at: stage)
    let waitedFor = parties(of: subject.track[stage]).filter { $0 != actor.short }
    return .resolutionProposed(
      ResolutionProposed(
        report: subject.report, stage: stage, outcome: outcome, reason: reason,
        grounds: try grounds.asGrounds(), settles: waitedFor.isEmpty))
  }

  /// A party confirms the proposal that stands; the last one settles the conflict.
  public func confirming(
    _ record: RecordNumber, at stage: Stage, proposal: Position, by person: PersonID
  ) throws(Refusal) -> Fact {
    let (subject, actor) = try party(person, of: record, at: stage)
    let round = subject.track[stage]
    guard let standing = round.proposal, standing.position == proposal.value else {
      throw .proposalChanged(subject.report)
    }
    let waitedFor = parties(of: round).filter {
      $0 != actor.short && !standing.confirmed.contains($0)
    }
    // Someone who waited may have left the team since: then the word of those who stayed settles.
    if standing.confirmed.contains(actor.short) && !waitedFor.isEmpty {
      throw .alreadyConfirmed(subject.report)
    }
    return .resolutionConfirmed(
      subject.report, stage: stage, proposal: proposal, settles: waitedFor.isEmpty)
  }

  /// The parties of a round who are still on the team.
  private func parties(of round: Round) -> [UInt16] {
    round.decisions.map(\.person).filter { !members[Int($0)].roles.isEmpty }
  }

  private func party(
    _ person: PersonID, of record: RecordNumber, at stage: Stage
  ) throws(Refusal) -> (Subject, Actor) {
    let actor = try actor(person, with: [.reviewer, .lead, .arbiter, .librarian])
    let subject = try subject(record)
    let round = subject.track[stage]
    guard round.sharedAt != nil, round.resolution == nil,
      round.decision(of: actor.short) != nil
    else { throw .notOpened(subject.report, stage) }
    return (subject, actor)
  }

  private func isPilotClosed(_ round: Round) -> Bool {
    round.isPilot && round.decisions.count >= (round.asked?.count ?? 0)
  }
}
