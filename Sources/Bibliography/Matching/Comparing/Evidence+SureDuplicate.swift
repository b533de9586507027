extension Evidence {
  /// By which rule the two are surely one document; nil if none is sure.
  func sureRule(_ one: KeyView, _ other: KeyView, weight: Int) -> MatchRule? {
    let words = min(one.tellingWords, other.tellingWords)
    let isRun = isOnOneRun(one, other)
    if doi == .same, agreesBesideNumber(words, isOnOneRun: isRun) { return .doi }
    if pmid == .same, agreesBesideNumber(words, isOnOneRun: isRun) { return .pmid }
    if isRun, isTranslated(one, other, words: words) { return .translation }
    if title == .same, isOnlyOneDamaged || isInSameIssue(words) { return .description }
    guard areYearsNear, isTitleAgreed, authors != .different, weight >= Self.sureWeight else {
      return nil
    }
    if isOnSamePages(sharesRun: one.sharesRun(with: other)) { return .description }
    if isInSameVolume(words) || isInSameYear(words) { return .description }
    return isUnderSameAbstract ? .abstract : nil
  }

  /// The points that being sure takes without a number of the document's own.
  private static let sureWeight = 26

  private var isTitleAgreed: Bool { title == .same || title == .close || title == .contained }
  private var isJournalAgreed: Bool { journal == .same || journal == .close }
  private var areYearsNear: Bool { year == .same || year == .close || year == .unknown }

  /// One field alone is wrong, the year or the names, where all else is the same to the page.
  private var isOnlyOneDamaged: Bool {
    guard isJournalAgreed, volume == .same, pages == .same else { return false }
    return authors == .same || authors == .different && year == .same && abstract == .same
  }

  /// A title of some length in one issue, and no authors: proceedings, news, a call.
  private func isInSameIssue(_ words: Int) -> Bool {
    authors == .unknown && words >= 4 && isJournalAgreed && volume == .same && issue == .same
      && year == .same && pages != .different && abstract != .different
  }

  /// Whether two records of one DOI agree in what else they say: a record may print the DOI of
  /// another work, and one DOI may stand on all abstracts of a supplement.
  private func agreesBesideNumber(_ words: Int, isOnOneRun: Bool) -> Bool {
    // A DOI of the whole journal stands on records of many years.
    if year == .different, volume == .different { return false }
    return switch title {
    case .same where words >= 4:
      authors == .different
        ? pages == .same || abstract == .same || abstract == .contained
        : pages != .different || abstract != .different
    case .same:
      authors != .different && pages != .different && volume != .different && areYearsNear
    case .close, .contained:
      pages != .different && abstract != .different && (authors != .different || abstract == .same)
    case .partly: authors == .same && (abstract == .same || isOnOneRun)
    case .different, .unknown: false
    }
  }

  /// One title on the same pages: the surest place that a document has.
  private func isOnSamePages(sharesRun: Bool) -> Bool {
    if title != .same, abstract == .different { return false }
    return switch (pages, volume) {
    case (.same, .same): journal != .different || authors == .same
    case (.same, .unknown):
      // First and last page together do not agree by chance, whatever the journal is called.
      isJournalAgreed || authors == .same && (sharesRun && year == .same || journal == .contained)
    case (.same, _):
      // The volume alone is wrong where all else is the same to the page.
      isJournalAgreed && authors == .same && title == .same && year == .same
    case (.close, .same), (.partly, .same):
      isJournalAgreed && authors == .same && title != .contained
    case (.close, _), (.partly, _), (.unknown, _), (.contained, _), (.different, _): false
    }
  }

  /// One title by the same authors in one volume, where a record does not tell the pages. Another
  /// issue may hold another of a series of one name, if the name is short.
  private func isInSameVolume(_ words: Int) -> Bool {
    pages == .unknown && volume == .same && authors == .same && title == .same
      && abstract != .different && (issue != .different || words >= 6)
      && (isJournalAgreed || journal == .contained && words >= 6)
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
  private func isTranslated(_ one: KeyView, _ other: KeyView, words: Int) -> Bool {
    if title == .partly { return authors == .same || authors == .unknown && words >= 4 }
    return title == .different && authors == .same
      && one.isTranslated != other.isTranslated
  }

  /// Whether both have the same first and last page in one volume.
  func isOnOneRun(_ one: KeyView, _ other: KeyView) -> Bool {
    pages == .same && volume == .same && isJournalAgreed && year == .same
      && abstract != .different && one.hasSeveralPages && other.hasSeveralPages
  }
}

extension KeyView {
  /// Whether it runs over more than one page.
  fileprivate var hasSeveralPages: Bool {
    (0..<pageCount).contains { page($0).last > page($0).first }
  }

  /// Whether both run from one page to one other page.
  fileprivate func sharesRun(with other: KeyView) -> Bool {
    for mine in 0..<pageCount where page(mine).last > page(mine).first {
      for theirs in 0..<other.pageCount where page(mine) == other.page(theirs) { return true }
    }
    return false
  }
}
