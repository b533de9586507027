import Screening

extension Fact {
  /// Reads a payload of a kind; it must be used up.
  init(_ kind: FactKind, payload: [UInt8]) throws(CodingFault) {
    var input = ByteReader(payload)
    self = try Fact.read(kind, &input)
    try input.end()
  }

  private static func read(
    _ kind: FactKind, _ input: inout ByteReader
  ) throws(CodingFault) -> Fact {
    switch kind {
    case .protocolAdopted: .protocolAdopted(try input.adoption())
    case .rolesGiven:
      .rolesGiven(person: try input.person(), roles: Roles(rawValue: try input.byte()))
    case .blindLifted: .blindLifted
    case .outcomesDisclosed:
      .outcomesDisclosed(
        stages: try input.list { (input) throws(CodingFault) in try input.choice() })

    case .fileImported: .fileImported(try input.filing())
    case .quarantineAccepted:
      .quarantineAccepted(
        QuarantineAccepted(
          file: ImportNumber(try input.number(as: UInt16.self)),
          item: try input.number(as: UInt32.self), record: try input.record(),
          batch: try input.batch()))
    case .quarantineDismissed:
      .quarantineDismissed(
        file: ImportNumber(try input.number(as: UInt16.self)),
        item: try input.number(as: UInt32.self), grounds: try input.words())
    case .recordsWithdrawn:
      .recordsWithdrawn(
        file: ImportNumber(try input.number(as: UInt16.self)), records: try input.ranges(),
        grounds: try input.words())

    case .recordsLinked: .recordsLinked(try input.pairs())
    case .linksRemoved: .linksRemoved(try input.pairs())
    case .recordsParted: .recordsParted(try input.pairs(), relinked: try input.pairs())

    case .limitsApplied:
      .limitsApplied(
        removed: try input.list { (input) throws(CodingFault) in
          LimitRemoval(limit: try input.id(), reports: try input.ranges())
        }, returned: try input.ranges())
    case .reportRemoved: .reportRemoved(try input.record(), grounds: try input.words())
    case .reportPutBack: .reportPutBack(try input.record(), grounds: try input.words())

    case .decisionGiven: .decisionGiven(try input.decision())
    case .decisionsShown:
      .decisionsShown(
        to: try input.person(), stage: try input.choice(), reports: try input.records())
    case .conflictsOpened:
      .conflictsOpened(stage: try input.choice(), reports: try input.records())
    case .resolutionProposed: .resolutionProposed(try input.proposal())
    case .resolutionConfirmed:
      .resolutionConfirmed(
        try input.record(), stage: try input.choice(),
        proposal: Position(try input.number(as: UInt32.self)), settles: try input.flag())
    case .conflictResolved: .conflictResolved(try input.resolution())
    case .roundsReopened: .roundsReopened(try input.reopening())
    case .arbiterAppointed:
      .arbiterAppointed(
        try input.record(), stage: try input.choice(), person: try input.person())
    case .workHandedOver: .workHandedOver(try input.handover())
    case .pilotDrawn: .pilotDrawn(try input.pilot())
    case .pilotPassed: .pilotPassed(stage: try input.choice(), grounds: try input.wordsIfAny())
    case .screeningStopped:
      .screeningStopped(reports: try input.ranges(), grounds: try input.words())
    case .screeningResumed: .screeningResumed(grounds: try input.words())

    case .textAttempted: .textAttempted(try input.record(), words: try input.words())
    case .textObtained: .textObtained(try input.obtained())
    case .textNotRetrieved: .textNotRetrieved(try input.record(), grounds: try input.words())
    case .textWithdrawn: .textWithdrawn(try input.record(), grounds: try input.words())

    case .labelsGiven: .labelsGiven(try input.record(), themes: try input.ids())
    case .labelsSettled:
      .labelsSettled(
        try input.record(), themes: try input.ids(), grounds: try input.words())
    case .fieldCharted: .fieldCharted(try input.charting())
    case .noteTaken: .noteTaken(try input.note())
    case .reportSelected: .reportSelected(try input.record(), isSelected: try input.flag())
    case .studiesJoined: .studiesJoined(try input.record(), try input.record())
    case .studySplit: .studySplit(try input.record())
    }
  }
}

extension ByteReader {
  mutating func ids<Kind>() throws(CodingFault) -> [ProtocolID<Kind>] {
    try list { (input) throws(CodingFault) in try input.id() }
  }
}
