extension Review {
  /// Draws the pilot of a stage: a seeded random sample, for everyone who reviews now.
  public func drawingPilot(
    at stage: Stage, seed: UInt64, by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try who(person, with: .lead)
    guard pilots[stage] == nil else { throw .pilotIsDrawn(stage) }
    let roster = members.indices.map { UInt16(truncatingIfNeeded: $0) }.filter(isReviewer)
    guard !roster.isEmpty else { throw .noReviewers }
    var waiting = leaves[Int(Leaf.awaiting(stage).rawValue)].numbers.filter {
      !track(of: $0).hasDecisions || stage == .fullText && track(of: $0)[stage].everDecided.isEmpty
    }
    guard !waiting.isEmpty else { throw .nothingToDraw(stage) }
    var generator = SplitMix(seed: seed)
    let count = min(rule(of: stage).pilot?.sample ?? 25, waiting.count)
    for place in 0..<count {
      let other = place + Int(generator.next() % UInt64(waiting.count - place))
      waiting.swapAt(place, other)
    }
    return .pilotDrawn(
      PilotDrawn(
        stage: stage, sample: waiting.prefix(count).sorted(),
        roster: roster.compactMap { people.id(at: $0) }, seed: seed))
  }

  /// How a pilot stands: what is open and, at its close, the observed agreement of each pair.
  public func pilotStanding(at stage: Stage) -> PilotStanding? {
    guard let pilot = pilots[stage] else { return nil }
    let sample = Array(sample(at: stage).numbers)
    let waiting = sample.count { self[$0].leaf == .awaiting(stage) }
    let inConflict = sample.count { self[$0].leaf == .inConflict(at: stage) }
    return PilotStanding(
      sample: pilot.sample, open: waiting > 0 ? waiting : inConflict,
      pairs: waiting > 0 ? [] : pairs(of: sample.map { track(of: $0)[stage] }),
      isPassed: pilot.passedAt != nil)
  }

  /// The agreement of every pair of people who completed rounds together, in the order in which
  /// they joined.
  private func pairs(of rounds: [Round]) -> [PilotStanding.Pair] {
    let words = rounds.map { round in
      Dictionary((round.firstComplete ?? []).map { ($0.person, $0.verdict == .exclude) }) { $1 }
    }
    let deciders = Set(words.flatMap(\.keys)).sorted()
    return deciders.enumerated().flatMap { place, one in
      deciders.dropFirst(place + 1).compactMap { other in
        let both = words.compactMap { word in
          word[one].flatMap { first in word[other].map { first == $0 } }
        }
        guard !both.isEmpty, let first = people.id(at: one), let second = people.id(at: other)
        else { return nil }
        return PilotStanding.Pair(
          one: first, other: second, agreed: both.count { $0 }, of: both.count)
      }
    }
  }

  /// Passes the pilot, so that the ordinary queue opens; below the gate it needs grounds.
  public func passingPilot(
    at stage: Stage, grounds: Words?, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: .lead)
    guard let pilot = pilotStanding(at: stage) else { throw .pilotIsMissing(stage) }
    guard !pilot.isPassed else { throw .pilotIsPassed(stage) }
    guard pilot.open == 0 else {
      throw .pilotNotFinished(stage, open: who.isBlind ? nil : pilot.open)
    }
    let gate = rule(of: stage).pilot?.gate ?? 0
    let lowest = pilot.lowest ?? 100
    if lowest < gate && grounds?.isBlank != false {
      throw .gateNeedsGrounds(lowest: lowest, gate: gate)
    }
    return .pilotPassed(stage: stage, grounds: grounds)
  }
}

/// How a pilot stands.
public struct PilotStanding: Hashable, Sendable {
  /// The observed agreement of two people.
  public struct Pair: Hashable, Sendable {
    /// One of them.
    public let one: PersonID
    /// The other.
    public let other: PersonID
    /// On how many reports they agreed.
    public let agreed: Int
    /// How many reports both decided.
    public let of: Int

    /// The agreement in percent, rounded down: 74.9 does not pass a gate of 75.
    public var percent: Int { agreed * 100 / of }
  }

  /// The sample.
  public let sample: [RecordNumber]
  /// How many of its reports wait for decisions; once none does, how many are in conflict.
  public let open: Int
  /// Every pair with reports in common, once all have decided.
  public let pairs: [Pair]
  /// Whether the ordinary queue is open.
  public let isPassed: Bool

  /// The agreement of the pair that agrees least, in percent.
  public var lowest: Int? { pairs.map(\.percent).min() }
}
