extension Review {
  /// Notes an attempt to get a full text.
  public func attempting(
    _ record: RecordNumber, words: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let subject = try sought(record, by: person)
    return .textAttempted(subject.report, words: try words.asGrounds())
  }

  /// Records that a full text was obtained, by a file or a link.
  ///
  /// An abstract alone is enough where the report itself is an abstract, or a lead says so.
  public func obtaining(
    _ record: RecordNumber, access: TextObtained.Access, isAbstractOnly: Bool,
    reportIsAbstract: Bool, place: Words, grounds: Words?, by person: PersonID
  ) throws(Refusal) -> Fact {
    let subject = try sought(record, by: person)
    if case .obtained = subject.track.retrieval { throw .textAlreadyObtained(subject.report) }
    if isAbstractOnly && !reportIsAbstract {
      let isLeadsWord = roles(of: person).contains(.lead) && grounds?.isBlank == false
      guard isLeadsWord else { throw .abstractNeedsGrounds(subject.report) }
    }
    return .textObtained(
      TextObtained(
        report: subject.report, access: access, isAbstractOnly: isAbstractOnly,
        place: try place.asGrounds(), grounds: grounds))
  }

  /// Gives up on a full text after at least one attempt.
  public func givingUp(
    _ record: RecordNumber, grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let subject = try sought(record, by: person)
    guard subject.track.attempts > 0 else { throw .attemptMissing(subject.report) }
    return .textNotRetrieved(subject.report, grounds: try grounds.asGrounds())
  }

  /// Withdraws a full text that turned out to be wrong.
  public func withdrawingText(
    of record: RecordNumber, grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let subject = try sought(record, by: person)
    guard subject.track.retrieval != .awaiting else { throw .noText(subject.report) }
    return .textWithdrawn(subject.report, grounds: try grounds.asGrounds())
  }

  /// A report whose full text is looked for, and whose full-text round has no decision yet.
  private func sought(_ record: RecordNumber, by person: PersonID) throws(Refusal) -> Subject {
    let who = try who(person, with: [.lead, .librarian])
    let subject = try subject(record)
    switch subject.leaf {
    case .awaitingRetrieval, .notRetrieved, .awaitingFullText, .inConflictAtFullText,
      .excludedAtFullText, .included:
      break
    case .gone, .previous, .removedByPerson, .removedByAutomation, .awaitingTitleAbstract,
      .inConflictAtTitleAbstract, .leftUnscreened, .excludedAtTitleAbstract:
      throw .reportIsNotAtStage(subject.report, .fullText)
    }
    // Once there is a text there may be decisions, and the answer would tell whether.
    if case .obtained = subject.track.retrieval { try checkMayLearnOfDecisions(who) }
    guard subject.track.fullText.decisions.isEmpty else {
      throw .decisionsRestOnText(subject.report)
    }
    return subject
  }
}
