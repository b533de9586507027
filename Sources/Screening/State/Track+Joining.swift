extension Track {
  /// The state of the report that a link makes of two: every decision is kept.
  ///
  /// Where one part has gone further with the same outcomes on the way, the merged report stands
  /// where that part stands. Where outcomes differ, or rounds are only begun on both sides, a new
  /// round opens at the earliest such stage.
  static func joining(
    _ kept: Track, _ other: Track, at position: UInt32, in review: Review
  ) -> Track {
    let isOtherFurther = other.progress(in: review) > kept.progress(in: review)
    var joined = isOtherFurther ? other : kept
    let trailing = isOtherFurther ? kept : other
    joined.join(removalOf: trailing)
    joined.join(peopleOf: trailing)
    joined.join(chartOf: trailing)
    joined.join(pilotOf: trailing)
    guard let stage = stageOfDifference(joined, trailing, in: review) else { return joined }
    if stage == .titleAbstract { joined.entered = .titleAbstract }
    let number = max(joined[stage].number, trailing[stage].number) &+ 1
    joined[stage] = joined[stage].next(
      number: number, opening: .merged, at: position, asked: nil)
    return joined
  }

  /// How far the report has come; what lies further along counts more, and what is parked does not.
  private func progress(in review: Review) -> Int {
    guard outcome(at: .titleAbstract, in: review) == .include else {
      if outcome(at: .titleAbstract, in: review) == .exclude { return 3 }
      if !titleAbstract.decisions.isEmpty { return 2 }
      return hasDecisions ? 1 : 0
    }
    if outcome(at: .fullText, in: review) != nil { return 7 }
    if !fullText.decisions.isEmpty { return 6 }
    if retrieval != .awaiting { return 5 }
    return retrievalAt > 0 ? 4 : 3
  }

  /// What the stage concluded; a report that entered at full text passed the earlier stage so.
  private func outcome(at stage: Stage, in review: Review) -> Outcome? {
    if stage == .titleAbstract, entered == .fullText { return .include }
    return review.standing(of: self[stage], at: stage).outcome
  }

  /// The earliest stage at which two parts concluded differently, or both only began.
  private static func stageOfDifference(
    _ one: Track, _ other: Track, in review: Review
  ) -> Stage? {
    for stage in Stage.allCases {
      let first = one.outcome(at: stage, in: review)
      let second = other.outcome(at: stage, in: review)
      if let first, let second {
        if first != second { return stage }
        if first == .exclude { return nil }
        continue
      }
      let areBothBegun =
        first == nil && second == nil && !one[stage].decisions.isEmpty
        && !other[stage].decisions.isEmpty
      return areBothBegun ? stage : nil
    }
    return nil
  }

  /// A person's removal speaks of the document and so of the merged report; a limit passes if it
  /// passes for any record. Neither reaches a report with decisions.
  private mutating func join(removalOf other: Track) {
    isPutBack = isPutBack || other.isPutBack
    leftAt = [leftAt, other.leftAt].compactMap { $0 }.max()
    if removal == .byPerson || other.removal == .byPerson {
      removal = .byPerson
    } else if other.removal == .none {
      removal = .none
    }
  }

  private mutating func join(peopleOf other: Track) {
    for stage in Stage.allCases {
      for person in other[stage].everDecided where !self[stage].everDecided.contains(person) {
        self[stage].everDecided.append(person)
      }
      // Who saw the other part's decisions decides neither, but was not shown these.
      for shown in other[stage].shownTo where !self[stage].wasShown(to: shown.person) {
        self[stage].shownTo.append(Round.Shown(person: shown.person, position: 0))
      }
      self[stage].requests += other[stage].requests
    }
  }

  /// A report of the sample stays one when it is merged before anyone decided it.
  private mutating func join(pilotOf other: Track) {
    for stage in Stage.allCases where other[stage].isPilot {
      let round = self[stage]
      guard !round.isPilot, round.number == 1, round.decisions.isEmpty else { continue }
      self[stage].isPilot = true
      self[stage].asked = other[stage].asked
    }
  }

  private mutating func join(chartOf other: Track) {
    attempts += other.attempts
    isSelected = isSelected || other.isSelected
    chart.merge(other.chart) { mine, _ in mine }
    settledLabels += other.settledLabels
    labels += other.labels
  }
}
