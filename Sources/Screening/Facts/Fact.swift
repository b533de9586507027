/// Something that happened to a review, as its ledger keeps it.
///
/// A fact carries outcomes, never causes to be worked out again: which reports a limit removed,
/// which links a matcher made. Names and shapes are frozen once released (docs/ledger-format.md).
public enum Fact: Hashable, Sendable {
  // Protocol and team
  case protocolAdopted(ProtocolAdopted)
  case rolesGiven(person: PersonID, roles: Roles)
  case blindLifted
  case outcomesDisclosed(stages: [Stage])

  // From file to report
  case fileImported(FileImported)
  case quarantineAccepted(QuarantineAccepted)
  case quarantineDismissed(file: ImportNumber, item: UInt32, grounds: Words)
  case recordsWithdrawn(file: ImportNumber, records: [RecordRange], grounds: Words)

  // Duplicates
  case recordsLinked([RecordPair])
  case linksRemoved([RecordPair])
  case recordsParted([RecordPair], relinked: [RecordPair])

  // Before screening
  case limitsApplied(removed: [LimitRemoval], returned: [RecordRange])
  case reportRemoved(RecordNumber, grounds: Words)
  case reportPutBack(RecordNumber, grounds: Words)

  // Screening
  case decisionGiven(DecisionGiven)
  case decisionsShown(to: PersonID, stage: Stage, reports: [RecordNumber])
  case conflictsOpened(stage: Stage, reports: [RecordNumber])
  case resolutionProposed(ResolutionProposed)
  case resolutionConfirmed(RecordNumber, stage: Stage, proposal: Position, settles: Bool)
  case conflictResolved(ConflictResolved)
  case roundsReopened(RoundsReopened)
  case arbiterAppointed(RecordNumber, stage: Stage, person: PersonID)
  case workHandedOver(WorkHandedOver)
  case pilotDrawn(PilotDrawn)
  case pilotPassed(stage: Stage, grounds: Words?)
  case screeningStopped(reports: [RecordRange], grounds: Words)
  case screeningResumed(grounds: Words)

  // Full texts
  case textAttempted(RecordNumber, words: Words)
  case textObtained(TextObtained)
  case textNotRetrieved(RecordNumber, grounds: Words)
  case textWithdrawn(RecordNumber, grounds: Words)

  // After inclusion
  case labelsGiven(RecordNumber, themes: [ThemeID])
  case labelsSettled(RecordNumber, themes: [ThemeID], grounds: Words)
  case fieldCharted(FieldCharted)
  case noteTaken(NoteTaken)
  case reportSelected(RecordNumber, isSelected: Bool)
  case studiesJoined(RecordNumber, RecordNumber)
  case studySplit(RecordNumber)
}

/// Records numbered from `first` to `last`, both included.
public struct RecordRange: Hashable, Sendable {
  /// The first number.
  public let first: RecordNumber
  /// The last number.
  public let last: RecordNumber

  /// Joins the ends.
  public init(_ first: RecordNumber, _ last: RecordNumber) {
    self.first = first
    self.last = last
  }

  /// Packs numbers into as few ranges as they allow.
  public static func packing(_ numbers: some Sequence<RecordNumber>) -> [RecordRange] {
    var ranges: [RecordRange] = []
    for number in numbers.sorted() {
      if let last = ranges.last,
        number.value <= last.last.value || number.value - 1 == last.last.value
      {
        ranges[ranges.count - 1] = RecordRange(last.first, max(last.last, number))
      } else {
        ranges.append(RecordRange(number, number))
      }
    }
    return ranges
  }

  /// The numbers, in order.
  public var numbers: some Sequence<RecordNumber> {
    stride(from: first.value, through: last.value, by: 1).lazy.map { RecordNumber($0) }
  }

  /// The part of it that lies at or below a number.
  func upTo(_ highest: UInt32) -> RecordRange {
    RecordRange(first, RecordNumber(min(last.value, highest)))
  }
}

/// Two records, the lower number first.
public struct RecordPair: Hashable, Comparable, Sendable {
  /// The lower number.
  public let low: RecordNumber
  /// The higher number.
  public let high: RecordNumber

  /// Joins two records in either order.
  public init(_ one: RecordNumber, _ other: RecordNumber) {
    low = min(one, other)
    high = max(one, other)
  }

  /// By the lower number, then the higher.
  public static func < (one: Self, other: Self) -> Bool {
    (one.low, one.high) < (other.low, other.high)
  }
}
