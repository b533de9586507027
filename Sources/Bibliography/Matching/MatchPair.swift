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
