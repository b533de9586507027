extension Decision {
  init(_ step: Step) {
    self.init(
      person: step.person, verdict: Verdict(rawValue: step.code) ?? .unsure, reason: step.reason,
      also: step.detail, position: step.position)
  }
}

extension Round.Proposal {
  init(_ step: Step) {
    self.init(
      person: step.person, outcome: Outcome(rawValue: step.code) ?? .exclude,
      reason: step.reason, position: step.position, confirmed: [step.person])
  }
}

extension Round.Resolution {
  init(_ step: Step) {
    self.init(
      person: step.person, outcome: Outcome(rawValue: step.code) ?? .exclude,
      reason: step.reason, position: step.position, isConsensus: false)
  }
}

extension Track.Labelling {
  init(_ step: Step) {
    self.init(person: step.person, themes: step.detail, position: step.position)
  }
}
