extension Review {
  /// A lead or an arbiter starts rounds anew; the same people are asked unless others are named.
  public func reopening(
    _ records: [RecordNumber], at stage: Stage, asking people: [PersonID] = [], grounds: Words,
    by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: [.lead, .arbiter])
    let grounds = try grounds.asGrounds()
    for asked in people { _ = try self.who(asked, with: .reviewer) }
    let needed = rule(of: stage).reviewers
    if !people.isEmpty && Set(people).count < needed {
      throw .tooFewAsked(needed: needed, asked: Set(people).count)
    }
    var reports: [RecordNumber] = []
    for record in records {
      let subject = try subject(record)
      try checkMayReopen(subject, at: stage, who)
      try checkCanBeAsked(people, subject, at: stage)
      reports.append(subject.report)
    }
    return .roundsReopened(
      RoundsReopened(stage: stage, reports: reports, asked: people, grounds: grounds))
  }

  private func checkMayReopen(
    _ subject: Subject, at stage: Stage, _ who: Actor
  ) throws(Refusal) {
    // A refusal must not tell where a round stands to someone who may not see it.
    guard sight(of: who.short, on: subject, at: stage) >= .outcome else {
      throw .cannotReopenUnseen(subject.report, stage)
    }
    let isParked = stage == .fullText && !subject.leaf.isAtFullText
    guard !isParked, !isAwaiting(subject.track[stage], at: stage) else {
      throw .nothingToReopen(subject.report, stage)
    }
  }

  /// Enough people must be left to ask: those named, or any reviewer. Someone who was shown
  /// another's decision is none of them, unless they are a party and asked again.
  private func checkCanBeAsked(
    _ named: [PersonID], _ subject: Subject, at stage: Stage
  ) throws(Refusal) {
    let round = subject.track[stage]
    let candidates =
      named.isEmpty
      ? members.indices.map { UInt16(truncatingIfNeeded: $0) }.filter(isReviewer)
      : Set(named).compactMap { people.place(of: $0) }
    let free = candidates.count { short in
      let isParty =
        named.isEmpty ? round.decision(of: short) != nil : round.everDecided.contains(short)
      return isParty || !round.wasShown(to: short)
    }
    guard free >= max(rule(of: stage).reviewers, named.isEmpty ? 0 : candidates.count) else {
      throw .nobodyLeftToAsk(subject.report, stage)
    }
  }

  /// The decisions that came too late to count and ask for another look: a lead's to answer, if
  /// they may see where the round stands.
  public func requestsToReopen(at stage: Stage, for person: PersonID) -> [RecordNumber] {
    guard roles(of: person).contains(.lead) else { return [] }
    return reports(at: stage, seenBy: person) { !$0.requests.isEmpty }
  }

  /// The conflicts that dissolved because someone changed their mind, as far as a person may see.
  public func dissolvedConflicts(at stage: Stage, for person: PersonID) -> [RecordNumber] {
    reports(at: stage, seenBy: person) { round in
      round.wasInConflict && round.resolution == nil
        && standing(of: round, at: stage).isSettled
    }
  }

  private func reports(
    at stage: Stage, seenBy person: PersonID, where holds: (Round) -> Bool
  ) -> [RecordNumber] {
    guard let short = people.place(of: person) else { return [] }
    return (1..<UInt32(rows.count + 1)).map { RecordNumber($0) }.filter { report in
      guard let leaf = self[report].leaf, leaf != .gone, leaf != .previous else { return false }
      let subject = Subject(report: report, track: track(of: report), leaf: leaf)
      return holds(subject.track[stage]) && sight(of: short, on: subject, at: stage) >= .standing
    }
  }

  /// A lead hands over the unfinished places that a person was asked to fill by name.
  public func handingOver(
    from: PersonID, to successor: PersonID, at stage: Stage, by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try who(person, with: .lead)
    guard let left = people.place(of: from) else { throw .notInTeam }
    let taking = try who(successor, with: .reviewer)
    let reports = leaves[Int(Leaf.awaiting(stage).rawValue)].numbers.filter { report in
      let round = track(of: report)[stage]
      return round.asked?.contains(left) == true && round.decision(of: left) == nil
        && round.decision(of: taking.short) == nil && !round.wasShown(to: taking.short)
        && round.asked?.contains(taking.short) == false
    }
    guard !reports.isEmpty else { throw .nothingToHandOver }
    return .workHandedOver(
      WorkHandedOver(from: from, to: successor, stage: stage, reports: reports))
  }

  /// Whether the outcome of a round was disclosed to the team after it was settled.
  func isDisclosed(_ round: Round, at stage: Stage) -> Bool {
    standing(of: round, at: stage).isSettled && round.settledAt <= disclosedAt[stage]
  }
}
