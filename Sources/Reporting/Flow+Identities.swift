public import Screening

/// An identity of the flow that does not hold: an error, never a page that looks right.
public struct FlowBreach: Error, Hashable, Sendable {
  /// The identity, in words.
  public let identity: String
  /// The arm.
  public let arm: Arm
  /// The left side's number.
  public let left: Int
  /// The right side's number.
  public let right: Int
}

extension Flow {
  /// The identities that do not hold; none in a review that closes.
  public var breaches: [FlowBreach] {
    Arm.allCases.flatMap { arm in self[arm].breaches(in: arm) } + breachesOverArms
  }

  /// A record is gone, or kept, or a duplicate: counted from the records, not as a remainder.
  private var breachesOverArms: [FlowBreach] {
    let identified = Arm.allCases.reduce(0) { $0 + self[$1].identifiedCount }
    let duplicates = Arm.allCases.reduce(0) { $0 + self[$1].duplicates.count }
    let reports = Arm.allCases.reduce(0) { $0 + self[$1].reports.count }
    return [
      FlowBreach(
        identity: "identified - duplicates = reports", arm: .databases,
        left: identified - duplicates, right: reports),
      FlowBreach(
        identity: "identified + gone = records", arm: .databases, left: identified + gone.count,
        right: records),
    ].filter { $0.left != $0.right }
  }
}

extension ArmFlow {
  /// All live records of the arm's sources.
  public var identifiedCount: Int { identified.values.reduce(0) { $0 + $1.count } }

  /// All reports that a limit removed.
  public var automationCount: Int { automation.values.reduce(0) { $0 + $1.count } }

  /// All reports excluded on the full text.
  public var excludedAtAssessmentCount: Int {
    excludedAtAssessment.values.reduce(0) { $0 + $1.count }
  }

  fileprivate func breaches(in arm: Arm) -> [FlowBreach] {
    guard arm != .previous else { return [] }
    func holds(_ identity: String, _ left: Int, _ right: Int) -> FlowBreach {
      FlowBreach(identity: identity, arm: arm, left: left, right: right)
    }
    return [
      holds("identified - duplicates = reports", identifiedCount - duplicates.count, reports.count),
      holds(
        "screened + awaiting + conflict + unscreened = reports - automation - other - direct",
        screened.count + awaitingScreening.count + conflictAtScreening.count + unscreened.count,
        reports.count - automationCount - removed.count - direct.count),
      holds(
        "sought = (screened - excluded) + direct", sought.count,
        screened.count - excludedAtScreening.count + direct.count),
      holds(
        "assessed + awaiting decisions + conflict + awaiting retrieval = sought - not retrieved",
        assessed.count + awaitingAssessment.count + conflictAtAssessment.count
          + awaitingRetrieval.count,
        sought.count - notRetrieved.count),
      holds(
        "included reports = assessed - excluded by reason", included.count,
        assessed.count - excludedAtAssessmentCount),
    ].filter { $0.left != $0.right }
  }
}
