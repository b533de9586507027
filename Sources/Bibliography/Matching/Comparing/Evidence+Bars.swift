extension Evidence {
  /// Why no rule may link two records, however alike they are; nil if a rule may.
  func bar(_ one: KeyView, _ other: KeyView) -> MatchRule? {
    if doi == .different { return .twoDOIs }
    if pmid == .different { return .twoPMIDs }
    if one.notices != other.notices { return .notice }
    if let rule = partingRule(one, other) { return rule }
    if one.isMarkedAbstract != other.isMarkedAbstract, !isInOnePlace { return .conference }
    if abstract == .same, title == .different { return .twoTitles }
    if abstract == .same, title == .partly, doi != .same, !isOnOnePage { return .twoTitles }
    if type == .different, doi != .same, pmid != .same { return .twoTypes }
    return nil
  }

  /// Whether both are printed in the same pages of the same volume, as far as they tell.
  private var isOnOnePage: Bool { pages == .same && volume == .same && journal != .different }

  /// Whether what is marked as an abstract and what is not are one item of one volume: databases
  /// leave the mark out.
  private var isInOnePlace: Bool {
    if doi == .same || pmid == .same || pages == .same { return true }
    return pages != .different && volume == .same && (journal == .same || journal == .close)
  }

  /// What the titles say of two documents, in a number or in words that only one of them has.
  private func partingRule(
    _ one: KeyView, _ other: KeyView
  ) -> MatchRule? {
    switch title {
    case .same, .different, .unknown: nil
    case .close where one.numbers != other.numbers: .parts
    case .close: Opposites.part(one, other) ? .opposites : nil
    case .partly where isOnOnePage && one.isTranslated != other.isTranslated: nil
    case .partly where one.numbers != other.numbers: .parts
    case .partly, .contained: addedRule(one, other)
    }
  }

  /// What the words say that only one of the titles has.
  private func addedRule(
    _ one: KeyView, _ other: KeyView
  ) -> MatchRule? {
    let rules = [
      TitleMarks.partingRule(Titles.added(one, beyond: other)),
      TitleMarks.partingRule(Titles.added(other, beyond: one)),
    ].compactMap { $0 }
    return rules.contains(.parts) ? .parts : rules.first
  }
}

extension KeyView {
  /// In what way it speaks of another document: as its erratum, a comment, a reply, a plan of work.
  fileprivate var notices: TitleForm.Marks {
    let notices = marks.intersection([.correction, .comment, .plan])
    let isCorrection = types & (SourceType.erratum.bit | SourceType.retraction.bit) != 0
    return isCorrection ? notices.union(.correction) : notices
  }

  /// Whether it is said to be an abstract.
  fileprivate var isMarkedAbstract: Bool {
    marks.contains(.abstract) || types & SourceType.conferenceAbstract.bit != 0
  }
}
