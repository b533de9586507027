import Screening

extension Fact {
  /// The number of its kind.
  var kind: FactKind {
    switch self {
    case .protocolAdopted: .protocolAdopted
    case .rolesGiven: .rolesGiven
    case .blindLifted: .blindLifted
    case .outcomesDisclosed: .outcomesDisclosed
    case .fileImported: .fileImported
    case .quarantineAccepted: .quarantineAccepted
    case .quarantineDismissed: .quarantineDismissed
    case .recordsWithdrawn: .recordsWithdrawn
    case .recordsLinked: .recordsLinked
    case .linksRemoved: .linksRemoved
    case .recordsParted: .recordsParted
    case .limitsApplied: .limitsApplied
    case .reportRemoved: .reportRemoved
    case .reportPutBack: .reportPutBack
    case .decisionGiven: .decisionGiven
    case .decisionsShown: .decisionsShown
    case .conflictsOpened: .conflictsOpened
    case .resolutionProposed: .resolutionProposed
    case .resolutionConfirmed: .resolutionConfirmed
    case .conflictResolved: .conflictResolved
    case .roundsReopened: .roundsReopened
    case .arbiterAppointed: .arbiterAppointed
    case .workHandedOver: .workHandedOver
    case .pilotDrawn: .pilotDrawn
    case .pilotPassed: .pilotPassed
    case .screeningStopped: .screeningStopped
    case .screeningResumed: .screeningResumed
    case .textAttempted: .textAttempted
    case .textObtained: .textObtained
    case .textNotRetrieved: .textNotRetrieved
    case .textWithdrawn: .textWithdrawn
    case .labelsGiven: .labelsGiven
    case .labelsSettled: .labelsSettled
    case .fieldCharted: .fieldCharted
    case .noteTaken: .noteTaken
    case .reportSelected: .reportSelected
    case .studiesJoined: .studiesJoined
    case .studySplit: .studySplit
    }
  }

  /// Its payload.
  var payload: [UInt8] {
    var out = ByteWriter()
    switch self {
    case .protocolAdopted(let fact): out.adoption(fact)
    case .rolesGiven(let person, let roles):
      out.person(person)
      out.byte(roles.rawValue)
    case .blindLifted: break
    case .outcomesDisclosed(let stages): out.list(stages) { $0.byte($1.rawValue) }

    case .fileImported(let fact): out.filing(fact)
    case .quarantineAccepted(let fact):
      out.number(fact.file.value)
      out.number(fact.item)
      out.record(fact.record)
      out.batch(fact.batch)
    case .quarantineDismissed(let file, let item, let grounds):
      out.number(file.value)
      out.number(item)
      out.words(grounds)
    case .recordsWithdrawn(let file, let records, let grounds):
      out.number(file.value)
      out.ranges(records)
      out.words(grounds)

    case .recordsLinked(let pairs), .linksRemoved(let pairs): out.pairs(pairs)
    case .recordsParted(let pairs, let relinked):
      out.pairs(pairs)
      out.pairs(relinked)

    case .limitsApplied(let removed, let returned):
      out.list(removed) {
        $0.id($1.limit)
        $0.ranges($1.reports)
      }
      out.ranges(returned)
    case .reportRemoved(let report, let words), .reportPutBack(let report, let words),
      .textAttempted(let report, let words), .textNotRetrieved(let report, let words),
      .textWithdrawn(let report, let words):
      out.record(report)
      out.words(words)

    case .decisionGiven(let fact): out.decision(fact)
    case .decisionsShown(let person, let stage, let reports):
      out.person(person)
      out.byte(stage.rawValue)
      out.records(reports)
    case .conflictsOpened(let stage, let reports):
      out.byte(stage.rawValue)
      out.records(reports)
    case .resolutionProposed(let fact): out.proposal(fact)
    case .resolutionConfirmed(let report, let stage, let proposal, let settles):
      out.record(report)
      out.byte(stage.rawValue)
      out.number(proposal.value)
      out.flag(settles)
    case .conflictResolved(let fact): out.resolution(fact)
    case .roundsReopened(let fact): out.reopening(fact)
    case .arbiterAppointed(let report, let stage, let person):
      out.record(report)
      out.byte(stage.rawValue)
      out.person(person)
    case .workHandedOver(let fact): out.handover(fact)
    case .pilotDrawn(let fact): out.pilot(fact)
    case .pilotPassed(let stage, let grounds):
      out.byte(stage.rawValue)
      out.words(grounds)
    case .screeningStopped(let reports, let grounds):
      out.ranges(reports)
      out.words(grounds)
    case .screeningResumed(let grounds): out.words(grounds)

    case .textObtained(let fact): out.obtained(fact)
    case .labelsGiven(let report, let themes):
      out.record(report)
      out.list(themes) { $0.id($1) }
    case .labelsSettled(let report, let themes, let grounds):
      out.record(report)
      out.list(themes) { $0.id($1) }
      out.words(grounds)
    case .fieldCharted(let fact): out.charting(fact)
    case .noteTaken(let fact): out.note(fact)
    case .reportSelected(let report, let isSelected):
      out.record(report)
      out.flag(isSelected)
    case .studiesJoined(let one, let other):
      out.record(one)
      out.record(other)
    case .studySplit(let report): out.record(report)
    }
    return out.bytes
  }
}
