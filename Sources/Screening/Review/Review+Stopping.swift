extension Review {
  /// Stops screening of titles and abstracts: lists the reports without any decision.
  public func stopping(grounds: Words, by person: PersonID) throws(Refusal) -> Fact {
    _ = try who(person, with: .lead)
    guard stoppedAt == nil else { throw .alreadyStopped }
    let open = leaves[Int(Leaf.awaitingTitleAbstract.rawValue)].numbers.filter {
      !track(of: $0).hasDecisions
    }
    guard !open.isEmpty else { throw .nothingToStop }
    return .screeningStopped(
      reports: RecordRange.packing(open), grounds: try grounds.asGrounds())
  }

  /// Goes on with screening after a stop.
  public func resuming(grounds: Words, by person: PersonID) throws(Refusal) -> Fact {
    _ = try who(person, with: .lead)
    guard stoppedAt != nil else { throw .notStopped }
    return .screeningResumed(grounds: try grounds.asGrounds())
  }
}
