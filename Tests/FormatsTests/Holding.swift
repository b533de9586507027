import Bibliography

/// What one format can hold of a reference: the counterpart of "Not held" in docs/formats.md.
struct Holding {
  /// A kind of document by the format's own name.
  var type: String? = nil
  /// The tags that it can keep beside the fields; nil for any.
  var tags: [String]? = nil
  /// Fields that it has no place for.
  var without: [Reference.TextField] = []
  /// Whether it holds line ends, separators and names exactly as they are.
  var isExact = false
  /// Whether a text of blanks is one.
  var keepsBlanks = true
  /// Whether abstract and notes keep their lines.
  var keepsLines = true
  var needsID = false

  static let all: [String: Holding] = [
    "jsonl": Holding(isExact: true),
    "csl-json": Holding(type: "document", isExact: true, keepsBlanks: false),
    "csv": Holding(),
    "ris": Holding(type: "JOUR", tags: ["X0", "X1", "X2", "X3"]),
    "bibtex": Holding(type: "article", tags: ["x0", "x-1", "x_2", "editor"], needsID: true),
    "nbib": Holding(
      tags: ["X0", "XY1", "SO", "PST"], without: [.id, .accession, .database], keepsLines: false),
    "endnote-xml": Holding(
      type: "Journal Article", tags: ["custom1", "edition", "section", "caption"]),
    "enw": Holding(type: "Journal Article", tags: ["%E", "%+", "%!", "%1"]),
  ]

  /// As much of a reference as comes back.
  func held(_ reference: Reference) -> Reference {
    var kept = reference
    // No format tells an empty text from none.
    for field in Reference.TextField.allCases where kept[field]?.isEmpty == true {
      kept[field] = nil
    }
    kept.extra = kept.extra.filter { !$0.values.isEmpty }
    guard !isExact else { return exact(kept) }
    for field in Reference.TextField.allCases {
      kept[field] = reference[field].flatMap { field == .abstract ? prose($0) : $0.plain }
    }
    kept.title = kept.title ?? "A title"
    kept.type = type ?? kept.type
    kept.year = "2019"
    kept.date = kept.date.map { _ in "2019 May 4" }
    kept.doi = kept.doi.map { "10.1/\($0.filter { !" {}".contains($0) })" }
    kept.pmid = kept.pmid.map { _ in "90000001" }
    kept.issn = kept.issn.map { _ in "1234-5679" }
    kept.isbn = kept.isbn.map { _ in "978-0-00-000000-2" }
    if needsID { kept.id = "key-1" }
    for field in without { kept[field] = nil }
    kept.keywords = reference.keywords.compactMap(\.plain)
    kept.urls = reference.urls.compactMap(\.plain)
      .map { "https://example.org/\($0.filter { $0 != " " && $0 != "{" && $0 != "}" })" }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    kept.notes = reference.notes.compactMap { prose($0) }
    kept.authors = reference.authors.compactMap { self.author($0) }
    kept.extra = reference.extra.enumerated().map { place, item in
      .init(tag: tags?[place] ?? item.tag, values: item.values.compactMap(\.plain))
    }
    .filter { !$0.values.isEmpty }
    return kept
  }

  private func exact(_ reference: Reference) -> Reference {
    var kept = reference
    if !keepsBlanks {
      kept.type = kept.type ?? type
      for field in Reference.TextField.allCases where kept[field]?.isBlank == true {
        kept[field] = nil
      }
      kept.authors = kept.authors.map {
        if case .person(let family, "") = $0 { .person(family: family, given: nil) } else { $0 }
      }
      for field in Reference.ListField.allCases { kept[field].removeAll(where: \.isBlank) }
    }
    kept.title = kept.title ?? "A title"
    return kept
  }

  private func author(_ author: Reference.Author) -> Reference.Author? {
    switch author {
    case .person(let family, let given?):
      guard let family = family.plain, let given = given.plain else { return nil }
      return .person(family: family, given: given)
    case .person(let name, nil), .named(let name): return name.plain.map { .named($0) }
    }
  }

  private func prose(_ text: String) -> String? {
    let lines = text.split(separator: "\n").compactMap { String($0).plain }
    return lines.isEmpty ? nil : lines.joined(separator: keepsLines ? "\n" : " ")
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// One blank for runs of them, and no mark that parts lists.
  fileprivate var plain: String? {
    let words = split { $0.isWhitespace || $0 == "," || $0 == ";" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
