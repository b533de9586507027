import Screening

@testable import Service

extension Dice {
  /// A fact of a kind, every field at random.
  mutating func fact(_ kind: FactKind) -> Fact {
    switch kind {
    case .protocolAdopted: .protocolAdopted(adoption())
    case .rolesGiven: .rolesGiven(person: person(), roles: Roles(rawValue: byte()))
    case .blindLifted: .blindLifted
    case .outcomesDisclosed: .outcomesDisclosed(stages: list { $0.any() })
    case .fileImported: .fileImported(filing())
    case .quarantineAccepted:
      .quarantineAccepted(
        QuarantineAccepted(file: file(), item: word(), record: record(), batch: batch()))
    case .quarantineDismissed: .quarantineDismissed(file: file(), item: word(), grounds: words())
    case .recordsWithdrawn: .recordsWithdrawn(file: file(), records: ranges(), grounds: words())
    case .recordsLinked: .recordsLinked(pairs())
    case .linksRemoved: .linksRemoved(pairs())
    case .recordsParted: .recordsParted(pairs(), relinked: pairs())
    case .limitsApplied:
      .limitsApplied(
        removed: list { LimitRemoval(limit: $0.id(), reports: $0.ranges()) }, returned: ranges())
    case .reportRemoved: .reportRemoved(record(), grounds: words())
    case .reportPutBack: .reportPutBack(record(), grounds: words())
    case .decisionGiven, .decisionsShown, .conflictsOpened, .resolutionProposed,
      .resolutionConfirmed, .conflictResolved, .roundsReopened, .arbiterAppointed, .workHandedOver,
      .pilotDrawn, .pilotPassed, .screeningStopped, .screeningResumed:
      screeningFact(kind)
    case .textAttempted, .textObtained, .textNotRetrieved, .textWithdrawn, .labelsGiven,
      .labelsSettled, .fieldCharted, .noteTaken, .reportSelected, .studiesJoined, .studySplit:
      laterFact(kind)
    }
  }

  private mutating func screeningFact(_ kind: FactKind) -> Fact {
    switch kind {
    case .decisionGiven: .decisionGiven(decision())
    case .decisionsShown: .decisionsShown(to: person(), stage: any(), reports: records())
    case .conflictsOpened: .conflictsOpened(stage: any(), reports: records())
    case .resolutionProposed:
      .resolutionProposed(
        ResolutionProposed(
          report: record(), stage: any(), outcome: any(), reason: maybe { $0.id() },
          grounds: words(), settles: flip()))
    case .resolutionConfirmed:
      .resolutionConfirmed(record(), stage: any(), proposal: position(), settles: flip())
    case .conflictResolved:
      .conflictResolved(
        ConflictResolved(
          report: record(), stage: any(), outcome: any(), reason: maybe { $0.id() },
          grounds: words(), restsOn: list { $0.position() }))
    case .roundsReopened:
      .roundsReopened(
        RoundsReopened(stage: any(), reports: records(), asked: people(), grounds: words()))
    case .arbiterAppointed: .arbiterAppointed(record(), stage: any(), person: person())
    case .workHandedOver:
      .workHandedOver(
        WorkHandedOver(from: person(), to: person(), stage: any(), reports: records()))
    case .pilotDrawn:
      .pilotDrawn(PilotDrawn(stage: any(), sample: records(), roster: people(), seed: bits()))
    case .pilotPassed: .pilotPassed(stage: any(), grounds: maybe { $0.words() })
    case .screeningStopped: .screeningStopped(reports: ranges(), grounds: words())
    default: .screeningResumed(grounds: words())
    }
  }

  private mutating func laterFact(_ kind: FactKind) -> Fact {
    switch kind {
    case .textAttempted: .textAttempted(record(), words: words())
    case .textObtained:
      .textObtained(
        TextObtained(
          report: record(), access: any(), isAbstractOnly: flip(), place: words(),
          grounds: maybe { $0.words() }))
    case .textNotRetrieved: .textNotRetrieved(record(), grounds: words())
    case .textWithdrawn: .textWithdrawn(record(), grounds: words())
    case .labelsGiven: .labelsGiven(record(), themes: list { $0.id() })
    case .labelsSettled: .labelsSettled(record(), themes: list { $0.id() }, grounds: words())
    case .fieldCharted:
      .fieldCharted(
        FieldCharted(report: record(), field: id(), value: chartValue(), page: maybe { $0.text() }))
    case .noteTaken:
      .noteTaken(
        NoteTaken(
          report: record(), stage: maybe { $0.any() }, words: words(),
          speaker: maybe { $0.words() }, page: maybe { $0.text() }, isNotForQuotation: flip()))
    case .reportSelected: .reportSelected(record(), isSelected: flip())
    case .studiesJoined: .studiesJoined(record(), record())
    default: .studySplit(record())
    }
  }

  private mutating func filing() -> FileImported {
    FileImported(
      file: file(), source: id(), arm: any(), enters: any(), first: record(), accepted: word(),
      quarantined: word(), batch: batch(), fileDigest: fingerprint(), recordsDigest: fingerprint(),
      reader: text(), searched: maybe { $0.date() }, name: words())
  }

  private mutating func decision() -> DecisionGiven {
    let report = record()
    return DecisionGiven(
      report: report, shown: flip() ? [report] : records(), stage: any(), round: byte(),
      verdict: any(), reason: maybe { $0.id() }, also: list { $0.id() }, note: maybe { $0.words() },
      effect: flip() ? .counts : .asksToReopen)
  }

  private mutating func chartValue() -> ChartValue {
    switch below(6) {
    case 0: .none
    case 1: .text(words())
    case 2: .number(text())
    case 3: .year(any(of: [.min, -1, 0, 1999, .max]))
    case 4: .yesNo(flip())
    default: .choices(list { $0.text() })
    }
  }

  private mutating func adoption() -> ProtocolAdopted {
    ProtocolAdopted(
      version: word(), content: content(), file: fingerprint(), grounds: maybe { $0.words() },
      requotas: list {
        ProtocolAdopted.Requota(stage: $0.any(), reviewers: $0.byte(), reports: $0.records())
      })
  }

  // MARK: Parts

  mutating func id<Kind>() -> ProtocolID<Kind> { ProtocolID(text()) }
  mutating func record() -> RecordNumber { RecordNumber(word()) }
  mutating func records() -> [RecordNumber] { list { $0.record() } }
  mutating func position() -> Position { Position(word()) }
  mutating func file() -> ImportNumber { ImportNumber(short()) }
  mutating func person() -> PersonID { PersonID(high: bits(), low: bits()) }
  mutating func people() -> [PersonID] { list { $0.person() } }
  mutating func batch() -> BatchID { BatchID(high: bits(), low: bits()) }

  mutating func pairs() -> [RecordPair] { list { RecordPair($0.record(), $0.record()) } }

  mutating func ranges() -> [RecordRange] {
    list {
      let ends = [$0.record(), $0.record()].sorted()
      return RecordRange(ends[0], ends[1])
    }
  }

  mutating func fingerprint() -> Fingerprint {
    Fingerprint(quarters: (bits(), bits(), bits(), bits()))
  }

  mutating func words() -> Words { Words(fingerprint(), isBlank: flip()) }

  mutating func date() -> PartialDate {
    let month = maybe { 1 + $0.below(12) }
    return PartialDate(year: below(3000), month: month, day: month == nil ? nil : 1 + below(31))
  }
}
