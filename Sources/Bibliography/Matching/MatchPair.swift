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
  /// Ask: alike, but printed in two places.
  case twoPlaces = "printed-in-two-places"
  /// Ask: likely, and not enough to be sure.
  case likely
  /// Ask: sure by itself, but it would join two groups that do not belong together.
  case wouldJoin = "would-join-groups"

  /// Different: too little speaks for it.
  case unlike
}

/// Two records, how alike they are, and what follows.
public struct MatchPair: Hashable, Sendable {
  /// The lower number.
  public let low: UInt32
  /// The higher number.
  public let high: UInt32
  /// What is done with them.
  public let band: Band
  /// Why.
  public let rule: MatchRule
  /// How each field agreed.
  public let evidence: Evidence
  /// How much speaks for it, in points; only good for putting pairs in order.
  public let weight: Int

  /// Compares two records.
  public init(_ one: MatchKey, _ other: MatchKey) {
    let verdict = Verdict(one, other)
    low = min(one.number, other.number)
    high = max(one.number, other.number)
    band = verdict.band
    rule = verdict.rule
    evidence = verdict.evidence
    weight = verdict.weight
  }

  /// The same pair, put before a person after all.
  func asked(because rule: MatchRule) -> MatchPair {
    MatchPair(low: low, high: high, band: .ask, rule: rule, evidence: evidence, weight: weight)
  }

  private init(
    low: UInt32, high: UInt32, band: Band, rule: MatchRule, evidence: Evidence, weight: Int
  ) {
    self.low = low
    self.high = high
    self.band = band
    self.rule = rule
    self.evidence = evidence
    self.weight = weight
  }
}
