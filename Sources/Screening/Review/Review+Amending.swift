/// What an amendment would touch, shown before it is adopted.
public struct AmendmentPreview: Hashable, Sendable {
  /// A decision whose reason changed.
  public struct Resting: Hashable, Sendable {
    /// The report.
    public let report: RecordNumber
    /// The stage.
    public let stage: Stage
    /// The entry that gave the decision.
    public let decision: Position
    /// The criteria it names that changed.
    public let reasons: [CriterionID]
  }

  /// A begun round that would stand elsewhere if the amendment named it.
  public struct Move: Hashable, Sendable {
    /// The report.
    public let report: RecordNumber
    /// The stage.
    public let stage: Stage
    /// Where it stands.
    public let from: Standing
    /// Where it would stand.
    public let to: Standing
  }

  /// Decisions in force that rest on a criterion that changed.
  public let resting: [Resting]
  /// Begun rounds that a change of the number of reviewers could touch.
  public let moves: [Move]
}

extension Review {
  /// Founds the review, or amends its protocol. Begun rounds are asked for another number of
  /// decisions only where `requotas` names them.
  public func adopting(
    _ content: ReviewProtocol, file: Fingerprint, requotas: [ProtocolAdopted.Requota] = [],
    grounds: Words?, by person: PersonID
  ) throws(Refusal) -> Fact {
    guard let last = versions.last else {
      return .protocolAdopted(ProtocolAdopted(version: 1, content: content, file: file))
    }
    _ = try who(person, with: .lead)
    if last.content == content { throw .sameProtocol }
    let faults = content.faults(asAmendmentOf: last.content)
    if !faults.isEmpty { throw .amendmentNotAllowed(faults) }
    guard let grounds else { throw .groundsMissing }
    for requota in requotas { try check(requota, against: content) }
    return .protocolAdopted(
      ProtocolAdopted(
        version: UInt32(versions.count) + 1, content: content, file: file,
        grounds: try grounds.asGrounds(), requotas: requotas))
  }

  /// What adopting a protocol would touch: no decision and no outcome changes by it alone.
  public func preview(adopting content: ReviewProtocol) -> AmendmentPreview {
    guard let last = versions.last else { return AmendmentPreview(resting: [], moves: []) }
    let changed = content.changedCriteria(from: last.content)
    let places = Set(changed.compactMap { reasons.place(of: $0) })
    var resting: [AmendmentPreview.Resting] = []
    var moves: [AmendmentPreview.Move] = []
    for value in 1..<UInt32(rows.count + 1) {
      let report = RecordNumber(value)
      guard self[report].leaf != nil, self[report].leaf != .gone, self[report].first != nil
      else { continue }
      let track = track(of: report)
      for stage in Stage.allCases {
        resting += decisions(of: report, track[stage], at: stage, restingOn: places)
        let asked = (stage == .titleAbstract ? content.titleAbstract : content.fullText).reviewers
        if let move = move(of: report, track[stage], at: stage, asking: asked) {
          moves.append(move)
        }
      }
    }
    return AmendmentPreview(resting: resting, moves: moves)
  }

  private func decisions(
    of report: RecordNumber, _ round: Round, at stage: Stage, restingOn places: Set<UInt16>
  ) -> [AmendmentPreview.Resting] {
    guard !places.isEmpty else { return [] }
    return round.decisions.compactMap { decision in
      let named = ([decision.reason] + lists[decision.also]).filter(places.contains)
      guard !named.isEmpty else { return nil }
      return AmendmentPreview.Resting(
        report: report, stage: stage, decision: Position(decision.position),
        reasons: named.compactMap { reasons.id(at: $0) })
    }
  }

  private func move(
    of report: RecordNumber, _ round: Round, at stage: Stage, asking reviewers: Int
  ) -> AmendmentPreview.Move? {
    guard let needed = round.needed, needed != reviewers, !round.isPilot,
      round.resolution == nil, round.sharedAt == nil
    else { return nil }
    var moved = round
    moved.needed = reviewers
    return AmendmentPreview.Move(
      report: report, stage: stage, from: standing(of: round, at: stage),
      to: standing(of: moved, at: stage))
  }

  private func check(
    _ requota: ProtocolAdopted.Requota, against content: ReviewProtocol
  ) throws(Refusal) {
    let rule = requota.stage == .titleAbstract ? content.titleAbstract : content.fullText
    for report in requota.reports {
      guard exists(report), Int(requota.reviewers) == rule.reviewers,
        move(
          of: report, track(of: report)[requota.stage], at: requota.stage,
          asking: rule.reviewers) != nil
      else { throw .requotaOutOfReach(report, requota.stage) }
    }
  }
}
