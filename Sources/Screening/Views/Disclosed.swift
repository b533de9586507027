/// What the whole team may know: the settled outcomes that a disclosure showed.
extension Review {
  /// The entry of the last disclosure, of whichever stage; nil before the first.
  public var lastDisclosure: Position? {
    let last = Stage.allCases.map { disclosedAt[$0] }.max() ?? 0
    return last == 0 ? nil : Position(last)
  }

  /// Where a report is as far as the whole team may know; nil for a record that is another's
  /// duplicate.
  ///
  /// A disclosure never shows a round that is not settled, so whatever waits or is in conflict is in
  /// progress, like what was settled since.
  public func disclosedWhereabouts(of report: RecordNumber) -> Whereabouts? {
    guard let leaf = leaf(of: report) else { return nil }
    switch leaf {
    case .gone, .previous, .removedByPerson, .removedByAutomation, .leftUnscreened,
      .awaitingRetrieval, .notRetrieved:
      return .leaf(leaf)
    case .awaitingTitleAbstract, .inConflictAtTitleAbstract: return .inProgress(isAtFullText: false)
    case .awaitingFullText, .inConflictAtFullText: return .inProgress(isAtFullText: true)
    case .excludedAtTitleAbstract: return disclosed(leaf, of: report, at: .titleAbstract)
    case .excludedAtFullText, .included: return disclosed(leaf, of: report, at: .fullText)
    }
  }

  private func disclosed(_ leaf: Leaf, of report: RecordNumber, at stage: Stage) -> Whereabouts {
    isDisclosed(track(of: report)[stage], at: stage)
      ? .leaf(leaf) : .inProgress(isAtFullText: stage == .fullText)
  }
}
