public import Ledger
public import Screening

extension Workbench {
  /// Shows an arbiter one conflict: records that they were shown its decisions.
  public func showConflict(
    _ report: RecordNumber, at stage: Stage, _ acting: Acting
  ) throws(Fault) -> Done {
    try act(acting) { (review) throws(Refusal) in
      try review.showing([report], at: stage, to: acting.person)
    }
  }

  /// The note that was given with a decision, if there was one and it was not erased.
  public func note(of decision: Position, in review: Identifier) throws(Fault) -> String? {
    let rows = try ledger(of: review, after: Position(decision.value - 1), limit: 1)
    guard case .decisionGiven(let fact)? = rows.first?.fact, let note = fact.note else {
      return nil
    }
    return try text(of: note, in: review)
  }

  /// The grounds of a proposal, by the entry that made it; nil once they were erased.
  public func grounds(
    ofProposal entry: Position, in review: Identifier
  ) throws(Fault) -> String? {
    guard case .resolutionProposed(let fact)? = try self.entry(entry, of: review)?.fact else {
      return nil
    }
    return try text(of: fact.grounds, in: review)
  }
}
