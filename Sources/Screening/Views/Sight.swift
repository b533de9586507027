/// How much of others' work at a stage of a report a person may see.
///
/// Someone who may still decide at a stage is blind there, whatever other roles they hold.
enum Sight: Comparable {
  /// Their own work, and what everyone may know.
  case blind
  /// Also the outcome: it was disclosed.
  case outcome
  /// Also where the round stands, but not who decided what.
  case standing
  /// Also the decisions: they lifted the blind, or settle or settled the conflict.
  case decisions
}

extension Review {
  /// How much a person may see of others' work on a report at a stage.
  func sight(of person: UInt16, on subject: Subject, at stage: Stage) -> Sight {
    guard Int(person) < members.count, let id = people.id(at: person) else { return .blind }
    let member = members[Int(person)]
    guard !member.roles.isEmpty else { return .blind }
    let who = Actor(
      id: id, short: person, roles: member.roles, liftedAt: member.liftedAt)
    let round = subject.track[stage]
    if who.hasLiftedBlind || isTheirs(subject, at: stage, who) || seesRound(round, who) {
      return .decisions
    }
    if !who.isBlind && !who.roles.isDisjoint(with: [.lead, .librarian]) { return .standing }
    return isDisclosed(round, at: stage) ? .outcome : .blind
  }

  /// Who was shown this round's decisions goes on seeing them: the parties of an opened conflict,
  /// and an arbiter as long as they are the ones that were shown.
  private func seesRound(_ round: Round, _ who: Actor) -> Bool {
    guard let shown = round.shownTo.first(where: { $0.person == who.short }),
      shown.position > round.openedAt
    else { return false }
    let isParty = round.decision(of: who.short) != nil
    return isParty ? round.sharedAt != nil : shown.position > round.lastDecidedAt
  }

  /// Where a report is, as far as a person may know.
  public func whereabouts(of record: RecordNumber, for person: PersonID) -> Whereabouts {
    let report = report(of: record)
    guard exists(report), let leaf = self[report].leaf else {
      return .inProgress(isAtFullText: false)
    }
    let subject = Subject(report: report, track: track(of: report), leaf: leaf)
    let short = people.place(of: person) ?? Step.none
    func sees(_ stage: Stage, _ least: Sight) -> Bool {
      sight(of: short, on: subject, at: stage) >= least
    }
    switch leaf {
    case .gone, .previous, .removedByPerson, .removedByAutomation, .leftUnscreened:
      return .leaf(leaf)
    case .awaitingTitleAbstract, .inConflictAtTitleAbstract:
      return sees(.titleAbstract, .standing) ? .leaf(leaf) : .inProgress(isAtFullText: false)
    case .excludedAtTitleAbstract:
      return sees(.titleAbstract, .outcome) ? .leaf(leaf) : .inProgress(isAtFullText: false)
    case .awaitingRetrieval, .notRetrieved: return .leaf(leaf)
    case .awaitingFullText, .inConflictAtFullText:
      return sees(.fullText, .standing) ? .leaf(leaf) : .inProgress(isAtFullText: true)
    case .excludedAtFullText, .included:
      return sees(.fullText, .outcome) ? .leaf(leaf) : .inProgress(isAtFullText: true)
    }
  }
}

/// Where a report is, as far as a person may know.
public enum Whereabouts: Hashable, Sendable {
  /// In this leaf.
  case leaf(Leaf)
  /// Somewhere that the person is blind for; that a report has come to full text is no secret.
  case inProgress(isAtFullText: Bool)

  /// The name in lists.
  public var name: String {
    switch self {
    case .leaf(let leaf): leaf.name
    case .inProgress(let isAtFullText): isAtFullText ? "at-full-text" : "in-progress"
    }
  }
}
