import Screening

@testable import Reporting

/// A flow made of plain numbers, for pictures of any shape.
struct Shape {
  struct Arm {
    var identified: KeyValuePairs<SourceID, Int> = [:]
    var duplicates = 0
    var automation: KeyValuePairs<LimitID, Int> = [:]
    var removed = 0
    var direct = 0
    var awaitingScreening = 0
    var conflictAtScreening = 0
    var inProgressAtScreening = 0
    var unscreened = 0
    var excludedAtScreening = 0
    var notRetrieved = 0
    var awaitingRetrieval = 0
    var awaitingAssessment = 0
    var conflictAtAssessment = 0
    var inProgressAtAssessment = 0
    var excluded: KeyValuePairs<CriterionID, Int> = [:]
    var included = 0
    var studies = 0
  }

  private var next: UInt32 = 1
  private var arms: [Screening.Arm: ArmFlow] = [:]

  /// Fills arms; their numbers decide how many records there are.
  static func flow(_ arms: [Screening.Arm: Arm], isDisclosed: Bool = false) -> Flow {
    var shape = Shape()
    for arm in Screening.Arm.allCases {
      if let numbers = arms[arm] { shape.fill(arm, numbers) }
    }
    return Flow(shape.arms, records: Int(shape.next - 1), isDisclosed: isDisclosed)
  }

  private mutating func fill(_ arm: Screening.Arm, _ numbers: Arm) {
    var flow = ArmFlow()
    let first = next
    // Every record belongs to one place; what is identified is all of them, source by source.
    flow.duplicates = take(numbers.duplicates)
    let kept = next
    for (limit, count) in numbers.automation { flow.automation[limit] = take(count) }
    flow.removed = take(numbers.removed)
    flow.awaitingScreening = take(numbers.awaitingScreening)
    flow.conflictAtScreening = take(numbers.conflictAtScreening)
    flow.inProgressAtScreening = take(numbers.inProgressAtScreening)
    flow.unscreened = take(numbers.unscreened)
    flow.excludedAtScreening = take(numbers.excludedAtScreening)
    let sought = next
    flow.notRetrieved = take(numbers.notRetrieved)
    flow.awaitingRetrieval = take(numbers.awaitingRetrieval)
    flow.awaitingAssessment = take(numbers.awaitingAssessment)
    flow.conflictAtAssessment = take(numbers.conflictAtAssessment)
    flow.inProgressAtAssessment = take(numbers.inProgressAtAssessment)
    let assessed = next
    for (reason, count) in numbers.excluded { flow.excludedAtAssessment[reason] = take(count) }
    let included = next
    flow.included = take(numbers.included)
    flow.studies = NumberSet((0..<UInt32(numbers.studies)).map { RecordNumber(included + $0) })
    let last = next
    flow.assessed = set(assessed..<last)
    flow.sought = set(sought..<last)
    flow.direct = set(sought..<(sought + UInt32(numbers.direct)))
    flow.screened = NumberSet(
      Array(flow.excludedAtScreening.numbers)
        + flow.sought.numbers.filter { !flow.direct.contains($0) })
    flow.reports = set(kept..<last)
    var from = first
    for (source, count) in numbers.identified {
      flow.identified[source] = set(from..<(from + UInt32(count)))
      from += UInt32(count)
    }
    arms[arm] = flow
  }

  private mutating func take(_ count: Int) -> NumberSet {
    defer { next += UInt32(count) }
    return set(next..<(next + UInt32(count)))
  }

  private func set(_ range: Range<UInt32>) -> NumberSet {
    NumberSet(range.map { RecordNumber($0) })
  }
}
