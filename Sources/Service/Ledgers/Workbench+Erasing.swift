public import Ledger
public import Screening
import Secrets

extension Workbench {
  /// Erases the words of a person in a review: grounds, notes and file names; gives how many. The
  /// entries and their digests stay, and the chain with them.
  public func eraseWords(
    of person: PersonID, in review: ReviewSummary, by author: PersonID, request: Identifier? = nil
  ) throws(Fault) -> Int {
    guard try state(of: review.id).review.roles(of: author).contains(.lead) else {
      throw .refused(.needsRole(.lead))
    }
    let digests = try digests(saidBy: person, in: review.id)
    return try erase(digests, of: person, in: review.id, by: author, request: request)
  }

  /// Erases the names that a person goes by; gives how many. They stay in reviews as someone
  /// without a name, who cannot sign in, and the name is free for others.
  public func eraseNames(
    of person: PersonID, by author: PersonID, request: Identifier? = nil
  ) throws(Fault) -> Int {
    let people = try currentWorkspace().people.filter { $0.id == person }
    let words = people.flatMap { [$0.name, $0.display].compactMap { $0 } }
    let count = try erase(
      words.map { Digest($0.fingerprint) }, of: person, in: .workspace, by: author,
      request: request)
    try forgetSecrets(of: person)
    return count
  }

  private func digests(
    saidBy person: PersonID, in ledger: Identifier
  ) throws(Fault) -> [Digest] {
    try reading { (store) throws(StoreFault) in
      var digests: [Digest] = []
      try store.entries(of: ledger, after: 0) { (entry) throws(StoreFault) in
        guard entry.author == .person(Identifier(person)) else { return true }
        digests += try Fact(entry).words.map { Digest($0.fingerprint) }
        return true
      }
      return digests
    }
  }

  /// Erases what is kept under the digests, and says so in the workspace's ledger if there was any.
  private func erase(
    _ digests: [Digest], of person: PersonID, in ledger: Identifier, by author: PersonID,
    request: Identifier?
  ) throws(Fault) -> Int {
    let (live, request) = (workspace, request ?? newRequest())
    return try write { (commit) throws(StoreFault) in
      if let receipt = try commit.store.receipt(of: request) {
        var answer = ByteReader(receipt.answer)
        return (try? answer.number(as: Int.self)) ?? 0
      }
      var erased = 0
      for digest in digests {
        guard case .kept? = try commit.store.words(of: digest, in: ledger) else { continue }
        try commit.store.eraseWords(digest: digest, in: ledger)
        erased += 1
      }
      guard erased > 0 else { return 0 }
      let last = try commit.append(
        [.wordsErased(of: person, ledger: ledger, count: UInt32(erased))], to: live,
        by: Identifier(author))
      var answer = ByteWriter()
      answer.number(erased)
      try commit.store.keep(
        Receipt(request: request, ledger: .workspace, position: last, answer: answer.bytes))
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
