/// The word on two records: weighs the evidence, and keeps what must never be linked by a rule.
///
/// Points order the pairs and tell what is worth a question; being sure takes more than points. It
/// takes a title that agrees, a second witness that seldom agrees by chance (a DOI, pages, an
/// abstract), and nothing that speaks against it.
struct PairVerdict {
  let band: Band
  let rule: MatchRule
  let evidence: Evidence
  let weight: Int

  init(_ one: KeyView, _ other: KeyView) {
    evidence = Evidence(one, other)
    let words = min(one.tellingWords, other.tellingWords)
    weight = evidence.weight(ofTitleWith: words)
    let isWorthAsking =
      weight >= Self.worthAsking || evidence.isUncontradicted && words >= 4
      || evidence.authors == .same && evidence.isOnOneRun(one, other)
    if let bar = evidence.bar(one, other) {
      rule = bar
      band = isWorthAsking ? .ask : .different
    } else if let sure = evidence.sureRule(one, other, weight: weight) {
      rule = sure
      band = .sure
    } else {
      rule = isWorthAsking ? .likely : .unlike
      band = isWorthAsking ? .ask : .different
    }
  }

  /// Whether two records that share a key are worth a full comparison: nearly all that meet by
  /// chance have not even words of their titles in common, and then little could outweigh that.
  static func isOpen(_ one: KeyView, _ other: KeyView) -> Bool {
    if one.doi != 0 && one.doi == other.doi || one.pmid != 0 && one.pmid == other.pmid {
      return true
    }
    let (mine, theirs) = (one.distinctWords, other.distinctWords)
    let shared = one.memory.span.extracting(mine)
      .countSharedWords(with: other.memory.span.extracting(theirs))
    if 5 * shared >= min(mine.count, theirs.count) / 4 { return true }
    if one.lostLetters > 0 || other.lostLetters > 0 { return true }
    if one.memory.span.extracting(one.letters).equals(other.memory.span.extracting(other.letters)) {
      return true
    }
    for mine in 0..<one.pageCount {
      for theirs in 0..<other.pageCount where one.page(mine).first == other.page(theirs).first {
        return true
      }
    }
    return one.abstractWords > 0 && one.abstract.likeness(to: other.abstract) >= 0.7
  }

  /// The points from which a pair is put before a person.
  private static let worthAsking = 20
}

extension Evidence {
  /// Whether the titles and the years agree, and nothing else speaks against it.
  fileprivate var isUncontradicted: Bool {
    (title == .same || title == .close) && (year == .same || year == .close)
      && Field.allCases.allSatisfy { self[$0] != .different }
  }

  /// The points of all fields together.
  func weight(ofTitleWith words: Int) -> Int {
    let most = min(22, 3 * words)
    let forTitle =
      switch title {
      case .same: most
      case .close: most - 2
      case .contained: most - 4
      case .partly: 0
      case .different: -14
      case .unknown: 0
      }
    return forTitle
      + points(doi, same: pointsForOneDOI, different: -6)
      + points(pmid, same: 16, different: -8)
      + points(authors, same: 8, close: 4, contained: 5, partly: 1, different: -10)
      + points(year, same: 3, close: 1, partly: -3, different: -7)
      + points(journal, same: 4, close: 4, different: -5)
      + points(volume, same: 3, different: -3) + points(issue, same: 1, different: 0)
      + points(pages, same: 9, close: 5, partly: 4, different: -7)
      + points(abstract, same: 12, contained: 8, partly: 4, different: -2)
      + points(type, same: 0, different: -4)
  }

  /// One DOI may stand on all abstracts of a supplement: where the titles do not agree, it says
  /// little more than the journal does.
  private var pointsForOneDOI: Int {
    switch title {
    case .same, .close, .contained, .unknown: 16
    case .partly: pages == .different || authors == .different ? 2 : 8
    case .different: abstract == .same ? 8 : 2
    }
  }

  private func points(
    _ agreement: Agreement, same: Int, close: Int = 0, contained: Int = 0, partly: Int = 0,
    different: Int
  ) -> Int {
    switch agreement {
    case .same: same
    case .close: close
    case .contained: contained
    case .partly: partly
    case .different: different
    case .unknown: 0
    }
  }
}
