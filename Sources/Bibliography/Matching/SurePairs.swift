/// Why two records are surely the same document.
public enum SureRule: String, Hashable, CaseIterable, Sendable {
  /// One DOI, and titles that agree.
  case doi = "equal-doi"
  /// One title, first author, year and pages, and no two DOIs.
  case description = "equal-description"
}

/// Two records that a rule is sure of.
public struct SurePair: Hashable, Sendable {
  /// The lower number.
  public let low: UInt32
  /// The higher number.
  public let high: UInt32
  /// The rule.
  public let rule: SureRule
}

/// The sure band by the plainest rules that are safe: whatever they leave is left to people.
public enum SurePairs {
  /// The pairs in which at least one record is new, each record joined to the first of its likes;
  /// the order of the keys does not matter.
  public static func find(
    among keys: [MatchKey], isNew: (UInt32) -> Bool = { _ in true }
  ) -> [SurePair] {
    var pairs: [SurePair] = []
    var seen: Set<[UInt32]> = []
    for rule in SureRule.allCases {
      for bucket in buckets(of: keys, by: rule) where bucket.count > 1 {
        for (place, key) in bucket.enumerated().dropFirst() {
          guard let other = bucket[..<place].first(where: { areSame($0, key, by: rule) }),
            isNew(key.number) || isNew(other.number),
            seen.insert([other.number, key.number]).inserted
          else { continue }
          pairs.append(SurePair(low: other.number, high: key.number, rule: rule))
        }
      }
    }
    return pairs.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
  }

  /// Records that could be the same by a rule, in order of their numbers.
  private static func buckets(of keys: [MatchKey], by rule: SureRule) -> [[MatchKey]] {
    var buckets: [String: [MatchKey]] = [:]
    for key in keys {
      switch rule {
      case .doi: if let doi = key.doi { buckets[doi, default: []].append(key) }
      case .description:
        guard isTelling(key), let author = key.firstAuthor, let year = key.year,
          let pages = key.pages
        else { continue }
        let text = "\(key.title.joined()) \(author) \(year) \(pages.first)"
        buckets[text, default: []].append(key)
      }
    }
    return buckets.values.map { $0.sorted { $0.number < $1.number } }
  }

  private static func areSame(_ one: MatchKey, _ other: MatchKey, by rule: SureRule) -> Bool {
    switch rule {
    case .doi: doTitlesAgree(one.title, other.title)
    case .description:
      one.doi == nil || other.doi == nil || one.doi == other.doi
    }
  }

  /// Titles such as "Editorial" or "Peer support" stand on many documents.
  private static func isTelling(_ key: MatchKey) -> Bool {
    key.title.count >= 4 && key.title.joined().utf8.count >= 20
  }

  /// The same words, or one title goes on where the other ends, as with a subtitle; but not with
  /// words that make another document of it.
  private static func doTitlesAgree(_ one: [Substring], _ other: [Substring]) -> Bool {
    if one.joined() == other.joined() { return !one.isEmpty }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard short.count >= 4, long.starts(with: short) else { return false }
    return long.dropFirst(short.count).allSatisfy { !parting.contains($0) }
  }

  private static let parting: Set<Substring> = [
    "part", "erratum", "errata", "corrigendum", "correction", "retraction", "retracted", "comment",
    "commentary", "reply", "response", "letter", "abstract", "abstracts", "supplement", "protocol",
    "1", "2", "3", "4", "i", "ii", "iii", "iv",
  ]
}
