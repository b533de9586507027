public import Screening

/// The PRISMA flow of one arm: each box is the set of what it counts, and its number is that set's
/// size.
public struct ArmFlow: Hashable, Sendable {
  /// Live records, by source.
  public var identified: [SourceID: NumberSet] = [:]
  /// Live records that are not their report's kept record.
  public var duplicates = NumberSet()
  /// Reports counted in this arm: one for each kept record.
  public var reports = NumberSet()
  /// Reports removed by a limit, under the first that failed.
  public var automation: [LimitID: NumberSet] = [:]
  /// Reports removed by a person.
  public var removed = NumberSet()
  /// Reports that entered at full text and were not removed.
  public var direct = NumberSet()
  /// Reports waiting for decisions on title and abstract.
  public var awaitingScreening = NumberSet()
  /// Reports in conflict on title and abstract.
  public var conflictAtScreening = NumberSet()
  /// Reports that a stop left without a decision.
  public var unscreened = NumberSet()
  /// Reports somewhere at title and abstract, to whoever may know no more.
  public var inProgressAtScreening = NumberSet()
  /// Reports settled on title and abstract.
  public var screened = NumberSet()
  /// Reports excluded on title and abstract.
  public var excludedAtScreening = NumberSet()
  /// Reports whose full text is or was looked for.
  public var sought = NumberSet()
  /// Reports whose full text was given up.
  public var notRetrieved = NumberSet()
  /// Reports whose full text is not there yet.
  public var awaitingRetrieval = NumberSet()
  /// Reports waiting for decisions on the full text.
  public var awaitingAssessment = NumberSet()
  /// Reports in conflict on the full text.
  public var conflictAtAssessment = NumberSet()
  /// Reports somewhere at full text, to whoever may know no more.
  public var inProgressAtAssessment = NumberSet()
  /// Reports settled on the full text.
  public var assessed = NumberSet()
  /// Reports excluded on the full text, by main reason.
  public var excludedAtAssessment: [CriterionID: NumberSet] = [:]
  /// Reports included.
  public var included = NumberSet()
  /// Studies included, by the number that names each: in arm databases if any of its included
  /// reports is.
  public var studies = NumberSet()
}

/// The PRISMA flow of a review, from one moment of its ledger.
public struct Flow: Hashable, Sendable {
  /// The flow of each arm.
  public internal(set) var arms: [Arm: ArmFlow] = [
    .previous: ArmFlow(), .databases: ArmFlow(), .other: ArmFlow(),
  ]
  /// Records and reports without a live record.
  public private(set) var gone = NumberSet()
  /// Every record ever filed.
  public let records: Int
  /// Whether it tells no more than the whole team may know.
  public let isDisclosed: Bool

  /// Fills the boxes from a review as it stands.
  public init(_ review: Review) {
    self.init(review, isDisclosed: false) { review.leaf(of: $0).map(Whereabouts.leaf) }
  }

  /// Fills the boxes with what the whole team may know: nothing of a round that was not disclosed
  /// can be told from them.
  public init(disclosedBy review: Review) {
    self.init(review, isDisclosed: true) { review.disclosedWhereabouts(of: $0) }
  }

  private init(
    _ review: Review, isDisclosed: Bool, whereabouts: (RecordNumber) -> Whereabouts?
  ) {
    self.isDisclosed = isDisclosed
    records = review.recordCount
    for value in 1..<UInt32(review.recordCount + 1) {
      let record = RecordNumber(value)
      count(record, at: whereabouts(record), of: review)
    }
    countStudies(of: review)
  }

  /// Joins boxes that were filled by hand.
  init(
    _ arms: [Arm: ArmFlow], gone: NumberSet = NumberSet(), records: Int, isDisclosed: Bool = false
  ) {
    self.isDisclosed = isDisclosed
    self.arms.merge(arms) { _, filled in filled }
    self.gone = gone
    self.records = records
  }

  /// The flow of one arm.
  public subscript(arm: Arm) -> ArmFlow { arms[arm] ?? ArmFlow() }

  private mutating func count(
    _ record: RecordNumber, at place: Whereabouts?, of review: Review
  ) {
    guard review.isLive(record) else {
      gone.insert(record)
      return
    }
    let file = review.importOf(record)
    arms[file.arm, default: ArmFlow()].identified[file.source, default: NumberSet()].insert(record)
    guard review.report(of: record) == record, let place else {
      arms[file.arm, default: ArmFlow()].duplicates.insert(record)
      return
    }
    arms[file.arm, default: ArmFlow()].put(record, at: place, of: review)
  }

  private mutating func countStudies(of review: Review) {
    var armOfStudy: [RecordNumber: Arm] = [:]
    for (arm, flow) in arms {
      let counted = arm == .previous ? flow.reports : flow.included
      for report in counted.numbers {
        let study = review.study(of: report)
        armOfStudy[study] = min(armOfStudy[study] ?? arm, arm)
      }
    }
    for (study, arm) in armOfStudy { arms[arm, default: ArmFlow()].studies.insert(study) }
  }
}

extension ArmFlow {
  fileprivate mutating func put(
    _ report: RecordNumber, at place: Whereabouts, of review: Review
  ) {
    reports.insert(report)
    switch place {
    case .leaf(let leaf): put(report, in: leaf, of: review)
    case .inProgress(isAtFullText: false): inProgressAtScreening.insert(report)
    case .inProgress(isAtFullText: true):
      come(report, of: review)
      inProgressAtAssessment.insert(report)
    }
  }

  private mutating func put(_ report: RecordNumber, in leaf: Leaf, of review: Review) {
    switch leaf {
    case .gone, .previous: return
    case .removedByPerson: removed.insert(report)
    case .removedByAutomation:
      automation[review.limitRemoving(report) ?? LimitID("?"), default: NumberSet()]
        .insert(report)
    case .awaitingTitleAbstract: awaitingScreening.insert(report)
    case .inConflictAtTitleAbstract: conflictAtScreening.insert(report)
    case .leftUnscreened: unscreened.insert(report)
    case .excludedAtTitleAbstract:
      screened.insert(report)
      excludedAtScreening.insert(report)
    case .awaitingRetrieval:
      come(report, of: review)
      awaitingRetrieval.insert(report)
    case .notRetrieved:
      come(report, of: review)
      notRetrieved.insert(report)
    case .awaitingFullText:
      come(report, of: review)
      awaitingAssessment.insert(report)
    case .inConflictAtFullText:
      come(report, of: review)
      conflictAtAssessment.insert(report)
    case .excludedAtFullText:
      come(report, of: review)
      assessed.insert(report)
      excludedAtAssessment[
        review.reasonExcluding(report) ?? CriterionID("?"), default: NumberSet()
      ].insert(report)
    case .included:
      come(report, of: review)
      assessed.insert(report)
      included.insert(report)
    }
  }

  /// A report that came to full text was screened before, or entered there.
  private mutating func come(_ report: RecordNumber, of review: Review) {
    if review.entry(of: report) == .fullText {
      direct.insert(report)
    } else {
      screened.insert(report)
    }
    sought.insert(report)
  }
}
