public import Screening

/// One box of the flow as a reader meets it: a number with the words of PRISMA 2020, and the set that
/// it is the size of. Which records are in the set is told by `Flow`.
public struct FlowBox: Hashable, Sendable {
  /// What a box counts: the three are never mixed.
  public enum Unit: String, Hashable, CaseIterable, Sendable {
    case records
    case reports
    case studies
  }

  /// What the box says of its arm.
  public enum Kind: String, Hashable, CaseIterable, Sendable {
    case identified
    case duplicates
    case reports
    case automation
    case removed
    case direct
    case awaitingTitleAbstract = "awaiting-title-abstract"
    case inConflictAtTitleAbstract = "in-conflict-at-title-abstract"
    case inProgressAtTitleAbstract = "in-progress-at-title-abstract"
    case leftUnscreened = "left-unscreened"
    case screened
    case excludedAtTitleAbstract = "excluded-at-title-abstract"
    case sought
    case notRetrieved = "not-retrieved"
    case awaitingRetrieval = "awaiting-retrieval"
    case awaitingFullText = "awaiting-full-text"
    case inConflictAtFullText = "in-conflict-at-full-text"
    case inProgressAtFullText = "in-progress-at-full-text"
    case assessed
    case excludedAtFullText = "excluded-at-full-text"
    case included
    case studies
  }

  /// The name that addresses and commands take, such as `databases.excluded-at-full-text.P-ex-1`: it
  /// stays the same from version to version.
  public let name: String
  /// What it says, in the words of PRISMA 2020 where that has any.
  public let words: String
  /// What it counts.
  public let unit: Unit
  /// What it counts, by number; studies by the lowest number in them.
  public let members: NumberSet
  /// What it is the sum of, in protocol order: sources, limits or reasons.
  public let parts: [FlowBox]

  /// Joins the parts.
  public init(name: String, words: String, unit: Unit, members: NumberSet, parts: [FlowBox] = []) {
    self.name = name
    self.words = words
    self.unit = unit
    self.members = members
    self.parts = parts
  }

  /// Its number.
  public var number: Int { members.count }
}

extension FlowBox.Kind {
  /// What a box of the kind counts.
  public var unit: FlowBox.Unit {
    switch self {
    case .identified, .duplicates: .records
    case .studies: .studies
    case .reports, .automation, .removed, .direct, .awaitingTitleAbstract,
      .inConflictAtTitleAbstract, .inProgressAtTitleAbstract, .leftUnscreened, .screened,
      .excludedAtTitleAbstract, .sought, .notRetrieved, .awaitingRetrieval, .awaitingFullText,
      .inConflictAtFullText, .inProgressAtFullText, .assessed, .excludedAtFullText, .included:
      .reports
    }
  }

  /// Whether a flow can tell: undisclosed work is in progress and no more, live work is told apart.
  func isTold(isDisclosed: Bool) -> Bool {
    switch self {
    case .awaitingTitleAbstract, .inConflictAtTitleAbstract, .awaitingFullText,
      .inConflictAtFullText:
      !isDisclosed
    case .inProgressAtTitleAbstract, .inProgressAtFullText: isDisclosed
    case .identified, .duplicates, .reports, .automation, .removed, .direct, .leftUnscreened,
      .screened, .excludedAtTitleAbstract, .sought, .notRetrieved, .awaitingRetrieval, .assessed,
      .excludedAtFullText, .included, .studies:
      true
    }
  }

  /// Whether an arm counts such things: an earlier version's reports are not screened again.
  func isCounted(in arm: Arm) -> Bool {
    arm != .previous || [.identified, .duplicates, .reports, .studies].contains(self)
  }

  /// Whether the official form has the box (PRISMA 2020; other methods are not screened by title).
  public func isOfficial(in arm: Arm) -> Bool {
    switch self {
    case .identified: arm != .previous
    case .sought, .notRetrieved, .assessed, .excludedAtFullText, .included, .studies: true
    case .reports: arm == .previous
    case .duplicates, .automation, .removed, .screened, .excludedAtTitleAbstract: arm == .databases
    case .direct, .awaitingTitleAbstract, .inConflictAtTitleAbstract, .inProgressAtTitleAbstract,
      .leftUnscreened, .awaitingRetrieval, .awaitingFullText, .inConflictAtFullText,
      .inProgressAtFullText:
      false
    }
  }
}
