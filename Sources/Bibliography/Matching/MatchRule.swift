/// What is done with two records.
public enum Band: String, Hashable, Sendable, CaseIterable {
  /// Linked by rule, and listed for inspection.
  case sure
  /// Put before a person.
  case ask
  /// Left apart.
  case different
}

/// Why two records stand in their band.
///
/// These are the rules' names alone. `PairVerdict.swift` puts a pair into its band; what makes a
/// sure duplicate is decided in `Evidence+SureDuplicate.swift`, what forbids it in
/// `Evidence+Bars.swift`.
public enum MatchRule: String, Hashable, Sendable, CaseIterable {
  /// Sure: one DOI, and titles that agree.
  case doi = "equal-doi"
  /// Sure: one number in PubMed, and titles that agree.
  case pmid = "equal-pmid"
  /// Sure: titles, authors and where it was printed agree.
  case description = "equal-description"
  /// Sure: titles and abstracts agree, and nothing speaks against it.
  case abstract = "equal-abstract"
  /// Sure: printed on the same pages by the same authors, under a title that was translated.
  case translation = "translated-title"

  /// Ask: alike, but each has a DOI of its own.
  case twoDOIs = "different-dois"
  /// Ask: alike, but PubMed has two of them.
  case twoPMIDs = "different-pmids"
  /// Ask: titles that differ in a number, or in a part of a work.
  case parts = "numbered-parts"
  /// Ask: titles in which a word stands for its opposite: men and women, before and after.
  case opposites = "opposite-words"
  /// Ask: an erratum, a comment or a reply, and perhaps the work that it speaks of.
  case notice = "erratum-or-comment"
  /// Ask: an abstract at a conference, and perhaps the full paper.
  case conference = "conference-abstract"
  /// Ask: one abstract under two titles.
  case twoTitles = "abstract-under-two-titles"
  /// Ask: the same words in two kinds of document.
  case twoTypes = "different-types"
  /// Ask: likely, and not enough to be sure.
  case likely
  /// Ask: sure by itself, but it would join two groups that do not belong together.
  case wouldJoin = "would-join-groups"

  /// Different: too little speaks for it.
  case unlike
}

extension MatchRule {
  /// Whether this keeps two records out of one group, whatever else links them.
  public var isBar: Bool {
    switch self {
    case .twoDOIs, .twoPMIDs, .parts, .opposites, .notice, .conference, .twoTitles, .twoTypes: true
    case .doi, .pmid, .description, .abstract, .translation, .likely, .wouldJoin, .unlike: false
    }
  }
}

extension MatchRule {
  /// The reason in words, to go behind "because": `they have one DOI, and their titles agree`.
  public var reason: String {
    switch self {
    case .doi: "they have one DOI, and their titles agree"
    case .pmid: "they have one number in PubMed, and their titles agree"
    case .description: "title, authors, year and place of publication agree"
    case .abstract: "titles and abstracts agree, and nothing speaks against it"
    case .translation: "they stand on the same pages, under a title that was translated or reworded"
    case .twoDOIs: "they are alike, but each has a DOI of its own"
    case .twoPMIDs: "they are alike, but each has a number of its own in PubMed"
    case .parts: "their titles differ in a number or name different parts of a work"
    case .opposites: "a word of one title says the opposite in the other"
    case .notice: "one may be an erratum, a comment, a reply or a protocol of the other"
    case .conference: "one may be the conference abstract of the other"
    case .twoTitles: "they have one abstract under two titles"
    case .twoTypes: "they are two kinds of document"
    case .likely: "much speaks for it, and not enough to be sure"
    case .wouldJoin: "linking them would join groups that do not belong together"
    case .unlike: "too little speaks for it"
    }
  }
}
