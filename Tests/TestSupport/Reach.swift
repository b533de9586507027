public import Screening

/// What a walk met: how often each kind of fact was written, and which deep states were reached.
public struct Reach: Sendable {
  /// A state that a shallow walk would not come to.
  public enum Depth: String, CaseIterable, Sendable {
    case conflict, resolution, consensus, dissolution, requestToReopen, reopening
    case mergeOfDecided, splitOfDecided, withdrawal, requota, pilotPassed, stop
    case returnFromParking, excludedAtFullText, included, notRetrieved, labelled, labelsToSettle
    case removed, quarantineAnswered
  }

  /// How many steps were taken.
  public internal(set) var steps = 0
  /// How often each refusal was met, by its case.
  public internal(set) var refusals: [String: Int] = [:]
  /// How often each kind of fact was written.
  public private(set) var facts: [String: Int] = [:]
  /// How often each deep state was reached.
  public private(set) var depths: [Depth: Int] = [:]
  private var decided: Set<RecordNumber> = []
  private var included: Set<RecordNumber> = []

  /// Nothing met yet.
  public init() {}

  mutating func meet(_ fact: Fact, before: Review, after: Review) {
    facts[caseName(of: fact), default: 0] += 1
    for depth in depths(of: fact, before, after) { depths[depth, default: 0] += 1 }
    if case .decisionGiven(let given) = fact { decided.insert(given.report) }
  }

  mutating func meet(_ refusal: Refusal) {
    refusals[caseName(of: refusal), default: 0] += 1
  }

  /// What a whole step came to, whatever facts it wrote.
  mutating func compare(_ before: Review, _ after: Review) {
    func grew(_ leaves: Leaf...) -> Bool {
      leaves.contains { after.reports(in: $0).count > before.reports(in: $0).count }
    }
    if grew(.inConflictAtTitleAbstract, .inConflictAtFullText) { count(.conflict) }
    if grew(.excludedAtFullText) { count(.excludedAtFullText) }
    if grew(.notRetrieved) { count(.notRetrieved) }
    if grew(.removedByPerson, .removedByAutomation) { count(.removed) }
    guard grew(.included) else { return }
    count(.included)
    let now = Set(after.reports(in: .included).numbers)
    if !now.subtracting(before.reports(in: .included).numbers).isDisjoint(with: included) {
      count(.returnFromParking)
    }
    included.formUnion(now)
  }

  private mutating func count(_ depth: Depth) { depths[depth, default: 0] += 1 }

  private func isDecided(_ record: RecordNumber, in review: Review) -> Bool {
    review.records(of: review.report(of: record)).contains { decided.contains($0) }
  }

  private func depths(of fact: Fact, _ before: Review, _ after: Review) -> [Depth] {
    switch fact {
    case .conflictResolved: [.resolution]
    case .resolutionConfirmed(_, _, _, let settles): settles ? [.consensus] : []
    case .decisionGiven(let given):
      given.effect == .asksToReopen ? [.requestToReopen] : dissolutions(given, before, after)
    case .roundsReopened: [.reopening]
    case .recordsLinked(let pairs):
      pairs.contains { isDecided($0.low, in: before) && isDecided($0.high, in: before) }
        ? [.mergeOfDecided] : []
    case .linksRemoved(let pairs), .recordsParted(let pairs, _):
      pairs.contains {
        before.report(of: $0.low) == before.report(of: $0.high) && isDecided($0.low, in: before)
      } ? [.splitOfDecided] : []
    case .recordsWithdrawn: [.withdrawal]
    case .protocolAdopted(let adopted): adopted.requotas.isEmpty ? [] : [.requota]
    case .pilotPassed: [.pilotPassed]
    case .screeningStopped: [.stop]
    case .labelsGiven(let report, _):
      after.labelStanding(of: report) == .toSettle ? [.labelsToSettle] : [.labelled]
    case .quarantineAccepted, .quarantineDismissed: [.quarantineAnswered]
    case .rolesGiven, .blindLifted, .outcomesDisclosed, .fileImported, .limitsApplied,
      .reportRemoved, .reportPutBack, .decisionsShown, .conflictsOpened, .resolutionProposed,
      .arbiterAppointed, .workHandedOver, .pilotDrawn, .screeningResumed, .textAttempted,
      .textObtained, .textNotRetrieved, .textWithdrawn, .labelsSettled, .fieldCharted, .noteTaken,
      .reportSelected, .studiesJoined, .studySplit:
      []
    }
  }

  private func dissolutions(
    _ given: DecisionGiven, _ before: Review, _ after: Review
  ) -> [Depth] {
    let conflict = Leaf.inConflict(at: given.stage)
    let isDissolved =
      before.leaf(of: given.report) == conflict && after.leaf(of: given.report) != conflict
    return isDissolved ? [.dissolution] : []
  }

  /// Joins what two walks met.
  public mutating func add(_ other: Reach) {
    steps += other.steps
    refusals.merge(other.refusals, uniquingKeysWith: +)
    facts.merge(other.facts, uniquingKeysWith: +)
    depths.merge(other.depths, uniquingKeysWith: +)
  }
}

extension Reach: CustomStringConvertible {
  /// What was met, the deep states first.
  public var description: String {
    func list(_ counts: [String: Int]) -> String {
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        .joined(separator: ", ")
    }
    let deep = Dictionary(depths.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
    return "\(steps) steps; \(list(deep)); facts: \(list(facts)); refused: \(list(refusals))"
  }
}

extension Fact {
  /// Every kind of fact, by the name of its case.
  public static let caseNames: Set = [
    "protocolAdopted", "rolesGiven", "blindLifted", "outcomesDisclosed", "fileImported",
    "quarantineAccepted", "quarantineDismissed", "recordsWithdrawn", "recordsLinked",
    "linksRemoved", "recordsParted", "limitsApplied", "reportRemoved", "reportPutBack",
    "decisionGiven", "decisionsShown", "conflictsOpened", "resolutionProposed",
    "resolutionConfirmed", "conflictResolved", "roundsReopened", "arbiterAppointed",
    "workHandedOver", "pilotDrawn", "pilotPassed", "screeningStopped", "screeningResumed",
    "textAttempted", "textObtained", "textNotRetrieved", "textWithdrawn", "labelsGiven",
    "labelsSettled", "fieldCharted", "noteTaken", "reportSelected", "studiesJoined", "studySplit",
  ]
}

/// The name of a value's case.
private func caseName(of value: some Any) -> String {
  String(describing: value).prefix { $0 != "(" }.description
}
