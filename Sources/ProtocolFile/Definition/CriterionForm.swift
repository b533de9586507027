import Screening

extension Kind where Value == [Domain] {
  /// The domains; together they need a reason that can be given.
  static var domains: Kind {
    Kind<[Domain]>.list(of: .domain, fewest: 1).checked { domains, spot, reading in
      if domains.allSatisfy({ $0.exclude.allSatisfy(\.isRetired) }) {
        reading.note(.noReason, at: spot.node.place)
      }
      return domains
    }
  }
}

extension Kind where Value == Domain {
  fileprivate static var domain: Kind {
    .form(
      "domain",
      """
      One group of criteria. Includes of a domain are alternatives, domains are joined by *and*, \
      and one exclude is enough.
      """,
      required("id", .id(.domain), "The stable id, such as `population`."),
      optional("name", .line, "The name as pages print it; made from the id if left out."),
      optional(
        "include", .list(of: .criterion), default: [], "What makes a report eligible here."),
      optional(
        "exclude", .list(of: .criterion), default: [],
        "What makes a report ineligible; the ids are the reasons that people give.")
    ) { form, id, name, include, exclude in
      if include.isEmpty && exclude.isEmpty { form.note(.emptyDomain(id), at: "id") }
      return Domain(
        id: id, name: name ?? id.replacing("-", with: " ").capitalisedFirst, include: include,
        exclude: exclude)
    }
  }
}

extension Kind where Value == Criterion {
  fileprivate static var criterion: Kind {
    .form(
      "criterion", "One criterion, which people apply.",
      required("id", .id(.criterion), "The stable id, such as `P-ex-1`."),
      required("text", .text, "The criterion in words."),
      optional("note", .text, "How to read it."),
      optional("unless", .text, "When it does not hold."),
      optional(
        "terms", .list(of: .term), default: [],
        "Terms that pages highlight as a hint; `*` at the end of a word stands for any ending."),
      optional(
        "retired", .yesNo, default: false,
        "No longer given; it stays in the file because decisions rest on it."),
      optional(
        "replaced-by", .reference(.criterion),
        "The criterion to look at instead, where this one is retired.")
    ) { form, id, text, note, exception, terms, isRetired, replacement in
      if let replacement, !isRetired || replacement == id {
        form.note(.idleReplacement, at: "replaced-by")
      }
      return Criterion(
        id: CriterionID(id), text: text, note: note, exception: exception, terms: terms,
        isRetired: isRetired, replacement: replacement.map { CriterionID($0) })
    }
  }
}

extension Kind where Value == String {
  /// Words to look for, as criteria and limits have them.
  static var term: Kind {
    line.checked { term, spot, reading in
      guard Term(term) == nil else { return term }
      reading.note(.badTerm(term), at: spot.node.place)
      return nil
    }
  }
}

extension String {
  fileprivate static let noReason = """
    No domain has an exclusion criterion in force, so nobody could give the reason that full \
    texts are excluded for. Add at least one `exclude`.
    """
  fileprivate static let idleReplacement = """
    `replaced-by` leads from a retired criterion to another one. Add `retired: yes` and name \
    another criterion, or take the key away.
    """
  fileprivate static func emptyDomain(_ id: String) -> String {
    "The domain `\(id)` has no criterion. Give it an `include` or an `exclude`, or take it away."
  }
  fileprivate static func badTerm(_ term: String) -> String {
    """
    `\(term.shortened)` is nothing to look for: a term has letters or digits, and a `*` only \
    at the end of a word, as in `nurs*`.
    """
  }
}
