import Screening

extension Dice {
  /// A protocol, every field at random: no file could say most of them.
  mutating func content() -> ReviewProtocol {
    ReviewProtocol(
      title: text(), questions: texts(), framework: any(), zone: Zone(text()),
      domains: list { $0.domain() }, limits: list { $0.limit() }, sources: list { $0.source() },
      titleAbstract: rule(), fullText: rule(), textRoutes: texts(),
      team: TeamRule(resolution: any(), leaseMinutes: count()), themes: themes(depth: 0),
      labels: LabelRule(min: count(), max: count(), people: count()), fields: list { $0.field() },
      ranking: RankingRule(isOn: flip(), seed: bits(), controlShare: count()))
  }

  private mutating func texts() -> [String] { list { $0.text() } }

  private mutating func domain() -> Domain {
    Domain(
      id: text(), name: text(), include: list { $0.criterion() }, exclude: list { $0.criterion() })
  }

  private mutating func criterion() -> Criterion {
    Criterion(
      id: id(), text: text(), note: maybe { $0.text() }, exception: maybe { $0.text() },
      terms: texts(), isRetired: flip(), replacement: maybe { $0.id() })
  }

  private mutating func limit() -> Limit {
    let test: Limit.Test =
      switch below(5) {
      case 0: .published(from: maybe { $0.date() }, to: maybe { $0.date() })
      case 1: .language(texts())
      case 2: .type(allowed: texts(), refused: texts())
      case 3: .abstract
      default:
        .field(
          FieldRule(
            fields: list { $0.any() },
            patterns: list { $0.flip() ? .term($0.text()) : .expression($0.text()) },
            hitPasses: flip()))
      }
    return Limit(id: id(), text: text(), test: test, action: any(), isRetired: flip())
  }

  private mutating func source() -> Source {
    Source(
      id: id(), name: text(), route: any(), platform: maybe { $0.text() },
      searched: maybe { $0.date() }, search: maybe { $0.text() }, limits: texts(),
      enters: any() as Stage, isPrevious: flip(), isRetired: flip())
  }

  private mutating func rule() -> StageRule {
    StageRule(
      reviewers: count(), unsure: any(), reasons: any(), mismatch: any(), conflicts: any(),
      pilot: maybe { StageRule.Pilot(sample: $0.count(), gate: $0.count()) })
  }

  private mutating func themes(depth: Int) -> [Theme] {
    list(atMost: depth < 4 ? 2 : 0) {
      Theme(
        id: $0.id(), name: $0.text(), note: $0.maybe { $0.text() },
        themes: $0.themes(depth: depth + 1), isLabel: $0.flip(), isOptional: $0.flip(),
        isRetired: $0.flip())
    }
  }

  private mutating func field() -> ChartField {
    let kind: ChartField.Kind =
      switch below(6) {
      case 0: .text
      case 1: .number
      case 2: .year
      case 3: .yesNo
      case 4: .choice(texts())
      default: .choices(texts())
      }
    return ChartField(
      id: id(), name: text(), note: maybe { $0.text() }, kind: kind, asksPage: flip(),
      isRetired: flip())
  }
}

extension Dice {
  /// Every word that a payload writes for a choice.
  static let wordsOfProtocols: [String] =
    words(Framework.self) + words(Limit.Action.self) + words(Route.self)
    + words(StageRule.Unsure.self) + words(StageRule.Reasons.self)
    + words(StageRule.Mismatch.self) + words(StageRule.Conflicts.self)
    + words(TeamRule.Resolution.self)

  private static func words<Choice: CaseIterable & RawRepresentable<String>>(
    _ choice: Choice.Type
  ) -> [String] {
    choice.allCases.map(\.rawValue)
  }
}
