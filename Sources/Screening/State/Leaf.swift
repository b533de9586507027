/// Where a report stands in the flow: it is at all times in exactly one leaf, the first that fits.
public enum Leaf: UInt8, Hashable, CaseIterable, Sendable {
  case gone
  case previous
  case removedByPerson
  case removedByAutomation
  case awaitingTitleAbstract
  case inConflictAtTitleAbstract
  case leftUnscreened
  case excludedAtTitleAbstract
  case awaitingRetrieval
  case notRetrieved
  case awaitingFullText
  case inConflictAtFullText
  case excludedAtFullText
  case included

  /// The name in lists, filters and numbers.
  public var name: String {
    switch self {
    case .gone: "gone"
    case .previous: "previous"
    case .removedByPerson: "removed-by-person"
    case .removedByAutomation: "removed-by-automation"
    case .awaitingTitleAbstract: "awaiting-title-abstract"
    case .inConflictAtTitleAbstract: "in-conflict-at-title-abstract"
    case .leftUnscreened: "left-unscreened"
    case .excludedAtTitleAbstract: "excluded-at-title-abstract"
    case .awaitingRetrieval: "awaiting-retrieval"
    case .notRetrieved: "not-retrieved"
    case .awaitingFullText: "awaiting-full-text"
    case .inConflictAtFullText: "in-conflict-at-full-text"
    case .excludedAtFullText: "excluded-at-full-text"
    case .included: "included"
    }
  }

  /// Whether its reports have come as far as decisions on the full text.
  var isAtFullText: Bool {
    switch self {
    case .awaitingFullText, .inConflictAtFullText, .excludedAtFullText, .included: true
    case .gone, .previous, .removedByPerson, .removedByAutomation, .awaitingTitleAbstract,
      .inConflictAtTitleAbstract, .leftUnscreened, .excludedAtTitleAbstract, .awaitingRetrieval,
      .notRetrieved:
      false
    }
  }

  /// The leaf in which reports wait for decisions of a stage.
  public static func awaiting(_ stage: Stage) -> Leaf {
    switch stage {
    case .titleAbstract: .awaitingTitleAbstract
    case .fullText: .awaitingFullText
    }
  }

  /// The leaf of the conflicts of a stage.
  public static func inConflict(at stage: Stage) -> Leaf {
    switch stage {
    case .titleAbstract: .inConflictAtTitleAbstract
    case .fullText: .inConflictAtFullText
    }
  }
}
