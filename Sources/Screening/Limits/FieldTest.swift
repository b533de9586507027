import Bibliography

/// The test of a rule on fields, with its terms folded and its expressions compiled.
struct FieldTest: Sendable {
  private let rule: FieldRule
  private let terms: [Term]
  private let expressions: [CompiledExpression]
  /// Whether all patterns can be looked for; if not, their absence proves nothing.
  private let isComplete: Bool

  init(_ rule: FieldRule) {
    self.rule = rule
    var terms: [Term] = []
    var expressions: [CompiledExpression] = []
    for pattern in rule.patterns {
      switch pattern {
      case .term(let text): if let term = Term(text) { terms.append(term) }
      case .expression(let text):
        if let expression = CompiledExpression(text) { expressions.append(expression) }
      }
    }
    self.terms = terms
    self.expressions = expressions
    isComplete = terms.count + expressions.count == rule.patterns.count
  }

  /// A hit decides. Without one a missing field leaves it open: the words may stand there.
  func judge(_ reference: Reference) -> Judgement {
    var isMissing = false
    for field in rule.fields {
      let texts = field.texts(of: reference).filter(Self.saysSomething)
      if texts.contains(where: isHit) { return rule.hitPasses ? .passes : .fails }
      isMissing = isMissing || texts.isEmpty
    }
    guard isComplete, !isMissing else { return .cannotTell }
    return rule.hitPasses ? .fails : .passes
  }

  /// Whether there is more than blanks.
  private static func saysSomething(_ text: String) -> Bool { text.utf8.contains { $0 > 0x20 } }

  private func isHit(_ text: String) -> Bool {
    if expressions.contains(where: { $0.matches(text) }) { return true }
    guard !terms.isEmpty else { return false }
    let folded = FoldedText(text)
    return terms.contains { $0.isIn(folded) }
  }
}

extension FieldRule.Field {
  /// The texts that a record has in the field, as printed.
  func texts(of reference: Reference) -> [String] {
    switch self {
    case .title: reference.title.map { [$0] } ?? []
    case .abstract: reference.abstract.map { [$0] } ?? []
    case .keywords: reference.keywords
    case .journal: reference.journal.map { [$0] } ?? []
    case .authors: reference.authors.map(\.text)
    case .publisher: reference.publisher.map { [$0] } ?? []
    case .type: reference.type.map { [$0] } ?? []
    case .language: reference.language.map { [$0] } ?? []
    case .notes: reference.notes
    }
  }
}
