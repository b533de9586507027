import Screening

extension Wanderer {
  /// A word that suits the stage and its rule, most of the time.
  private mutating func word(
    at stage: Stage
  ) -> (verdict: Verdict, reason: CriterionID?, also: [CriterionID]) {
    let rule =
      stage == .titleAbstract ? story.review.content?.titleAbstract : story.review.content?.fullText
    let throwAt = below(100)
    if throwAt < 62 { return (.include, nil, []) }
    if throwAt < 68 && (stage == .titleAbstract || chance(5)) { return (.unsure, nil, []) }
    let reason: CriterionID = any("P1", "P1", "P2", "C1", "C9", "P-in")
    switch rule?.reasons ?? .none {
    case .none: return (.exclude, chance(3) ? reason : nil, [])
    case .optional: return (.exclude, chance(50) ? reason : nil, [])
    case .required: return (.exclude, chance(97) ? reason : nil, chance(20) ? ["P2"] : [])
    }
  }

  mutating func decideOffered() throws(Refusal) {
    let (reviewer, stage) = (person(.reviewer), stage())
    let offered = try story.review.offering(3, at: stage, to: reviewer)
    guard let report = offered.first else { return try decideAnything() }
    try decide(report, at: stage, by: reviewer)
  }

  mutating func decideAnything() throws(Refusal) {
    try decide(record(), at: stage(), by: chance(90) ? person(.reviewer) : anyone())
  }

  private mutating func decide(
    _ report: RecordNumber, at stage: Stage, by person: PersonID
  ) throws(Refusal) {
    let (verdict, reason, also) = word(at: stage)
    try story.decide(report, at: stage, verdict, reason, also: also, by: person)
  }

  mutating func resolve() throws(Refusal) {
    let (arbiter, stage) = (chance(80) ? person(.arbiter) : anyone(), stage())
    let theirs = story.review.conflicts(at: stage, for: arbiter)
    let report = any(theirs) ?? report(in: .inConflict(at: stage))
    if chance(90) {
      try story.act(by: arbiter) { r throws(Refusal) in
        try r.showing([report], at: stage, to: arbiter)
      }
    }
    guard chance(70) else { return }
    let outcome = any(Outcome.include, .exclude)
    let reason: CriterionID? =
      outcome == .exclude && (stage == .fullText || chance(50)) ? any("P1", "C1") : nil
    try story.act(by: arbiter) { r throws(Refusal) in
      try r.resolving(
        report, at: stage, outcome: outcome, reason: reason, grounds: "Read twice.", by: arbiter)
    }
  }

  mutating func openConflicts() throws(Refusal) {
    let (lead, stage) = (person(.lead), stage())
    let reports = chance(50) ? [] : [report(in: .inConflict(at: stage))]
    try story.act(by: lead) { r throws(Refusal) in try r.opening(reports, at: stage, by: lead) }
  }

  /// A party of an opened conflict proposes or confirms.
  mutating func agree() throws(Refusal) {
    let (party, stage) = (anyone(), stage())
    for report in story.review.reports(in: .inConflict(at: stage)).numbers {
      let view = try story.review.view(of: report, for: party).stages.first { $0.stage == stage }
      guard view?.call == .agree else { continue }
      if let proposal = view?.proposal, chance(80) {
        try story.confirm(report, at: stage, proposal.entry, by: party)
      } else {
        let outcome = any(Outcome.include, .exclude)
        let reason: CriterionID? =
          outcome == .exclude && (stage == .fullText || chance(50)) ? "P2" : nil
        try story.propose(report, at: stage, outcome, reason, by: party)
      }
    }
  }

  mutating func reopen() throws(Refusal) {
    let (who, stage) = (person([.lead, .arbiter]), stage())
    let settled =
      stage == .titleAbstract
      ? report(in: .excludedAtTitleAbstract, .awaitingRetrieval, .included, .awaitingFullText)
      : report(in: .excludedAtFullText, .included, .inConflictAtFullText)
    let asked = chance(30) ? [person(.reviewer), person(.reviewer), person(.reviewer)] : []
    try story.act(by: who) { [settled, asked] r throws(Refusal) in
      try r.reopening([settled], at: stage, asking: asked, grounds: "New facts.", by: who)
    }
  }

  mutating func appoint() throws(Refusal) {
    let (lead, chosen, stage) = (person(.lead), anyone(), stage())
    let report = report(in: .inConflict(at: stage))
    try story.act(by: lead) { r throws(Refusal) in
      try r.appointing(chosen, for: report, at: stage, by: lead)
    }
  }

  mutating func handOver() throws(Refusal) {
    // Work is handed over when someone leaves, so that is what happens here first.
    let (from, successor, stage) = (person(.reviewer), person(.reviewer), stage())
    if chance(20) { try story.give(story.review.roles(of: from).subtracting(.reviewer), to: from) }
    try story.act { r throws(Refusal) in
      try r.handingOver(from: from, to: successor, at: stage, by: .lea)
    }
  }

  mutating func drawPilot() throws(Refusal) {
    let seed = dice.next()
    let stage = Stage.allCases.first { story.review.isGateShut(at: $0) } ?? stage()
    try story.act { r throws(Refusal) in try r.drawingPilot(at: stage, seed: seed, by: .lea) }
  }

  mutating func passPilot() throws(Refusal) {
    let grounds = chance(80) ? Words("Good enough.") : nil
    let stage = Stage.allCases.first { story.review.isGateShut(at: $0) } ?? stage()
    try story.act { r throws(Refusal) in
      try r.passingPilot(at: stage, grounds: grounds, by: .lea)
    }
  }

  mutating func stop() throws(Refusal) {
    try story.act { r throws(Refusal) in try r.stopping(grounds: "Enough.", by: .lea) }
  }

  mutating func resume() throws(Refusal) {
    try story.act { r throws(Refusal) in try r.resuming(grounds: "Go on.", by: .lea) }
  }
}
