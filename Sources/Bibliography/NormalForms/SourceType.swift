/// The kind of document, in one closed list.
public enum SourceType: String, CaseIterable, Hashable, Sendable {
  case journalArticle = "journal-article"
  case review
  case systematicReview = "systematic-review"
  case protocolArticle = "protocol"
  case caseReport = "case-report"
  case letter
  case editorial
  case comment
  case opinion
  case bookReview = "book-review"
  case erratum
  case retraction
  case conferencePaper = "conference-paper"
  case conferenceAbstract = "conference-abstract"
  case proceedings
  case book
  case chapter
  case thesis
  case report
  case guideline
  case policy
  case preprint
  case trialRegistration = "trial-registration"
  case news
  case magazineArticle = "magazine-article"
  case webPage = "web-page"
  case dataset
  case patent
  case audiovisual
  case unknown

  /// Reads a printed type such as `JOUR`, `Journal Article` or `inproceedings`, or a name of this
  /// list; `unknown` where it says nothing that is known here.
  public init(printed: String) {
    let words = FoldedText(printed).text
    self = Self.spellings[words] ?? .unknown
  }

  /// Reads a printed list of types, such as `Journal Article; Review`; what is not known is left out.
  public static func all(printed: String) -> [SourceType] {
    let whole = SourceType(printed: printed)
    guard whole == .unknown else { return [whole] }
    var types: [SourceType] = []
    for part in printed.split(whereSeparator: { ";,|/\n".contains($0) }) {
      let type = SourceType(printed: String(part))
      if type != .unknown, !types.contains(type) { types.append(type) }
    }
    return types
  }

  /// Whether a document printed as this kind may on a closer look be of the other.
  ///
  /// A database calls most of what journals print an article; only the specific kinds exclude each
  /// other.
  public func mayBe(_ other: SourceType) -> Bool {
    switch self {
    case .unknown: true
    case .journalArticle: other.isPrintedInJournals
    case .review: other == .review || other == .systematicReview
    case .report: [.report, .guideline, .policy].contains(other)
    case .webPage: [.webPage, .report, .guideline, .policy, .news].contains(other)
    case .proceedings: [.proceedings, .conferencePaper, .conferenceAbstract].contains(other)
    case .conferencePaper: [.conferencePaper, .conferenceAbstract].contains(other)
    case .systematicReview, .protocolArticle, .caseReport, .letter, .editorial, .comment, .opinion,
      .bookReview, .erratum, .retraction, .conferenceAbstract, .book, .chapter, .thesis,
      .guideline, .policy, .preprint, .trialRegistration, .news, .magazineArticle, .dataset,
      .patent, .audiovisual:
      self == other
    }
  }

  private var isPrintedInJournals: Bool {
    switch self {
    case .journalArticle, .review, .systematicReview, .protocolArticle, .caseReport, .letter,
      .editorial, .comment, .opinion, .bookReview, .erratum, .retraction, .conferencePaper,
      .conferenceAbstract, .guideline, .policy, .news, .unknown:
      true
    case .proceedings, .book, .chapter, .thesis, .report, .preprint, .trialRegistration,
      .magazineArticle, .webPage, .dataset, .patent, .audiovisual:
      false
    }
  }
}
