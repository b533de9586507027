/// What the acts of a review ask first: who acts, on which report, with which words.
extension Review {
  /// A person as the acts see them; `who` where they act (decision 0024 says why not `actor`).
  struct Actor {
    let id: PersonID
    let short: UInt16
    let roles: Roles
    let liftedAt: UInt32?

    /// Whether they decide.
    var isReviewer: Bool { roles.contains(.reviewer) }

    /// Whether they may still decide somewhere, and so see nothing of others' undisclosed work.
    var isBlind: Bool { isReviewer && !hasLiftedBlind }

    /// Whether they lead and lifted the blind for themself.
    var hasLiftedBlind: Bool { roles.contains(.lead) && liftedAt != nil }
  }

  /// A report as the acts see it.
  struct Subject {
    let report: RecordNumber
    let track: Track
    let leaf: Leaf
  }

  /// The person, if they hold one of the roles.
  func who(_ person: PersonID, with roles: Roles) throws(Refusal) -> Actor {
    guard let short = people.place(of: person) else { throw .notInTeam }
    let member = members[Int(short)]
    guard !member.roles.isEmpty else { throw .notInTeam }
    guard !member.roles.isDisjoint(with: roles) else { throw .needsRole(roles) }
    return Actor(id: person, short: short, roles: member.roles, liftedAt: member.liftedAt)
  }

  /// Refuses an act whose answer would tell whether others have decided, to someone who may not know.
  ///
  /// Whoever screens alone has nobody to be blind for.
  func checkMayLearnOfDecisions(_ who: Actor) throws(Refusal) {
    let others = members.indices.contains {
      $0 != Int(who.short) && members[$0].roles.contains(.reviewer)
    }
    if who.isBlind && others { throw .restsOnUnseen }
  }

  /// The report that a number leads to, if it still counts.
  func subject(_ record: RecordNumber) throws(Refusal) -> Subject {
    guard exists(record) else {
      throw .noSuchRecord(record, highest: UInt32(rows.count))
    }
    let report = report(of: record)
    let leaf = self[report].leaf ?? .gone
    switch leaf {
    case .gone: throw .reportIsGone(report)
    case .previous: throw .reportIsPrevious(report)
    case .removedByPerson, .removedByAutomation, .awaitingTitleAbstract,
      .inConflictAtTitleAbstract, .leftUnscreened, .excludedAtTitleAbstract, .awaitingRetrieval,
      .notRetrieved, .awaitingFullText, .inConflictAtFullText, .excludedAtFullText, .included:
      return Subject(report: report, track: track(of: report), leaf: leaf)
    }
  }

  /// The report that a number leads to, if it is included and the person may know.
  func included(_ record: RecordNumber, for who: Actor) throws(Refusal) -> Subject {
    let subject = try subject(record)
    guard subject.leaf == .included, sight(of: who.short, on: subject, at: .fullText) >= .outcome
    else { throw .reportIsNotIncluded(subject.report) }
    return subject
  }

  /// A protocol's exclusion criterion that may be given as a reason.
  func checkReason(_ id: CriterionID) throws(Refusal) {
    let known = currentVersion.content.reasons
    guard let reason = known.first(where: { $0.id == id }) else {
      throw .unknown(
        .reason, id.text, nearest: DidYouMean.nearest(to: id.text, among: known.map(\.id.text)))
    }
    guard !reason.isRetired else { throw .retired(.reason, id.text) }
  }

  /// Checks main and other reasons against a verdict and what the stage asks.
  func checkReasons(
    _ main: CriterionID?, _ also: [CriterionID], of verdict: Verdict, at stage: Stage
  ) throws(Refusal) {
    let asked = rule(of: stage).reasons
    guard verdict == .exclude else {
      if main != nil || !also.isEmpty { throw .reasonNotWanted(verdict) }
      return
    }
    switch asked {
    case .none: if main != nil || !also.isEmpty { throw .reasonNotWanted(.exclude) }
    case .optional: if main == nil && !also.isEmpty { throw .reasonMissing }
    case .required: if main == nil { throw .reasonMissing }
    }
    if let main { try checkReason(main) }
    for id in also { try checkReason(id) }
  }

  /// Whether a person holds the reviewer's role now.
  func isReviewer(_ short: UInt16) -> Bool { members[Int(short)].roles.contains(.reviewer) }
}

extension Words {
  /// The words, if they say anything.
  func asGrounds() throws(Refusal) -> Words {
    guard !isBlank else { throw .groundsMissing }
    return self
  }
}
