/// A verdict in eight bytes: from below band, rule and weight, a byte each, then three bits for each
/// field of the evidence.
struct PackedVerdict: Hashable, Sendable {
  let bits: UInt64

  init(_ verdict: PairVerdict) {
    self.init(
      band: verdict.band, rule: verdict.rule, evidence: verdict.evidence, weight: verdict.weight)
  }

  init(band: Band, rule: MatchRule, evidence: Evidence, weight: Int) {
    var bits = UInt64(Self.bands.firstIndex(of: band) ?? 0)
    bits |= UInt64(Self.rules.firstIndex(of: rule) ?? 0) << 8
    bits |= UInt64(UInt8(bitPattern: Int8(clamping: weight))) << 16
    for (place, field) in Self.fields.enumerated() {
      bits |= UInt64(evidence[field].rawValue) << Self.shift(place)
    }
    self.bits = bits
  }

  /// A verdict as it was kept; nil for bits that are none.
  init?(bits: UInt64) {
    self.bits = bits
    guard bits & 0xFF < Self.bands.count, bits >> 8 & 0xFF < Self.rules.count,
      bits >> Self.shift(Self.fields.count) == 0,
      Self.fields.indices.allSatisfy({ agreement($0) != nil })
    else { return nil }
  }

  var band: Band { Self.bands[Int(bits & 0xFF)] }
  var rule: MatchRule { Self.rules[Int(bits >> 8 & 0xFF)] }
  var weight: Int { Int(Int8(bitPattern: UInt8(bits >> 16 & 0xFF))) }

  var evidence: Evidence {
    var evidence = Evidence()
    for (place, field) in Self.fields.enumerated() {
      evidence[field] = agreement(place) ?? .unknown
    }
    return evidence
  }

  private func agreement(_ place: Int) -> Agreement? {
    Agreement(rawValue: UInt8(bits >> Self.shift(place) & 7))
  }

  private static func shift(_ place: Int) -> UInt64 { UInt64(24 + 3 * place) }

  private static let bands = Band.allCases
  private static let rules = MatchRule.allCases
  private static let fields = Evidence.Field.allCases
}
