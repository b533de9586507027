import Screening

extension Kind where Value == Limit {
  static var limit: Kind {
    .form(
      "limit",
      """
      A criterion that a machine tests on each record. A record whose field is missing or \
      unreadable neither passes nor fails: it goes to people, marked.
      """,
      exactlyOne: ["published", "language", "type", "abstract", "field"],
      required("id", .id(.limit), "The stable id, different from those of the criteria."),
      required("text", .text, "The limit in words."),
      optional(
        "action", .word(Limit.Action.self), default: .flag,
        "What is done with a report whose records all fail."),
      optional("published", .published, "Tests the date of publication."),
      optional(
        "language", .list(of: .language, fewest: 1),
        "Passes records in any of these languages, by their codes of ISO 639."),
      optional("type", .types, "Tests the source type."),
      optional("abstract", .word(Presence.self), "Tests that an abstract is there."),
      optional("field", .fieldRule, "Tests the words of one or more fields."),
      optional("retired", .yesNo, default: false, "No longer applied; it stays in the file.")
    ) { _, id, text, action, published, languages, types, presence, rule, isRetired in
      let tests = [
        published, languages.map { .language($0) }, types, presence.map { _ in .abstract },
        rule.map { .field($0) },
      ].compactMap { $0 }
      guard let test = tests.first else { return nil }
      return Limit(id: LimitID(id), text: text, test: test, action: action, isRetired: isRetired)
    }
  }
}

extension Kind where Value == Limit.Test {
  fileprivate static var published: Kind {
    .form(
      "date range", "The dates of publication that pass, both ends included; one may be left open.",
      optional("from", .date, "The earliest date."),
      optional("to", .date, "The latest date; a year means its last day.")
    ) { form, from, to in
      if from == nil && to == nil { form.note(.openRange, at: "from") }
      if let from, let to, to.latest < from {
        form.note(.backwards(from: from, to: to), at: "to")
      }
      return .published(from: from, to: to)
    }
  }

  fileprivate static var types: Kind {
    .form(
      "set of types",
      "Source types that pass or fail. Give `allowed`, `refused` or both.",
      optional(
        "allowed", .list(of: .type, fewest: 1), "Only these types pass."),
      optional("refused", .list(of: .type, fewest: 1), "These types fail.")
    ) { form, allowed, refused in
      if allowed == nil && refused == nil { form.note(.noTypes, at: "allowed") }
      let both = Set(allowed ?? []).intersection(refused ?? []).sorted()
      if !both.isEmpty { form.note(.allowedAndRefused(both), at: "refused") }
      return .type(allowed: allowed ?? [], refused: refused ?? [])
    }
  }
}

extension Kind where Value == FieldRule {
  fileprivate static var fieldRule: Kind {
    .form(
      "field rule",
      "Looks for terms or expressions in some fields taken together; any one found is a hit.",
      required("fields", .list(of: .word(FieldRule.Field.self), fewest: 1), "Where to look."),
      optional(
        "terms", .list(of: .term, fewest: 1),
        """
        Words or phrases, whatever their capitals; `*` at the end of a word stands for any ending.
        """),
      optional(
        "expressions", .list(of: .expression, fewest: 1),
        "POSIX extended regular expressions, whatever their capitals."),
      required("hit", .word(Hit.self), "What a hit does.")
    ) { form, fields, terms, expressions, hit in
      if terms == nil && expressions == nil { form.note(.noPatterns, at: "fields") }
      return FieldRule(
        fields: fields,
        patterns: (terms ?? []).map { .term($0) } + (expressions ?? []).map { .expression($0) },
        hitPasses: hit == .passes)
    }
  }
}

extension Kind where Value == String {
  fileprivate static var language: Kind {
    .pattern("a language code in lower case", "^[a-z]{2,3}$", example: "en").checked {
      code, spot, reading in
      guard !Limit.isLanguage(code) else { return code }
      reading.note(.noLanguage(code), at: spot.node.place)
      return nil
    }
  }

  /// A record whose type is unknown goes to people, so no limit can name that.
  fileprivate static var type: Kind { .word(among: Limit.typeNames.filter { $0 != "unknown" }) }

  fileprivate static var expression: Kind {
    line.checked { text, spot, reading in
      guard let fault = Expression.fault(of: text) else { return text }
      reading.note(.badExpression(text, fault), at: spot.node.place)
      return nil
    }
  }
}

extension String {
  fileprivate static func noLanguage(_ code: String) -> String {
    "No record can be in `\(code)`, which is no code of ISO 639. Write `en` for English, and so on."
  }
  fileprivate static let openRange =
    "This range has neither `from` nor `to`, so it tests nothing. Give at least one of them."
  fileprivate static func backwards(from: PartialDate, to: PartialDate) -> String {
    "No record can pass: the range ends at \(to), before it begins at \(from). Swap the two?"
  }
  fileprivate static let noTypes =
    "These types are neither `allowed` nor `refused`, so nothing is tested. Give one of the two."
  fileprivate static func allowedAndRefused(_ types: [String]) -> String {
    let names = types.map { "`\($0)`" }.joined(separator: ", ")
    return
      "No record of type \(names) can pass: it is both allowed and refused. Keep one of the two."
  }
  fileprivate static let noPatterns =
    "This rule has neither `terms` nor `expressions`, so it looks for nothing. Give one of them."
  fileprivate static func badExpression(_ text: String, _ fault: String) -> String {
    "`\(text.shortened)` cannot be used as a regular expression: \(fault). Correct it."
  }
}
