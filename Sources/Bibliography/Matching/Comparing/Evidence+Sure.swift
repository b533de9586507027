extension Evidence {
  /// By which rule the two are surely one document; nil if none is sure.
  func sureRule(_ one: MatchKey, _ other: MatchKey, weight: Int) -> MatchRule? {
    let words = min(one.title.tellingWords, other.title.tellingWords)
    if doi == .same, agreesBesideNumber(words) { return .doi }
    if pmid == .same, agreesBesideNumber(words) { return .pmid }
    if isOneRunTwoTitles(one, other) { return .translation }
    guard areYearsNear, isTitleAgreed, authors != .different, weight >= Self.sureWeight
    else {
      return nil
    }
    if isOnSamePages || isInSameVolume || isInSameYear(words) { return .description }
    return isUnderSameAbstract ? .abstract : nil
  }

  /// The points that being sure takes without a number of the document's own.
  private static let sureWeight = 26

  private var isTitleAgreed: Bool { title == .same || title == .close || title == .contained }
  private var isJournalAgreed: Bool { journal == .same || journal == .close }
  private var areYearsNear: Bool { year == .same || year == .close || year == .unknown }

  /// Whether two records of one DOI agree in what else they say: a record may print the DOI of
  /// another work, and one DOI may stand on all abstracts of a supplement.
  private func agreesBesideNumber(_ words: Int) -> Bool {
    if title == .partly { return authors == .same && (pages == .same || abstract == .same) }
    guard isTitleAgreed else { return false }
    if pages == .different { return authors == .same && abstract != .different && words >= 4 }
    return authors != .different || abstract == .same || title == .same && words >= 4
  }

  /// One title on the same pages: the surest place that a document has.
  private var isOnSamePages: Bool {
    switch (pages, volume) {
    case (.same, .same): journal != .different || authors == .same
    case (.same, .unknown): isJournalAgreed
    case (.same, _):
      // A supplement's number, taken for the volume, is outweighed by all the rest.
      isJournalAgreed && authors == .same && abstract == .same && year == .same
    case (.close, .same), (.partly, .same):
      isJournalAgreed && authors == .same && title != .contained
    case (.close, _), (.partly, _), (.unknown, _), (.contained, _), (.different, _): false
    }
  }

  /// One title by the same authors in one volume, where a record does not tell the pages.
  private var isInSameVolume: Bool {
    pages == .unknown && volume == .same && isJournalAgreed && authors == .same
      && title != .contained && abstract != .different
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
    // Without a journal to compare there must be nothing else in which they differ.
    return journal == .unknown && abstract == .same && title == .same && year != .close
      && (authors == .same || authors == .close || authors == .unknown)
  }

  /// Whether two titles stand on one run of pages: there is room for one article only, so they are
  /// two translations or two wordings of one. An item of a single page may share it.
  private func isOneRunTwoTitles(_ one: MatchKey, _ other: MatchKey) -> Bool {
    guard isOnOneRun(one, other), authors == .same || authors == .unknown else { return false }
    if title == .partly { return true }
    return title == .different && authors == .same
      && one.title.marks.contains(.translated) != other.title.marks.contains(.translated)
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
