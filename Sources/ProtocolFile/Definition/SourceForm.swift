import Screening

/// A source as it stands in the file: its search string may stand at another source.
struct SourceEntry: Sendable {
  var source: Source
  let sharesSearchOf: SourceID?
}

extension Kind where Value == [Source] {
  /// The sources, each with its search string.
  static var sources: Kind {
    Kind<[SourceEntry]>.list(of: .source).checked { entries, _, _ in
      let strings = Dictionary(
        entries.map { ($0.source.id, $0.source.search) }, uniquingKeysWith: { first, _ in first })
      return entries.map { entry in
        var source = entry.source
        source.search = source.search ?? entry.sharesSearchOf.flatMap { strings[$0] ?? nil }
        return source
      }
    }
  }
}

extension Kind where Value == SourceEntry {
  fileprivate static var source: Kind {
    .form(
      "source", "Where records come from; every import names its source.",
      required("id", .id(.source), "The stable id, such as `medline`."),
      required("name", .line, "The name as reports print it."),
      required("route", .word(Route.self), "How records were identified there."),
      optional("platform", .line, "The platform it was searched on, such as Ovid."),
      optional("searched", .date, "The day of the search."),
      optional("search", .text, "The search string, verbatim."),
      optional(
        "search-of", .reference(.source),
        "Another source whose search string was used here unchanged."),
      optional("limits", .list(of: .text), default: [], "The limits set in the search, in words."),
      optional(
        "enters", .word(Stage.self),
        """
        The stage that its records enter at: `title-abstract` for databases and registers, \
        `full-text` for the other routes, if left out.
        """),
      optional(
        "previous", .yesNo, default: false,
        "Holds the included studies of an earlier version of this review."),
      optional("retired", .yesNo, default: false, "No longer imported from; it stays in the file.")
    ) {
      form, id, name, route, platform, searched, search, shared, limits, enters, previous, retired
      in
      if shared != nil && search != nil { form.note(.twoSearches, at: "search-of") }
      if shared == id { form.note(.ownSearch, at: "search-of") }
      let source = Source(
        id: SourceID(id), name: name, route: route, platform: platform, searched: searched,
        search: search, limits: limits, enters: enters, isPrevious: previous, isRetired: retired)
      return SourceEntry(source: source, sharesSearchOf: shared.map { SourceID($0) })
    }
  }
}

extension String {
  fileprivate static let twoSearches =
    "This source has a `search` of its own and a `search-of` another. Keep one of the two."
  fileprivate static let ownSearch =
    "A source cannot take its search string from itself. Write the string under `search`."
}
