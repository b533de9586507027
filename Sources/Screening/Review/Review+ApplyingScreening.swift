extension Review {
  mutating func decide(_ fact: DecisionGiven, by person: UInt16, at: UInt32) {
    for record in fact.shown where exists(record) { self[record].isRested = true }
    let also = fact.also.map { reasons.enter($0) }
    take(
      Step(
        position: at, detail: lists.enter(also), person: person, reason: place(of: fact.reason),
        kind: fact.effect == .counts ? .decided : .askedToReopen, stage: fact.stage,
        round: fact.round, code: fact.verdict.rawValue),
      on: fact.report)
  }

  mutating func draw(_ fact: PilotDrawn, at: UInt32) {
    let roster = fact.roster.map { enter($0) }
    pilots[fact.stage] = Pilot(
      drawnAt: at, sample: fact.sample, roster: roster, seed: fact.seed)
    for report in fact.sample {
      take(
        Step(position: at, detail: lists.enter(roster), kind: .drawn, stage: fact.stage),
        on: report)
    }
  }

  mutating func propose(_ fact: ResolutionProposed, by person: UInt16, at: UInt32) {
    take(
      Step(
        position: at, person: person, reason: place(of: fact.reason), kind: .proposed,
        stage: fact.stage, code: fact.outcome.rawValue), on: fact.report)
    guard fact.settles else { return }
    take(Step(position: at, person: person, kind: .settled, stage: fact.stage), on: fact.report)
  }

  mutating func resolve(_ fact: ConflictResolved, by person: UInt16, at: UInt32) {
    take(
      Step(
        position: at, person: person, reason: place(of: fact.reason), kind: .resolved,
        stage: fact.stage, code: fact.outcome.rawValue), on: fact.report)
  }

  mutating func reopen(_ fact: RoundsReopened, by person: UInt16, at: UInt32) {
    let asked = lists.enter(fact.asked.map { enter($0) })
    for report in fact.reports {
      take(
        Step(position: at, detail: asked, person: person, kind: .reopened, stage: fact.stage),
        on: report)
    }
  }

  mutating func handOver(_ fact: WorkHandedOver, at: UInt32) {
    let (from, successor) = (enter(fact.from), enter(fact.to))
    for report in fact.reports {
      take(
        Step(
          position: at, detail: UInt32(successor), person: from, kind: .handedOver,
          stage: fact.stage), on: report)
    }
  }

  private mutating func place(of reason: CriterionID?) -> UInt16 {
    reason.map { reasons.enter($0) } ?? Step.none
  }
}
