public import Ledger
public import Screening
public import Secrets

/// One entry of a ledger, for people to read.
public struct LedgerRow: Sendable {
  /// Its place.
  public let position: Position
  /// When.
  public let moment: Moment
  /// Who.
  public let author: Author
  /// The protocol version in force.
  public let protocolVersion: UInt32
  /// What.
  public let fact: Fact
  /// Its digest.
  public let digest: Digest
}

extension Workbench {
  /// Copies the whole workspace to a new file while others go on writing.
  public func backUp(to path: String) throws(Fault) {
    try reading { (store) throws(StoreFault) in try store.backUp(to: path) }
  }

  /// The entries of a review after a position, oldest first.
  public func ledger(
    of review: Identifier, after position: Position = .start, limit: Int = .max
  ) throws(Fault) -> [LedgerRow] {
    try reading { (store) throws(StoreFault) in
      var rows: [LedgerRow] = []
      guard limit > 0 else { return rows }
      try store.entries(of: review, after: position.value) { (entry) throws(StoreFault) in
        guard let kind = FactKind(rawValue: entry.kind), let author = Author(entry.author) else {
          throw .unknownKind(ledger: review, position: entry.position, kind: entry.kind)
        }
        let fact: Fact
        do throws(CodingFault) {
          fact = try Fact(kind, payload: entry.payload)
        } catch {
          throw .unreadable(ledger: review, position: entry.position, kind: entry.kind)
        }
        rows.append(
          LedgerRow(
            position: Position(entry.position), moment: Moment(microseconds: entry.moment),
            author: author, protocolVersion: entry.protocolVersion, fact: fact,
            digest: entry.digest))
        return rows.count < limit
      }
      return rows
    }
  }

  /// One entry of a review; nil where there is none.
  public func entry(
    _ position: Position, of review: Identifier
  ) throws(Fault) -> LedgerRow? {
    guard position > .start else { return nil }
    return try ledger(of: review, after: Position(position.value - 1), limit: 1).first
  }

  /// A text that a fact refers to; nil once it was erased.
  public func text(of words: Words, in review: Identifier) throws(Fault) -> String? {
    try reading { (store) throws(StoreFault) in try store.text(of: words, in: review) }
  }

  /// Erases the words of a person in a review: grounds, notes and file names. The entries and
  /// their digests stay, and the chain with them.
  public func eraseWords(
    of person: PersonID, in review: ReviewSummary, by author: PersonID
  ) throws(Fault) -> Int {
    guard try state(of: review.id).review.roles(of: author).contains(.lead) else {
      throw .refused(.needsRole(.lead))
    }
    let theirs = try ledger(of: review.id).filter { $0.author == .person(person) }
      .flatMap { $0.fact.words }
    let digests = Set(theirs.map { Digest($0.fingerprint) })
    let (workspace, id) = (workspace, review.id)
    return try write { (commit) throws(StoreFault) in
      var erased = 0
      for digest in digests {
        guard case .kept? = try commit.store.words(of: digest, in: id) else { continue }
        try commit.store.eraseWords(digest: digest, in: id)
        erased += 1
      }
      _ = try commit.append(
        [.wordsErased(of: person, ledger: id, count: UInt32(erased))], to: workspace,
        by: Identifier(author))
      return erased
    }
  }
}

extension Fact {
  /// The words that it refers to.
  var words: [Words] {
    switch self {
    case .protocolAdopted(let fact): [fact.grounds].compactMap { $0 }
    case .fileImported(let fact): [fact.name]
    case .quarantineDismissed(_, _, let words), .recordsWithdrawn(_, _, let words),
      .reportRemoved(_, let words), .reportPutBack(_, let words), .screeningStopped(_, let words),
      .screeningResumed(let words), .textAttempted(_, let words),
      .textNotRetrieved(_, let words), .textWithdrawn(_, let words),
      .labelsSettled(_, _, let words):
      [words]
    case .decisionGiven(let fact): [fact.note].compactMap { $0 }
    case .resolutionProposed(let fact): [fact.grounds]
    case .conflictResolved(let fact): [fact.grounds]
    case .roundsReopened(let fact): [fact.grounds]
    case .pilotPassed(_, let words): [words].compactMap { $0 }
    case .textObtained(let fact): [fact.place, fact.grounds].compactMap { $0 }
    case .fieldCharted(let fact): if case .text(let words) = fact.value { [words] } else { [] }
    case .noteTaken(let fact): [fact.words, fact.speaker].compactMap { $0 }
    case .rolesGiven, .blindLifted, .outcomesDisclosed, .quarantineAccepted, .recordsLinked,
      .linksRemoved, .recordsParted, .limitsApplied, .decisionsShown, .conflictsOpened,
      .resolutionConfirmed, .arbiterAppointed, .workHandedOver, .pilotDrawn, .labelsGiven,
      .reportSelected, .studiesJoined, .studySplit:
      []
    }
  }
}
