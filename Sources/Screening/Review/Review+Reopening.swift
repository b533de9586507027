extension Review {
  /// A lead or an arbiter starts rounds anew; the same people are asked unless others are named.
  public func reopening(
    _ records: [RecordNumber], at stage: Stage, asking people: [PersonID] = [], grounds: Words,
    by person: PersonID
  ) throws(Refusal) -> Fact {
    let actor = try actor(person, with: [.lead, .arbiter])
    let grounds = try grounds.asGrounds()
    for asked in people { _ = try self.actor(asked, with: .reviewer) }
    let needed = rule(of: stage).reviewers
    if !people.isEmpty && Set(people).count < needed {
      throw .tooFewAsked(needed: needed, asked: Set(people).count)
    }
    var reports: [RecordNumber] = []
    for record in records {
      let subject = try subject(record)
      try checkMayReopen(subject, at: stage, actor)
      if people.isEmpty { try checkSomeoneIsLeft(subject, at: stage) }
      reports.append(subject.report)
    }
    return .roundsReopened(
      RoundsReopened(stage: stage, reports: reports, asked: people, grounds: grounds))
  }

  private func checkMayReopen(
    _ subject: Subject, at stage: Stage, _ actor: Actor
  ) throws(Refusal) {
    let round = subject.track[stage]
    let isDisclosed = isDisclosed(round, at: stage)
    // Whoever still screens must not learn from a refusal where a round stands.
    if actor.isReviewer && actor.liftedAt == nil {
      guard isDisclosed || round.wasShown(to: actor.short) else {
        throw .cannotReopenUnseen(subject.report, stage)
      }
    } else if !actor.roles.contains(.lead) {
      guard isDisclosed || round.wasShown(to: actor.short) else {
        throw .cannotReopenUnseen(subject.report, stage)
      }
    }
    if case .awaiting = standing(of: round, at: stage) {
      throw .nothingToReopen(subject.report, stage)
    }
  }

  /// The people asked before, less those who left or saw another's decision, and anyone unseen.
  private func checkSomeoneIsLeft(_ subject: Subject, at stage: Stage) throws(Refusal) {
    let round = subject.track[stage]
    let free = members.indices.count { place in
      let short = UInt16(truncatingIfNeeded: place)
      let isAskedAgain = round.decision(of: short) != nil
      return isReviewer(short) && (isAskedAgain || !round.wasShown(to: short))
    }
    guard free >= rule(of: stage).reviewers else {
      throw .nobodyLeftToAsk(subject.report, stage)
    }
  }

  /// The requests to reopen that wait for a lead: decisions that came too late to count.
  public func requestsToReopen(at stage: Stage) -> [RecordNumber] {
    var waiting: [RecordNumber] = []
    for value in 1...max(1, UInt32(rows.count)) where rows.count > 0 {
      let report = RecordNumber(value)
      guard self[report].leaf != nil, self[report].first != nil else { continue }
      if !track(of: report)[stage].requests.isEmpty { waiting.append(report) }
    }
    return waiting
  }

  /// A lead hands over the unfinished places that a person was asked to fill by name.
  public func handingOver(
    from: PersonID, to successor: PersonID, at stage: Stage, by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try actor(person, with: .lead)
    guard let left = people.place(of: from) else { throw .notInTeam }
    let taking = try actor(successor, with: .reviewer)
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
