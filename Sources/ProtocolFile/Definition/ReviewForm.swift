import JSON
import Screening

extension Kind where Value == ReviewProtocol {
  /// The whole format: what a protocol file may say.
  static let review: Kind = .form(
    "protocol", "The protocol of a review.",
    required("title", .line, "The title of the review."),
    required("framework", .word(Framework.self), "The model that the domains follow."),
    optional("questions", .list(of: .text), default: [], "The research questions, in order."),
    optional(
      "zone", .zone, default: .utc, "The time zone in which a bare date is meant, by its IANA name."
    ),
    required("domains", .domains, "The groups of criteria, in order."),
    optional(
      "limits", .list(of: .limit), default: [],
      "What a machine tests, in order: of several that fail, the first is the one that counts."),
    optional("sources", .sources, default: [], "Where records come from, in order."),
    optional("stages", .stages, default: Stages(), "How the two stages are screened."),
    optional(
      "full-text-routes", .list(of: .text), default: [],
      "Where full texts are looked for, in order, in words."),
    optional("team", .team, default: TeamRule(), "How the team works together."),
    optional("themes", .themes, default: [], "The theme tree, in order."),
    optional("labels", .labels, default: LabelRule(), "How included reports get their themes."),
    optional(
      "chart", .list(of: .field), default: [], "What is charted of each included report, in order."),
    optional("ranking", .ranking, default: RankingRule(), "Whether the order of offers is learnt.")
  ) {
    _, title, framework, questions, zone, domains, limits, sources, stages, routes, team, themes,
    labels, fields, ranking in
    ReviewProtocol(
      title: title, questions: questions, framework: framework, zone: zone, domains: domains,
      limits: limits, sources: sources, titleAbstract: stages.titleAbstract,
      fullText: stages.fullText, textRoutes: routes, team: team, themes: themes, labels: labels,
      fields: fields, ranking: ranking)
  }
}

extension Kind where Value == Zone {
  fileprivate static var zone: Kind {
    var zone = Kind<String>.pattern(
      "a time zone", "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$", example: "Europe/London"
    ).checked { name, _, _ in Zone(name) }
    zone.shown = { .string($0.name) }
    return zone
  }
}

extension Kind where Value == TeamRule {
  fileprivate static var team: Kind {
    .form(
      "team", "How the team works together.",
      optional(
        "resolution", .word(TeamRule.Resolution.self), default: .named,
        "How an arbiter sees the decisions of a conflict."),
      optional(
        "lease-minutes", .number(1...1440), default: 30,
        "How long a report that was offered to somebody waits for the decision.")
    ) { _, resolution, minutes in
      TeamRule(resolution: resolution, leaseMinutes: minutes)
    }
  }
}

extension Kind where Value == LabelRule {
  fileprivate static var labels: Kind {
    .form(
      "label rule", "How included reports get their themes.",
      optional("min", .number(0...100), default: 1, "The fewest themes of a report."),
      optional("max", .number(1...100), default: 2, "The most themes of a report."),
      optional(
        "people", .number(1...2), default: 1,
        "How many people label each report; two do not see each other's labels.")
    ) { form, min, max, people in
      if min > max { form.note(.minAboveMax(min, max), at: "min") }
      form.reading.atEnd { [place = form.place] reading in
        if !reading.declares(.theme) { reading.note(.nothingToLabel, at: place) }
      }
      return LabelRule(min: min, max: max, people: people)
    }
  }
}

extension Kind where Value == ChartField {
  fileprivate static var field: Kind {
    .form(
      "field", "One thing that is charted of each included report.",
      required("id", .id(.field), "The stable id."),
      required("name", .line, "The name as tables print it."),
      optional("note", .text, "How to fill it."),
      required("kind", .word(FieldKind.self), "What it holds."),
      optional(
        "choices", .list(of: .line, fewest: 1), "What a choice may be, in order."),
      optional("page", .yesNo, default: false, "Whether the page of evidence is asked for."),
      optional(
        "retired", .yesNo, default: false, "No longer charted; it stays in the file.")
    ) { form, id, name, note, kind, choices, asksPage, isRetired in
      guard let kind = charted(kind, choices, form) else { return nil }
      return ChartField(
        id: FieldID(id), name: name, note: note, kind: kind, asksPage: asksPage,
        isRetired: isRetired)
    }
  }
}

private func charted(_ kind: FieldKind, _ choices: [String]?, _ form: Filled) -> ChartField.Kind? {
  var seen: Set<String> = []
  if let twin = choices?.first(where: { !seen.insert($0).inserted }) {
    form.note(.twinChoices(twin), at: "choices")
  }
  switch kind {
  case .text, .number, .year, .yesNo:
    if choices != nil { form.note(.idleChoices(kind.word), at: "choices") }
  case .choice, .severalChoices:
    if choices == nil { form.note(.noChoices(kind.word), at: "kind") }
  }
  return switch kind {
  case .text: .text
  case .number: .number
  case .year: .year
  case .yesNo: .yesNo
  case .choice: .choice(choices ?? [])
  case .severalChoices: .choices(choices ?? [])
  }
}

extension Kind where Value == RankingRule {
  fileprivate static var ranking: Kind {
    .form(
      "ranking", "Whether and how the order of offers is learnt from decisions.",
      optional("enabled", .yesNo, default: false, "Off unless this says `yes`."),
      optional(
        "seed", .number(0...Int(Int32.max)), default: 1,
        "The number that makes an order repeatable."),
      optional(
        "control-share", .number(0...100), default: 5,
        "The share of reports offered in random order, in percent, so that estimates stay honest.")
    ) { _, isOn, seed, share in
      RankingRule(isOn: isOn, seed: UInt64(seed), controlShare: share)
    }
  }
}

extension String {
  fileprivate static func minAboveMax(_ min: Int, _ max: Int) -> String {
    "`min` is \(min) and `max` is \(max), so no number of labels is right. Make `min` the smaller."
  }
  fileprivate static let nothingToLabel =
    "Labels are asked for, but the protocol has no themes to give. Add `themes`, or take this away."
  fileprivate static func twinChoices(_ choice: String) -> String {
    "`\(choice.shortened)` stands among the choices more than once. Keep one."
  }
  fileprivate static func idleChoices(_ kind: String) -> String {
    "A field of kind `\(kind)` has no choices. Take `choices` away, or make the kind `choice`."
  }
  fileprivate static func noChoices(_ kind: String) -> String {
    "A field of kind `\(kind)` needs something to choose from. Add `choices` with a list."
  }
}
