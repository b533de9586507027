extension ReviewProtocol {
  /// The protocol laid flat, in protocol order.
  var outline: ProtocolOutline {
    var items = [reviewItem]
    items += domains.flatMap(\.items)
    items += limits.map(\.item)
    items += sources.map(\.item)
    items += [titleAbstract.item(of: .titleAbstract), fullText.item(of: .fullText), team.item]
    items += themes.flatMap { $0.items(below: nil) }
    items.append(labels.item)
    items += fields.map(\.item)
    items.append(ranking.item)
    return ProtocolOutline(items)
  }

  private var reviewItem: ProtocolOutline.Item {
    .init(
      .review,
      [
        .init("title", title), .init("framework", framework.rawValue),
        .init("questions", questions), .init("zone", zone.name),
        .init("full-text-routes", textRoutes),
      ])
  }
}

extension Domain {
  fileprivate var items: [ProtocolOutline.Item] {
    [.init(.domain(id), kind: "a domain", meaning: name, [.init("name", name)])]
      + include.map { $0.item(of: "an inclusion criterion", in: id) }
      + exclude.map { $0.item(of: "an exclusion criterion", in: id) }
  }
}

extension Criterion {
  fileprivate func item(of kind: String, in domain: String) -> ProtocolOutline.Item {
    .init(
      .criterion(id), kind: kind, meaning: text, isRetired: isRetired,
      [
        .init("domain", domain), .init("kind", kind), .init("text", text), .init("note", note),
        .init("unless", exception), .init("terms", terms),
        .init("replaced-by", replacement?.text),
      ])
  }
}

extension Limit {
  fileprivate var item: ProtocolOutline.Item {
    .init(
      .limit(id), kind: "a limit of kind `\(test.value.key)`", meaning: text, isRetired: isRetired,
      [.init("text", text), .init("action", action.rawValue), test.value])
  }
}

extension Limit.Test {
  fileprivate var value: ProtocolOutline.Value {
    switch self {
    case .published(let from, let to):
      .init("published", [from.map { "from \($0)" }, to.map { "to \($0)" }].compactMap { $0 })
    case .language(let codes): .init("language", codes)
    case .type(let allowed, let refused):
      .init("type", allowed.map { "allowed \($0)" } + refused.map { "refused \($0)" })
    case .abstract: .init("abstract", "required")
    case .field(let rule): .init("field", rule.items)
    }
  }
}

extension FieldRule {
  fileprivate var items: [String] {
    let patterns = patterns.map { pattern in
      switch pattern {
      case .term(let text): "term \(text)"
      case .expression(let text): "expression \(text)"
      }
    }
    return fields.map { "in \($0.rawValue)" } + patterns + [hitPasses ? "hit passes" : "hit fails"]
  }
}

extension Source {
  fileprivate var item: ProtocolOutline.Item {
    let origin = isPrevious ? " that holds previous studies" : ""
    return .init(
      .source(id), kind: "a source of route `\(route.rawValue)`\(origin)", meaning: name,
      isRetired: isRetired,
      [
        .init("name", name), .init("route", route.rawValue), .init("platform", platform),
        .init("searched", searched?.description), .init("search", search), .init("limits", limits),
        .init("enters", enters.name), .init("previous", isPrevious),
      ])
  }
}

extension StageRule {
  fileprivate func item(of stage: Stage) -> ProtocolOutline.Item {
    .init(
      .stage(stage),
      [
        .init("reviewers", reviewers), .init("unsure", unsure.rawValue),
        .init("reasons", reasons.rawValue), .init("reason-mismatch", mismatch.rawValue),
        .init("conflicts", conflicts.rawValue),
        .init("pilot", pilot.map { ["sample \($0.sample)", "gate \($0.gate)"] } ?? []),
      ])
  }
}

extension TeamRule {
  fileprivate var item: ProtocolOutline.Item {
    .init(
      .team, [.init("resolution", resolution.rawValue), .init("lease-minutes", leaseMinutes)])
  }
}

extension Theme {
  fileprivate func items(below parent: ThemeID?) -> [ProtocolOutline.Item] {
    let item = ProtocolOutline.Item(
      .theme(id), kind: "a theme", meaning: name, isRetired: isRetired,
      [
        .init("name", name), .init("note", note), .init("parent", parent?.text),
        .init("label", isLabel), .init("optional", isOptional),
      ])
    return [item] + themes.flatMap { $0.items(below: id) }
  }
}

extension LabelRule {
  fileprivate var item: ProtocolOutline.Item {
    .init(.labels, [.init("min", min), .init("max", max), .init("people", people)])
  }
}

extension ChartField {
  fileprivate var item: ProtocolOutline.Item {
    let (word, choices) = kind.words
    return .init(
      .field(id), kind: "a field of kind `\(word)`", meaning: name, isRetired: isRetired,
      [
        .init("name", name), .init("note", note), .init("kind", word), .init("choices", choices),
        .init("page", asksPage),
      ])
  }
}

extension ChartField.Kind {
  fileprivate var words: (word: String, choices: [String]) {
    switch self {
    case .text: ("text", [])
    case .number: ("number", [])
    case .year: ("year", [])
    case .yesNo: ("yes-no", [])
    case .choice(let choices): ("choice", choices)
    case .choices(let choices): ("several-choices", choices)
    }
  }
}

extension RankingRule {
  fileprivate var item: ProtocolOutline.Item {
    .init(
      .ranking,
      [
        .init("enabled", isOn), .init("seed", String(seed)), .init("control-share", controlShare),
      ])
  }
}
