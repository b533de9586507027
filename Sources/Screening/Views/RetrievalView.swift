/// One step of getting a report's full text.
public struct RetrievalStep: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// An attempt was made.
    case attempted
    /// The text was obtained, or only its abstract.
    case obtained(TextObtained.Access, isAbstractOnly: Bool)
    /// It was given up.
    case notRetrieved
    /// The text, or the giving up, was taken back.
    case withdrawn
  }

  /// What was done.
  public let kind: Kind
  /// The entry that did it, which holds the words.
  public let entry: Position
}

extension Review {
  /// The steps of getting a report's full text, oldest first; none while the report is not known to
  /// have come so far.
  public func retrievalSteps(
    of record: RecordNumber, for person: PersonID
  ) -> [RetrievalStep] {
    guard whereabouts(of: record, for: person).isAtFullText else { return [] }
    return records(of: report(of: record)).flatMap { steps(of: $0) }
      .sorted { $0.position < $1.position }
      .compactMap { step in
        RetrievalStep.Kind(step).map { RetrievalStep(kind: $0, entry: Position(step.position)) }
      }
  }
}

extension Whereabouts {
  /// Whether a report has come to full text, which is no secret.
  public var isAtFullText: Bool {
    switch self {
    case .inProgress(let isAtFullText): isAtFullText
    case .leaf(let leaf):
      switch leaf {
      case .awaitingRetrieval, .notRetrieved, .awaitingFullText, .inConflictAtFullText,
        .excludedAtFullText, .included:
        true
      case .gone, .previous, .removedByPerson, .removedByAutomation, .awaitingTitleAbstract,
        .inConflictAtTitleAbstract, .leftUnscreened, .excludedAtTitleAbstract:
        false
      }
    }
  }
}

extension RetrievalStep.Kind {
  fileprivate init?(_ step: Step) {
    switch step.kind {
    case .attempted: self = .attempted
    case .obtained:
      let text = TextAccess(code: step.code)
      self = .obtained(text.access, isAbstractOnly: text.isAbstractOnly)
    case .notRetrieved: self = .notRetrieved
    case .withdrawn: self = .withdrawn
    case .decided, .askedToReopen, .shown, .opened, .proposed, .confirmed, .settled, .resolved,
      .reopened, .handedOver, .requota, .appointed, .drawn, .seatLeft, .removedByPerson,
      .removedByLimit, .putBack, .returned, .left, .labelled, .labelsSettled, .charted, .noted,
      .selected, .deselected:
      return nil
    }
  }
}
