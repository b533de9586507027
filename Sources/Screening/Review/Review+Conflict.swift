// What makes a conflict: how many decisions a round asks for, and whether those that it has agree.
// Who settles a conflict stands in Review+Settling.swift and Review+Consensus.swift.

extension Review {
  /// Where a round stands: whether its decisions agree, or are in conflict, once it has them. More
  /// than asked for (a merge can bring them together) are weighed like the others.
  func standing(of round: Round, at stage: Stage) -> Standing {
    if let resolution = round.resolution { return .resolved(resolution.outcome) }
    let rule = rule(of: round, at: stage)
    let needed = needed(by: round, under: rule)
    guard round.decisions.count >= needed, let first = round.decisions.first else {
      return .awaiting(decisions: needed - round.decisions.count)
    }
    // No outcome is an unsure that the protocol makes a conflict of, even alone.
    guard let outcome = outcome(of: first.verdict, under: rule),
      round.decisions.allSatisfy({ self.outcome(of: $0.verdict, under: rule) == outcome })
    else { return .inConflict }
    if outcome == .exclude, rule.mismatch == .conflict {
      let reasons = round.mainReasons
      guard reasons.allSatisfy({ $0 == reasons.first }) else { return .inConflict }
    }
    return .agreed(outcome)
  }

  /// Whether a round still asks for decisions.
  func isAwaiting(_ round: Round, at stage: Stage) -> Bool {
    if case .awaiting = standing(of: round, at: stage) { return true }
    return false
  }

  /// The main reason of a settled exclusion.
  func reason(of round: Round, at stage: Stage) -> UInt16 {
    if let resolution = round.resolution { return resolution.reason }
    let reasons = round.mainReasons
    switch rule(of: round, at: stage).mismatch {
    case .first: return reasons.first ?? Step.none
    case .protocolOrder, .conflict:
      let order = version(at: round.judgedFrom ?? 0).reasonOrder
      return reasons.min { order[$0, default: .max] < order[$1, default: .max] } ?? Step.none
    }
  }

  /// How many decisions a round asks for: fixed by its first decision, until then the protocol's.
  func needed(by round: Round, at stage: Stage) -> Int {
    needed(by: round, under: rule(of: round, at: stage))
  }

  private func needed(by round: Round, under rule: StageRule) -> Int {
    if round.isPilot { return max(1, round.asked?.count ?? 0) }
    return max(1, round.needed ?? rule.reviewers)
  }

  /// The rule that judges a round: the one in force at its first decision.
  func rule(of round: Round, at stage: Stage) -> StageRule {
    rule(of: stage, at: round.judgedFrom ?? .max)
  }

  private func outcome(of verdict: Verdict, under rule: StageRule) -> Outcome? {
    switch verdict {
    case .include: .include
    case .exclude: .exclude
    case .unsure: rule.unsure == .include ? .include : nil
    }
  }
}

/// Where one round of a stage stands.
///
/// Never stored: it follows from the decisions that count, in whatever order they came, from the
/// resolution if there is one, and from the rule that was in force.
public enum Standing: Hashable, Sendable {
  /// It asks for this many more decisions.
  case awaiting(decisions: Int)
  /// Its decisions agree.
  case agreed(Outcome)
  /// Its decisions do not agree.
  case inConflict
  /// An arbiter, or the parties together, settled it.
  case resolved(Outcome)

  /// What it concludes, if it is settled.
  public var outcome: Outcome? {
    switch self {
    case .agreed(let outcome), .resolved(let outcome): outcome
    case .awaiting, .inConflict: nil
    }
  }

  /// Whether it has an outcome.
  public var isSettled: Bool { outcome != nil }
}
