/// Two records, how alike they are, and what follows.
public struct MatchPair: Hashable, Sendable {
  /// The lower number.
  public let low: UInt32
  /// The higher number.
  public let high: UInt32
  /// The verdict in eight bytes: a review may have millions of pairs.
  let verdict: PackedVerdict

  /// Compares two records.
  public init(_ one: MatchKey, _ other: MatchKey) {
    let verdict = PairVerdict(one.view, other.view)
    self.init(verdict, of: (one.number, other.number))
  }

  init(_ verdict: PairVerdict, of numbers: (UInt32, UInt32)) {
    self.init(
      low: min(numbers.0, numbers.1), high: max(numbers.0, numbers.1),
      verdict: PackedVerdict(verdict))
  }

  init(low: UInt32, high: UInt32, verdict: PackedVerdict) {
    self.low = low
    self.high = high
    self.verdict = verdict
  }

  /// What is done with them.
  public var band: Band { verdict.band }
  /// Why.
  public var rule: MatchRule { verdict.rule }
  /// How each field agreed.
  public var evidence: Evidence { verdict.evidence }
  /// How much speaks for it, in points; only good for putting pairs in order.
  public var weight: Int { verdict.weight }

  /// The same pair, put before a person after all.
  func asked(because rule: MatchRule) -> MatchPair {
    let verdict = PackedVerdict(band: .ask, rule: rule, evidence: evidence, weight: weight)
    return MatchPair(low: low, high: high, verdict: verdict)
  }

  /// By the numbers of the records.
  static func isInOrder(_ one: MatchPair, _ other: MatchPair) -> Bool {
    (one.low, one.high) < (other.low, other.high)
  }
}
