extension Review {
  /// Checks a reviewer's word on a report and gives the fact that records it.
  ///
  /// Changing one's own decision is answered in one way whatever others did: it is taken. Only the
  /// fact, which the person is not shown, says whether it counts or asks for another look.
  public func deciding(
    _ record: RecordNumber, at stage: Stage, verdict: Verdict, reason: CriterionID? = nil,
    also: [CriterionID] = [], note: Words? = nil, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: .reviewer)
    let subject = try subject(record)
    if stage == .fullText && verdict == .unsure { throw .unsureAtFullText }
    try checkReasons(reason, also.filter { $0 != reason }, of: verdict, at: stage)
    let effect = try effect(of: who, on: subject, at: stage)
    return .decisionGiven(
      DecisionGiven(
        report: subject.report, shown: records(of: subject.report), stage: stage,
        round: subject.track[stage].number, verdict: verdict, reason: reason,
        also: also.filter { $0 != reason }, note: note, effect: effect))
  }

  /// Whether the person may decide, and whether the decision would count.
  private func effect(
    of who: Actor, on subject: Subject, at stage: Stage
  ) throws(Refusal) -> DecisionGiven.Effect {
    let round = subject.track[stage]
    if round.everDecided.contains(who.short) {
      let sawOthers = who.liftedAt != nil && round.everDecided.contains { $0 != who.short }
      if sawOthers { throw .liftedBlind(subject.report) }
      let isInForce = round.decision(of: who.short) != nil
      if isInForce { return subject.track.isRestedOn(stage, in: self) ? .asksToReopen : .counts }
      // An earlier round was theirs. Unless they are asked again, they change their mind about it.
      guard mayFill(round, at: stage, who, of: subject) else { return .asksToReopen }
      return .counts
    }
    try checkFirstDecision(of: who, on: subject, at: stage)
    return .counts
  }

  private func mayFill(
    _ round: Round, at stage: Stage, _ who: Actor, of subject: Subject
  ) -> Bool {
    do throws(Refusal) {
      try checkFirstDecision(of: who, on: subject, at: stage)
      return true
    } catch {
      return false
    }
  }

  /// What must hold for a person's first decision in a round.
  func checkFirstDecision(
    of who: Actor, on subject: Subject, at stage: Stage
  ) throws(Refusal) {
    try checkHasComeTo(stage, subject)
    let (report, round) = (subject.report, subject.track[stage])
    guard subject.leaf == .awaiting(stage) else { throw .noLongerNeeded(report, stage) }
    if round.bars(who.short) { throw .sawAnother(report, stage) }
    if who.liftedAt != nil && !round.everDecided.isEmpty { throw .liftedBlind(report) }
    guard hasSeat(in: round, at: stage, for: who.short) else {
      // Who else was asked is not theirs to know.
      throw round.isPilot ? .pilotIsOpen(stage) : .noLongerNeeded(report, stage)
    }
    try checkGate(of: stage, round, of: report)
  }

  private func checkHasComeTo(_ stage: Stage, _ subject: Subject) throws(Refusal) {
    switch (stage, subject.leaf) {
    case (_, .removedByPerson), (_, .removedByAutomation):
      throw .reportWasRemoved(subject.report)
    case (.titleAbstract, .leftUnscreened): throw .screeningIsStopped
    case (.titleAbstract, _):
      if entry(of: subject.report, subject.track) == .fullText {
        throw .reportIsNotAtStage(subject.report, stage)
      }
    case (.fullText, .awaitingFullText), (.fullText, .inConflictAtFullText),
      (.fullText, .excludedAtFullText), (.fullText, .included):
      break
    case (.fullText, _): throw .reportIsNotAtStage(subject.report, stage)
    }
  }

  /// Until a pilot is passed, only its sample is screened.
  private func checkGate(
    of stage: Stage, _ round: Round, of report: RecordNumber
  ) throws(Refusal) {
    guard isGateShut(at: stage), round.decisions.isEmpty, round.number == 1 else { return }
    if sample(at: stage).contains(report) { return }
    throw pilots[stage] == nil ? .pilotIsMissing(stage) : .pilotIsOpen(stage)
  }

  /// Whether the ordinary queue of a stage waits for its pilot.
  public func isGateShut(at stage: Stage) -> Bool {
    rule(of: stage).pilot != nil && pilots[stage]?.passedAt == nil
  }

  /// The reports of a stage's pilot, by the numbers that they go by now.
  func sample(at stage: Stage) -> NumberSet {
    NumberSet((pilots[stage]?.sample ?? []).lazy.filter { exists($0) }.map { report(of: $0) })
  }

  /// Whether a round has a place for a person: anyone's, or kept for those who were asked.
  func hasSeat(in round: Round, at stage: Stage, for person: UInt16) -> Bool {
    guard let asked = round.asked else { return true }
    if asked.contains(person) { return true }
    if round.isPilot { return false }
    let waitedFor = asked.filter {
      isReviewer($0) && round.decision(of: $0) == nil && !round.bars($0)
    }
    return needed(by: round, at: stage) - round.decisions.count > waitedFor.count
  }
}
