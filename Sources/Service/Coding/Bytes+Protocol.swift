import Screening

/// The protocol inside the fact that adopts it, field after field in this order, for ever.
extension ByteWriter {
  mutating func adoption(_ fact: ProtocolAdopted) {
    number(fact.version)
    content(fact.content)
    fingerprint(fact.file)
    words(fact.grounds)
    list(fact.requotas) {
      $0.byte($1.stage.rawValue)
      $0.byte($1.reviewers)
      $0.records($1.reports)
    }
  }

  private mutating func content(_ content: ReviewProtocol) {
    text(content.title)
    texts(content.questions)
    text(content.framework.rawValue)
    text(content.zone.name)
    list(content.domains) { $0.domain($1) }
    list(content.limits) { $0.limit($1) }
    list(content.sources) { $0.source($1) }
    rule(content.titleAbstract)
    rule(content.fullText)
    texts(content.textRoutes)
    text(content.team.resolution.rawValue)
    number(content.team.leaseMinutes)
    list(content.themes) { $0.theme($1) }
    number(content.labels.min)
    number(content.labels.max)
    number(content.labels.people)
    list(content.fields) { $0.field($1) }
    flag(content.ranking.isOn)
    fixed(content.ranking.seed)
    number(content.ranking.controlShare)
  }

  private mutating func texts(_ texts: [String]) { list(texts) { $0.text($1) } }

  private mutating func text(_ text: String?) { optional(text) { $0.text($1) } }

  private mutating func domain(_ domain: Domain) {
    text(domain.id)
    text(domain.name)
    list(domain.include) { $0.criterion($1) }
    list(domain.exclude) { $0.criterion($1) }
  }

  private mutating func criterion(_ criterion: Criterion) {
    id(criterion.id)
    text(criterion.text)
    text(criterion.note)
    text(criterion.exception)
    texts(criterion.terms)
    flag(criterion.isRetired)
    optional(criterion.replacement) { $0.id($1) }
  }

  private mutating func limit(_ limit: Limit) {
    id(limit.id)
    text(limit.text)
    text(limit.action.rawValue)
    flag(limit.isRetired)
    switch limit.test {
    case .published(let from, let to):
      byte(0)
      optional(from) { $0.date($1) }
      optional(to) { $0.date($1) }
    case .language(let languages):
      byte(1)
      texts(languages)
    case .type(let allowed, let refused):
      byte(2)
      texts(allowed)
      texts(refused)
    case .abstract: byte(3)
    case .field(let rule):
      byte(4)
      list(rule.fields) { $0.text($1.rawValue) }
      list(rule.patterns) {
        switch $1 {
        case .term(let term):
          $0.byte(0)
          $0.text(term)
        case .expression(let expression):
          $0.byte(1)
          $0.text(expression)
        }
      }
      flag(rule.hitPasses)
    }
  }

  private mutating func source(_ source: Source) {
    id(source.id)
    text(source.name)
    text(source.route.rawValue)
    text(source.platform)
    optional(source.searched) { $0.date($1) }
    text(source.search)
    texts(source.limits)
    byte(source.enters.rawValue)
    flag(source.isPrevious)
    flag(source.isRetired)
  }

  private mutating func rule(_ rule: StageRule) {
    number(rule.reviewers)
    text(rule.unsure.rawValue)
    text(rule.reasons.rawValue)
    text(rule.mismatch.rawValue)
    text(rule.conflicts.rawValue)
    optional(rule.pilot) {
      $0.number($1.sample)
      $0.number($1.gate)
    }
  }

  private mutating func theme(_ theme: Theme) {
    id(theme.id)
    text(theme.name)
    text(theme.note)
    list(theme.themes) { $0.theme($1) }
    flag(theme.isLabel)
    flag(theme.isOptional)
    flag(theme.isRetired)
  }

  private mutating func field(_ field: ChartField) {
    id(field.id)
    text(field.name)
    text(field.note)
    switch field.kind {
    case .text: byte(0)
    case .number: byte(1)
    case .year: byte(2)
    case .yesNo: byte(3)
    case .choice(let choices):
      byte(4)
      texts(choices)
    case .choices(let choices):
      byte(5)
      texts(choices)
    }
    flag(field.asksPage)
    flag(field.isRetired)
  }
}
