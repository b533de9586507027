extension Evidence {
  /// By which rule the two are surely one document; nil if none is sure.
  func sureRule(_ one: MatchKey, _ other: MatchKey, weight: Int) -> MatchRule? {
    let words = min(one.title.tellingWords, other.title.tellingWords)
    let isRun = isOnOneRun(one, other)
    if doi == .same, agreesBesideNumber(words, isOnOneRun: isRun) { return .doi }
    if pmid == .same, agreesBesideNumber(words, isOnOneRun: isRun) { return .pmid }
    if isRun, isTranslated(one, other, weight: weight) { return .translation }
    guard areYearsNear || isOnlyYearDamaged, isTitleAgreed, authors != .different,
      weight >= Self.sureWeight
    else { return nil }
    if isOnSamePages || isInSameVolume(words) || isInSameYear(words) { return .description }
    return isUnderSameAbstract ? .abstract : nil
  }

  /// The points that being sure takes without a number of the document's own.
  private static let sureWeight = 26

  private var isTitleAgreed: Bool { title == .same || title == .close || title == .contained }
  private var isJournalAgreed: Bool { journal == .same || journal == .close }
  private var areYearsNear: Bool { year == .same || year == .close || year == .unknown }

  /// The year alone is wrong where all else is the same to the page.
  private var isOnlyYearDamaged: Bool {
    title == .same && authors == .same && isJournalAgreed && volume == .same && pages == .same
  }

  /// Whether two records of one DOI agree in what else they say: a record may print the DOI of
  /// another work, and one DOI may stand on all abstracts of a supplement.
  private func agreesBesideNumber(_ words: Int, isOnOneRun: Bool) -> Bool {
    // A DOI of the whole journal stands on records of many years.
    if year == .different, volume == .different { return false }
    return switch title {
    case .same where words >= 4: pages != .different || abstract != .different
    case .same:
      authors != .different && pages != .different && volume != .different && areYearsNear
    case .close, .contained:
      pages != .different && abstract != .different && (authors != .different || abstract == .same)
    case .partly: authors == .same && (abstract == .same || isOnOneRun)
    case .different, .unknown: false
    }
  }

  /// One title on the same pages: the surest place that a document has.
  private var isOnSamePages: Bool {
    if title != .same, abstract == .different { return false }
    return switch (pages, volume) {
    case (.same, .same): journal != .different || authors == .same
    case (.same, .unknown): isJournalAgreed
    case (.same, _):
      // The volume alone is wrong where all else is the same to the page.
      isJournalAgreed && authors == .same && title == .same && year == .same
    case (.close, .same), (.partly, .same):
      isJournalAgreed && authors == .same && title != .contained
    case (.close, _), (.partly, _), (.unknown, _), (.contained, _), (.different, _): false
    }
  }

  /// One title by the same authors in one volume, where a record does not tell the pages; or in one
  /// issue, where none tells the authors, as of proceedings.
  private func isInSameVolume(_ words: Int) -> Bool {
    guard pages == .unknown, volume == .same, isJournalAgreed, title == .same,
      abstract != .different
    else { return false }
    return authors == .same || authors == .unknown && issue == .same && words >= 4
  }

  /// One title by the same authors in one journal and year, where a record tells neither volume nor
  /// pages, as before it is in print.
  private func isInSameYear(_ words: Int) -> Bool {
    pages == .unknown && volume == .unknown && isJournalAgreed && authors == .same && year == .same
      && title == .same && words >= 5 && abstract != .different
  }

  /// One title over one abstract, and nothing that says it was printed twice.
  private var isUnderSameAbstract: Bool {
    guard abstract == .same || abstract == .contained, volume != .different, pages != .different
    else { return false }
    if isJournalAgreed, authors == .same || authors == .unknown && volume == .same { return true }
    // Without authors and place to compare there must be nothing at all in which they differ.
    return journal != .different && abstract == .same && title == .same && year != .close
      && (authors == .same || authors == .close || authors == .unknown)
  }

  /// Whether two titles on one run of pages are two translations or two wordings of one: there is
  /// room for one article only. An item of a single page may share it.
  private func isTranslated(_ one: MatchKey, _ other: MatchKey, weight: Int) -> Bool {
    if title == .partly { return authors == .same || authors == .unknown && weight >= 20 }
    return title == .different && authors == .same
      && one.title.isTranslated != other.title.isTranslated
  }

  /// Whether both have the same first and last page in one volume.
  func isOnOneRun(_ one: MatchKey, _ other: MatchKey) -> Bool {
    pages == .same && volume == .same && isJournalAgreed && year == .same
      && abstract != .different && one.hasSeveralPages && other.hasSeveralPages
  }
}

extension MatchKey {
  /// Whether it runs over more than one page.
  fileprivate var hasSeveralPages: Bool { pages.contains { $0.last > $0.first } }
}
