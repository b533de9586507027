import Screening

extension ByteWriter {
  mutating func filing(_ fact: FileImported) {
    number(fact.file.value)
    id(fact.source)
    byte(fact.arm.rawValue)
    byte(fact.enters.rawValue)
    record(fact.first)
    number(fact.accepted)
    number(fact.quarantined)
    batch(fact.batch)
    fingerprint(fact.fileDigest)
    fingerprint(fact.recordsDigest)
    text(fact.reader)
    optional(fact.searched) { $0.date($1) }
    words(fact.name)
  }

  /// Most decisions are given on a report of one record, with no reason but the main one and no
  /// note: one byte of marks says what else follows, so that they take six bytes.
  mutating func decision(_ fact: DecisionGiven) {
    record(fact.report)
    let isAlone = fact.shown == [fact.report]
    byte(
      fact.stage.rawValue | fact.verdict.rawValue << 1 | fact.effect.rawValue << 3
        | (isAlone ? 0 : 1 << 4) | (fact.reason == nil ? 0 : 1 << 5)
        | (fact.also.isEmpty ? 0 : 1 << 6) | (fact.note == nil ? 0 : 1 << 7))
    byte(fact.round)
    if !isAlone { records(fact.shown) }
    if let reason = fact.reason { id(reason) }
    if !fact.also.isEmpty { list(fact.also) { $0.id($1) } }
    if let note = fact.note { words(note) }
  }

  mutating func proposal(_ fact: ResolutionProposed) {
    record(fact.report)
    byte(fact.stage.rawValue)
    byte(fact.outcome.rawValue)
    optional(fact.reason) { $0.id($1) }
    words(fact.grounds)
    flag(fact.settles)
  }

  mutating func resolution(_ fact: ConflictResolved) {
    record(fact.report)
    byte(fact.stage.rawValue)
    byte(fact.outcome.rawValue)
    optional(fact.reason) { $0.id($1) }
    words(fact.grounds)
    list(fact.restsOn) { $0.number($1.value) }
  }

  mutating func reopening(_ fact: RoundsReopened) {
    byte(fact.stage.rawValue)
    records(fact.reports)
    list(fact.asked) { $0.person($1) }
    words(fact.grounds)
  }

  mutating func handover(_ fact: WorkHandedOver) {
    person(fact.from)
    person(fact.to)
    byte(fact.stage.rawValue)
    records(fact.reports)
  }

  mutating func pilot(_ fact: PilotDrawn) {
    byte(fact.stage.rawValue)
    records(fact.sample)
    list(fact.roster) { $0.person($1) }
    fixed(fact.seed)
  }

  mutating func obtained(_ fact: TextObtained) {
    record(fact.report)
    byte(fact.access.rawValue)
    flag(fact.isAbstractOnly)
    words(fact.place)
    words(fact.grounds)
  }

  mutating func charting(_ fact: FieldCharted) {
    record(fact.report)
    id(fact.field)
    switch fact.value {
    case .none: byte(0)
    case .text(let words):
      byte(1)
      self.words(words)
    case .number(let text):
      byte(2)
      self.text(text)
    case .year(let year):
      byte(3)
      number(UInt32(bitPattern: year))
    case .yesNo(let value):
      byte(4)
      flag(value)
    case .choices(let choices):
      byte(5)
      list(choices) { $0.text($1) }
    }
    optional(fact.page) { $0.text($1) }
  }

  mutating func note(_ fact: NoteTaken) {
    record(fact.report)
    optional(fact.stage) { $0.byte($1.rawValue) }
    words(fact.words)
    words(fact.speaker)
    optional(fact.page) { $0.text($1) }
    flag(fact.isNotForQuotation)
  }
}

extension ByteReader {
  mutating func filing() throws(CodingFault) -> FileImported {
    FileImported(
      file: ImportNumber(try number(as: UInt16.self)), source: try id(), arm: try choice(),
      enters: try choice(), first: try record(), accepted: try number(as: UInt32.self),
      quarantined: try number(as: UInt32.self), batch: try batch(),
      fileDigest: try fingerprint(), recordsDigest: try fingerprint(), reader: try text(),
      searched: try optional { (input) throws(CodingFault) in try input.date() },
      name: try words())
  }

  mutating func decision() throws(CodingFault) -> DecisionGiven {
    let report = try record()
    let marks = try byte()
    let round = try byte()
    guard let stage = Stage(rawValue: marks & 1), let verdict = Verdict(rawValue: marks >> 1 & 3),
      let effect = DecisionGiven.Effect(rawValue: marks >> 3 & 1)
    else { throw CodingFault() }
    return DecisionGiven(
      report: report, shown: marks & 1 << 4 == 0 ? [report] : try records(), stage: stage,
      round: round, verdict: verdict, reason: marks & 1 << 5 == 0 ? nil : try id(),
      also: marks & 1 << 6 == 0 ? [] : try ids(), note: marks & 1 << 7 == 0 ? nil : try words(),
      effect: effect)
  }

  mutating func proposal() throws(CodingFault) -> ResolutionProposed {
    ResolutionProposed(
      report: try record(), stage: try choice(), outcome: try choice(), reason: try idIfAny(),
      grounds: try words(), settles: try flag())
  }

  mutating func resolution() throws(CodingFault) -> ConflictResolved {
    ConflictResolved(
      report: try record(), stage: try choice(), outcome: try choice(), reason: try idIfAny(),
      grounds: try words(),
      restsOn: try list { (input) throws(CodingFault) in
        Position(try input.number(as: UInt32.self))
      })
  }

  mutating func reopening() throws(CodingFault) -> RoundsReopened {
    RoundsReopened(
      stage: try choice(), reports: try records(), asked: try people(), grounds: try words())
  }

  mutating func handover() throws(CodingFault) -> WorkHandedOver {
    WorkHandedOver(
      from: try person(), to: try person(), stage: try choice(), reports: try records())
  }

  mutating func pilot() throws(CodingFault) -> PilotDrawn {
    PilotDrawn(
      stage: try choice(), sample: try records(), roster: try people(), seed: try fixed())
  }

  mutating func obtained() throws(CodingFault) -> TextObtained {
    TextObtained(
      report: try record(), access: try choice(), isAbstractOnly: try flag(),
      place: try words(), grounds: try wordsIfAny())
  }

  mutating func charting() throws(CodingFault) -> FieldCharted {
    let report = try record()
    let field: FieldID = try id()
    let value: ChartValue =
      switch try byte() {
      case 0: .none
      case 1: .text(try words())
      case 2: .number(try text())
      case 3: .year(Int32(bitPattern: try number(as: UInt32.self)))
      case 4: .yesNo(try flag())
      case 5: .choices(try list { (input) throws(CodingFault) in try input.text() })
      default: throw CodingFault()
      }
    return FieldCharted(report: report, field: field, value: value, page: try textIfAny())
  }

  mutating func note() throws(CodingFault) -> NoteTaken {
    NoteTaken(
      report: try record(),
      stage: try optional { (input) throws(CodingFault) in try input.choice() },
      words: try words(), speaker: try wordsIfAny(), page: try textIfAny(),
      isNotForQuotation: try flag())
  }

  mutating func textIfAny() throws(CodingFault) -> String? {
    try optional { (input) throws(CodingFault) in try input.text() }
  }

  private mutating func idIfAny<Kind>() throws(CodingFault) -> ProtocolID<Kind>? {
    try optional { (input) throws(CodingFault) in try input.id() }
  }

  private mutating func people() throws(CodingFault) -> [PersonID] {
    try list { (input) throws(CodingFault) in try input.person() }
  }
}
