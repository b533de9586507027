import Screening

extension ByteReader {
  mutating func adoption() throws(CodingFault) -> ProtocolAdopted {
    ProtocolAdopted(
      version: try number(as: UInt32.self), content: try content(), file: try fingerprint(),
      grounds: try wordsIfAny(),
      requotas: try list { (input) throws(CodingFault) in
        ProtocolAdopted.Requota(
          stage: try input.choice(), reviewers: try input.byte(), reports: try input.records())
      })
  }

  private mutating func content() throws(CodingFault) -> ReviewProtocol {
    ReviewProtocol(
      title: try text(), questions: try texts(), framework: try named(), zone: Zone(try text()),
      domains: try list { (input) throws(CodingFault) in try input.domain() },
      limits: try list { (input) throws(CodingFault) in try input.limit() },
      sources: try list { (input) throws(CodingFault) in try input.source() },
      titleAbstract: try rule(), fullText: try rule(), textRoutes: try texts(),
      team: TeamRule(resolution: try named(), leaseMinutes: try number(as: Int.self)),
      themes: try themes(depth: 0),
      labels: LabelRule(
        min: try number(as: Int.self), max: try number(as: Int.self),
        people: try number(as: Int.self)),
      fields: try list { (input) throws(CodingFault) in try input.field() },
      ranking: RankingRule(
        isOn: try flag(), seed: try fixed(), controlShare: try number(as: Int.self)))
  }

  private mutating func texts() throws(CodingFault) -> [String] {
    try list { (input) throws(CodingFault) in try input.text() }
  }

  private mutating func domain() throws(CodingFault) -> Domain {
    Domain(
      id: try text(), name: try text(),
      include: try list { (input) throws(CodingFault) in try input.criterion() },
      exclude: try list { (input) throws(CodingFault) in try input.criterion() })
  }

  private mutating func criterion() throws(CodingFault) -> Criterion {
    Criterion(
      id: try id(), text: try text(), note: try textIfAny(), exception: try textIfAny(),
      terms: try texts(), isRetired: try flag(),
      replacement: try optional { (input) throws(CodingFault) in try input.id() })
  }

  private mutating func limit() throws(CodingFault) -> Limit {
    let id: LimitID = try id()
    let text = try text()
    let action: Limit.Action = try named()
    let isRetired = try flag()
    return Limit(id: id, text: text, test: try test(), action: action, isRetired: isRetired)
  }

  private mutating func test() throws(CodingFault) -> Limit.Test {
    switch try byte() {
    case 0: .published(from: try dateIfAny(), to: try dateIfAny())
    case 1: .language(try texts())
    case 2: .type(allowed: try texts(), refused: try texts())
    case 3: .abstract
    case 4:
      .field(
        FieldRule(
          fields: try list { (input) throws(CodingFault) in try input.named() },
          patterns: try list { (input) throws(CodingFault) in try input.pattern() },
          hitPasses: try flag()))
    default: throw CodingFault()
    }
  }

  private mutating func pattern() throws(CodingFault) -> FieldRule.Pattern {
    switch try byte() {
    case 0: .term(try text())
    case 1: .expression(try text())
    default: throw CodingFault()
    }
  }

  private mutating func dateIfAny() throws(CodingFault) -> PartialDate? {
    try optional { (input) throws(CodingFault) in try input.date() }
  }

  private mutating func source() throws(CodingFault) -> Source {
    Source(
      id: try id(), name: try text(), route: try named(), platform: try textIfAny(),
      searched: try dateIfAny(), search: try textIfAny(), limits: try texts(),
      enters: try choice() as Stage, isPrevious: try flag(), isRetired: try flag())
  }

  private mutating func rule() throws(CodingFault) -> StageRule {
    StageRule(
      reviewers: try number(as: Int.self), unsure: try named(), reasons: try named(),
      mismatch: try named(), conflicts: try named(),
      pilot: try optional { (input) throws(CodingFault) in
        StageRule.Pilot(
          sample: try input.number(as: Int.self), gate: try input.number(as: Int.self))
      })
  }

  /// A tree deeper than any that a protocol file can hold is no theme tree.
  private mutating func themes(depth: Int) throws(CodingFault) -> [Theme] {
    guard depth < 64 else { throw CodingFault() }
    return try list { (input) throws(CodingFault) in
      Theme(
        id: try input.id(), name: try input.text(), note: try input.textIfAny(),
        themes: try input.themes(depth: depth + 1), isLabel: try input.flag(),
        isOptional: try input.flag(), isRetired: try input.flag())
    }
  }

  private mutating func field() throws(CodingFault) -> ChartField {
    ChartField(
      id: try id(), name: try text(), note: try textIfAny(), kind: try fieldKind(),
      asksPage: try flag(), isRetired: try flag())
  }

  private mutating func fieldKind() throws(CodingFault) -> ChartField.Kind {
    switch try byte() {
    case 0: .text
    case 1: .number
    case 2: .year
    case 3: .yesNo
    case 4: .choice(try texts())
    case 5: .choices(try texts())
    default: throw CodingFault()
    }
  }
}
