public import Screening

/// What a walk met: how often each kind of fact was written, and how many steps were refused.
public struct Reach: Sendable {
  /// How many steps were refused.
  public internal(set) var refusals = 0
  /// How often each kind of fact was written.
  public private(set) var facts: [String: Int] = [:]

  /// Nothing met yet.
  public init() {}

  mutating func meet(_ fact: Fact, in review: Review) {
    facts[fact.kindName, default: 0] += 1
  }

  /// Joins what two walks met.
  public mutating func add(_ other: Reach) {
    refusals += other.refusals
    facts.merge(other.facts, uniquingKeysWith: +)
  }
}

extension Fact {
  /// Every kind of fact, by name.
  public static let kindNames = [
    "protocolAdopted", "rolesGiven", "blindLifted", "outcomesDisclosed", "fileImported",
    "quarantineAccepted", "quarantineDismissed", "recordsWithdrawn", "recordsLinked",
    "linksRemoved", "recordsParted", "limitsApplied", "reportRemoved", "reportPutBack",
    "decisionGiven", "decisionsShown", "conflictsOpened", "resolutionProposed",
    "resolutionConfirmed", "conflictResolved", "roundsReopened", "arbiterAppointed",
    "workHandedOver", "pilotDrawn", "pilotPassed", "screeningStopped", "screeningResumed",
    "textAttempted", "textObtained", "textNotRetrieved", "textWithdrawn", "labelsGiven",
    "labelsSettled", "fieldCharted", "noteTaken", "reportSelected", "studiesJoined", "studySplit",
  ]

  /// The name of the case.
  public var kindName: String { String(describing: self).prefix { $0 != "(" }.description }
}
