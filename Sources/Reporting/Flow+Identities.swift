public import Screening

/// An identity of the flow that does not hold: an error, never a page that looks right.
public struct FlowBreach: Error, Hashable, Sendable {
  /// The identity, in words.
  public let identity: String
  /// The arm; of an identity over all arms, the first.
  public let arm: Arm
  /// The left side's number.
  public let left: Int
  /// The right side's number.
  public let right: Int
  /// The records, reports or studies that are not counted once on each side.
  public let ids: [RecordNumber]

  /// What does not hold, and where to look.
  public var sentence: String {
    .breach(identity, arm: arm, left, right, ids: ids.map(\.description))
  }
}

extension Flow {
  /// The identities that do not hold; none in a review that closes.
  public var breaches: [FlowBreach] {
    Arm.allCases.flatMap { self[$0].identities(in: $0) + self[$0].limits(in: $0) }
      .compactMap(\.breach) + identitiesOverArms.compactMap(\.breach)
  }

  /// Counted from the records, each kept once or listed as a duplicate, and not as a remainder.
  private var identitiesOverArms: [Identity] {
    let all = Arm.allCases.map { self[$0] }
    let everyRecord = (1..<UInt32(records + 1)).lazy.map { RecordNumber($0) }
    return [
      Identity(
        "identified - duplicates = reports", .previous,
        left: all.flatMap(\.identified.values),
        right: all.map(\.duplicates) + all.map(\.reports)),
      Identity(
        "identified + gone = records", .previous,
        left: all.flatMap(\.identified.values) + [gone], right: [NumberSet(everyRecord)]),
      Identity(
        "studies of all arms = studies", .previous, left: all.map(\.studies),
        right: [NumberSet(joining: all.map(\.studies))]),
    ]
  }
}

extension ArmFlow {
  /// All live records of the arm's sources.
  public var identifiedCount: Int { identified.values.reduce(0) { $0 + $1.count } }

  /// All reports that a limit removed.
  public var automationCount: Int { automation.values.reduce(0) { $0 + $1.count } }

  /// What is subtracted in domain language stands here on the other side, so that sets can be
  /// compared and not only their sizes.
  fileprivate func identities(in arm: Arm) -> [Identity] {
    let ofRecords = Identity(
      "identified - duplicates = reports", arm, left: Array(identified.values),
      right: [duplicates, reports])
    guard arm != .previous else { return [ofRecords] }
    return [
      ofRecords,
      Identity(
        "screened + awaiting + conflict + unscreened = reports - automation - other - direct", arm,
        left: [
          screened, awaitingScreening, conflictAtScreening, inProgressAtScreening, unscreened,
          removed, direct,
        ] + Array(automation.values),
        right: [reports]),
      Identity(
        "sought = (screened - excluded) + direct", arm, left: [sought, excludedAtScreening],
        right: [screened, direct]),
      Identity(
        "assessed + awaiting decisions + conflict + awaiting retrieval = sought - not retrieved",
        arm,
        left: [
          assessed, awaitingAssessment, conflictAtAssessment, inProgressAtAssessment,
          awaitingRetrieval, notRetrieved,
        ],
        right: [sought]),
      Identity(
        "included reports = assessed - excluded by reason", arm,
        left: [included] + Array(excludedAtAssessment.values), right: [assessed]),
    ]
  }

  /// The one identity that is no equation: studies are no more than reports.
  fileprivate func limits(in arm: Arm) -> [Identity] {
    let counted = arm == .previous ? reports : included
    guard studies.count > counted.count else { return [] }
    return [
      Identity("included studies <= included reports", arm, left: [studies], right: [counted])
    ]
  }
}

/// Two sides that must count the same things, each once.
private struct Identity {
  let words: String
  let arm: Arm
  let left: [NumberSet]
  let right: [NumberSet]

  init(_ words: String, _ arm: Arm, left: [NumberSet], right: [NumberSet]) {
    (self.words, self.arm, self.left, self.right) = (words, arm, left, right)
  }

  /// Where the sides differ, if they do.
  var breach: FlowBreach? {
    let (one, other) = (NumberSet(joining: left), NumberSet(joining: right))
    let (leftCount, rightCount) = (Self.total(left), Self.total(right))
    let shared = one.count(sharedWith: other)
    if [leftCount, rightCount, one.count, other.count].allSatisfy({ $0 == shared }) { return nil }
    return FlowBreach(
      identity: words, arm: arm, left: leftCount, right: rightCount, ids: unbalanced)
  }

  private static func total(_ sets: [NumberSet]) -> Int { sets.reduce(0) { $0 + $1.count } }

  /// What one side counts more often than the other, or both more often than once.
  private var unbalanced: [RecordNumber] {
    let times = [left, right].map { side in
      side.flatMap { Array($0.numbers) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    return Set(times.flatMap(\.keys)).filter { times[0][$0] != 1 || times[1][$0] != 1 }.sorted()
  }
}

extension String {
  fileprivate static func breach(
    _ identity: String, arm: Arm, _ left: Int, _ right: Int, ids: [String]
  ) -> String {
    let shown = ids.prefix(20).joined(separator: ", ")
    let rest = ids.count > 20 ? " and \(ids.count - 20) more" : ""
    return """
      The numbers do not close in arm \(arm.name): \(identity), but the left side is \(left) and \
      the right side \(right). Look at \(shown)\(rest).
      """
  }
}
