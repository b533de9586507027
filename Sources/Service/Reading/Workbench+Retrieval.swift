public import Ledger
public import Screening

/// One step of getting a full text, in the words that people gave it.
public struct RetrievalNote: Hashable, Sendable {
  /// What was done.
  public let kind: RetrievalStep.Kind
  /// When.
  public let moment: Moment
  /// What was tried, where the text is, or why it was given up or taken back; nil once erased.
  public let words: String?
}

extension Workbench {
  /// How a report's full text was looked for, oldest first, as far as a person may know of it.
  public func retrieval(
    of report: RecordNumber, in review: Identifier, for person: PersonID
  ) throws(Fault) -> [RetrievalNote] {
    var notes: [RetrievalNote] = []
    for step in try state(of: review).review.retrievalSteps(of: report, for: person) {
      guard let row = try entry(step.entry, of: review) else { continue }
      let words = try row.fact.retrievalWords.map { (words) throws(Fault) in
        try text(of: words, in: review)
      }
      notes.append(RetrievalNote(kind: step.kind, moment: row.moment, words: words ?? nil))
    }
    return notes
  }
}

extension Fact {
  /// The words of a step of retrieval.
  fileprivate var retrievalWords: Words? {
    if case .textAttempted(_, let words) = self { return words }
    if case .textObtained(let fact) = self { return fact.place }
    if case .textNotRetrieved(_, let grounds) = self { return grounds }
    if case .textWithdrawn(_, let grounds) = self { return grounds }
    return nil
  }
}
