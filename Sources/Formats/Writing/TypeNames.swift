import Bibliography

/// How one format names the kinds of document.
struct TypeNames: Sendable {
  /// The nearest name of a kind; of one that is not known, the name that says least.
  let nearest: @Sendable (SourceType) -> String
  /// Whether a text is such a name.
  let isName: @Sendable (String) -> Bool

  private init(
    _ nearest: @escaping @Sendable (SourceType) -> String,
    isName: (@Sendable (String) -> Bool)? = nil
  ) {
    self.nearest = nearest
    // A word of another format may be a name here too, and mean something else.
    self.isName = isName ?? { nearest(SourceType(printed: $0)) == $0 }
  }

  static let ris = TypeNames(
    { Row($0).ris }, isName: { $0.utf8.allSatisfy(\.isCapital) && $0.utf8.count <= 6 })
  static let bibTeX = TypeNames(
    { Row($0).bibTeX }, isName: { Row(SourceType(printed: $0)).bibTeX == $0.lowercased() })
  static let csl = TypeNames { Row($0).csl }
  static let endNote = TypeNames { Row($0).endNote }

  /// The number that EndNote gives to a kind.
  static func endNoteNumber(_ name: String) -> Int { endNoteNumbers[name] ?? 13 }

  private static let endNoteNumbers = [
    "Artwork": 2, "Audiovisual Material": 3, "Book": 6, "Book Section": 5, "Conference Paper": 47,
    "Conference Proceedings": 10, "Dataset": 59, "Generic": 13, "Journal Article": 17,
    "Magazine Article": 19, "Newspaper Article": 23, "Patent": 25, "Report": 27, "Thesis": 32,
    "Unpublished Work": 34, "Web Page": 12,
  ]

  /// One kind in every format.
  private struct Row {
    let ris: String
    let bibTeX: String
    let csl: String
    let endNote: String

    private init(_ ris: String, _ bibTeX: String, _ csl: String, _ endNote: String) {
      (self.ris, self.bibTeX, self.csl, self.endNote) = (ris, bibTeX, csl, endNote)
    }

    init(_ kind: SourceType) {
      switch kind {
      case .journalArticle, .review, .systematicReview, .protocolArticle, .caseReport, .letter,
        .editorial, .comment, .opinion, .bookReview, .erratum, .retraction:
        self.init("JOUR", "article", "article-journal", "Journal Article")
      case .conferencePaper:
        self.init("CPAPER", "inproceedings", "paper-conference", "Conference Paper")
      case .conferenceAbstract:
        self.init("ABST", "inproceedings", "paper-conference", "Conference Paper")
      case .proceedings: self.init("CONF", "proceedings", "book", "Conference Proceedings")
      case .book: self.init("BOOK", "book", "book", "Book")
      case .chapter: self.init("CHAP", "incollection", "chapter", "Book Section")
      case .thesis: self.init("THES", "phdthesis", "thesis", "Thesis")
      case .report, .guideline, .policy: self.init("RPRT", "techreport", "report", "Report")
      case .preprint: self.init("UNPB", "unpublished", "article", "Unpublished Work")
      case .news: self.init("NEWS", "article", "article-newspaper", "Newspaper Article")
      case .magazineArticle: self.init("MGZN", "article", "article-magazine", "Magazine Article")
      case .webPage: self.init("ELEC", "misc", "webpage", "Web Page")
      case .dataset: self.init("DATA", "misc", "dataset", "Dataset")
      case .patent: self.init("PAT", "misc", "patent", "Patent")
      case .audiovisual: self.init("VIDEO", "misc", "motion_picture", "Audiovisual Material")
      case .trialRegistration, .unknown: self.init("GEN", "misc", "document", "Generic")
      }
    }
  }
}

/// The kind of a document as a format says it: a name that it knows, and what else is printed.
struct PrintedKinds {
  let code: String
  let rest: [String]

  init(_ reference: Reference, _ names: TypeNames) {
    let parts = reference.type.map { ListSeparator.semicolon.parts(of: $0) } ?? []
    if let first = parts.first, names.isName(first) {
      (code, rest) = (first, Array(parts.dropFirst()))
    } else {
      (code, rest) = (names.nearest(reference.sourceTypes.first ?? .unknown), parts)
    }
  }
}
