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
  /// The records, reports or studies that one side counts more often than the other.
  public let ids: NumberSet

  /// What does not hold, and where to look.
  public var sentence: String {
    .breach(identity, arm: arm, left, right, ids: ids.numbers.map(\.description))
  }
}

extension Flow {
  /// The identities that do not hold; none in a review that closes.
  ///
  /// Sides are compared by what they count, not by how much: two mistakes never cancel out.
  public var breaches: [FlowBreach] {
    let own = Arm.allCases.flatMap { arm in self[arm].identities(in: arm) }
    return (own + identitiesOverArms).compactMap { $0.breach(among: records) }
      + [Arm.databases, .other].compactMap { self[$0].studiesBreach(in: $0) }
  }

  private var identitiesOverArms: [Identity] {
    let all = Arm.allCases.map { self[$0] }
    let filed = NumberSet((0..<UInt32(records)).lazy.map { RecordNumber($0 + 1) })
    let studies = NumberSet(all.lazy.flatMap { Array($0.studies.numbers) })
    return [
      Identity(
        "identified + gone = records, over all arms", .databases,
        Side(all.flatMap(\.identified.values) + [gone]), Side([filed])),
      Identity(
        "total studies = previous + new, over all arms", .databases,
        Side([studies]), Side(all.map(\.studies))),
    ]
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

  fileprivate func identities(in arm: Arm) -> [Identity] {
    let filed = Identity(
      "identified - duplicates = reports", arm,
      Side(Array(identified.values), less: [duplicates]), Side([reports]))
    guard arm != .previous else { return [filed] }
    return [
      filed,
      Identity(
        "screened + awaiting + conflict + unscreened = reports - automation - other - direct", arm,
        Side([screened, awaitingScreening, conflictAtScreening, unscreened, inProgressAtScreening]),
        Side([reports], less: automation.values + [removed, direct])),
      Identity(
        "sought = (screened - excluded) + direct", arm,
        Side([sought]), Side([screened, direct], less: [excludedAtScreening])),
      Identity(
        "assessed + awaiting decisions + conflict + awaiting retrieval = sought - not retrieved",
        arm,
        Side([
          assessed, awaitingAssessment, conflictAtAssessment, inProgressAtAssessment,
          awaitingRetrieval,
        ]), Side([sought], less: [notRetrieved])),
      Identity(
        "included reports = assessed - excluded by reason", arm,
        Side([included]), Side([assessed], less: Array(excludedAtAssessment.values))),
    ]
  }

  fileprivate func studiesBreach(in arm: Arm) -> FlowBreach? {
    guard studies.count > included.count else { return nil }
    return FlowBreach(
      identity: "included studies <= included reports", arm: arm, left: studies.count,
      right: included.count, ids: studies)
  }
}

/// One side of an identity: what is added, and what is taken away again.
private struct Side {
  let added: [NumberSet]
  let taken: [NumberSet]

  init(_ added: [NumberSet], less taken: [NumberSet] = []) {
    self.added = added
    self.taken = taken
  }

  var count: Int { added.reduce(0) { $0 + $1.count } - taken.reduce(0) { $0 + $1.count } }
}

/// Two sides that count the same things, each of them as often.
private struct Identity {
  let words: String
  let arm: Arm
  let left: Side
  let right: Side

  init(_ words: String, _ arm: Arm, _ left: Side, _ right: Side) {
    self.words = words
    self.arm = arm
    self.left = left
    self.right = right
  }

  func breach(among records: Int) -> FlowBreach? {
    var balance = [Int8](repeating: 0, count: records + 1)
    func weigh(_ sets: [NumberSet], _ weight: Int8) {
      for set in sets {
        for number in set.numbers { balance[Int(number.value)] += weight }
      }
    }
    weigh(left.added + right.taken, 1)
    weigh(right.added + left.taken, -1)
    let ids = NumberSet(
      balance.indices.lazy.filter { balance[$0] != 0 }.map { RecordNumber(UInt32($0)) })
    guard ids.count > 0 else { return nil }
    return FlowBreach(
      identity: words, arm: arm, left: left.count, right: right.count, ids: ids)
  }
}

extension String {
  fileprivate static func breach(
    _ identity: String, arm: Arm, _ left: Int, _ right: Int, ids: [String]
  ) -> String {
    let shown = ids.prefix(20).joined(separator: ", ")
    let rest = ids.count > 20 ? " and \(ids.count - 20) more" : ""
    return """
      The numbers do not close in arm \(arm.name): \(identity) does not hold, \(left) on the left \
      and \(right) on the right; look at \(shown)\(rest).
      """
  }
}
