extension Evidence {
  /// Compares two records field by field; the order of the two does not matter.
  init(_ one: KeyView, _ other: KeyView) {
    self.init()
    doi = Self.equality(one.doi, other.doi)
    pmid = Self.equality(UInt64(one.pmid), UInt64(other.pmid))
    title = Titles.compare(one, other)
    authors = Self.authors(one, other)
    year = Self.years(one.year, other.year)
    journal = Self.journals(one, other)
    volume = Self.volumes(one, other)
    issue = Self.equality(UInt64(one.issue), UInt64(other.issue))
    pages = Self.pages(one, other)
    abstract = Self.abstracts(one, other)
    type = Self.types(one.types, other.types)
  }

  private static func equality(_ one: UInt64, _ other: UInt64) -> Agreement {
    guard one != 0, other != 0 else { return .unknown }
    return one == other ? .same : .different
  }

  /// The number of a supplement may stand in the place of the volume.
  private static func volumes(
    _ one: KeyView, _ other: KeyView
  ) -> Agreement {
    let agreement = equality(UInt64(one.volume), UInt64(other.volume))
    let isSupplement =
      one.supplement != 0 && one.supplement == other.volume
      || other.supplement != 0 && other.supplement == one.volume
    return agreement == .different && isSupplement ? .unknown : agreement
  }

  private static func years(_ one: Int16, _ other: Int16) -> Agreement {
    guard one != 0, other != 0 else { return .unknown }
    switch abs(Int(one) - Int(other)) {
    case 0: return .same
    case 1: return .close  // online in one year, in print in the next
    case 2: return .partly
    default: return .different
    }
  }

  private static func authors(
    _ one: KeyView, _ other: KeyView
  ) -> Agreement {
    let (mine, theirs) = (one.names.count / 4, other.names.count / 4)
    let (fewest, most) = (min(mine, theirs), max(mine, theirs))
    guard fewest > 0 else { return .unknown }
    let shared = one.memory.span.extracting(one.names)
      .countSharedWords(with: other.memory.span.extracting(other.names))
    guard shared > 0 else {
      // Broken letters at the end of names, or one letter wrong in each.
      let stems = one.memory.span.extracting(one.stems)
        .countSharedWords(with: other.memory.span.extracting(other.stems))
      return 3 * stems >= 2 * min(one.stems.count, other.stems.count) / 4 && stems > 1
        ? .close : .different
    }
    if fewest == 1, one.initial != 0, other.initial != 0 {
      if one.initial == other.initial { return most <= 3 ? .same : .contained }
      return mine == theirs ? .different : .partly
    }
    if 5 * shared >= 4 * fewest { return shared >= 2 || mine == theirs ? .same : .contained }
    return 2 * shared >= fewest ? .close : .partly
  }

  private static func journals(
    _ one: KeyView, _ other: KeyView
  ) -> Agreement {
    for mine in 0..<one.issnCount {
      for theirs in 0..<other.issnCount where one.issn(mine) == other.issn(theirs) { return .same }
    }
    guard !one.journals.isEmpty, !other.journals.isEmpty else { return .unknown }
    if hasNames(of: one, in: other, { $0.equals($1) }) { return .same }
    if hasNames(of: one, in: other, { JournalNames.agree($0, $1) }) { return .close }
    return hasNames(of: one, in: other, { JournalNames.begins($0, $1) }) ? .contained : .different
  }

  /// Whether a name of one journal and a name of the other are as is asked.
  private static func hasNames(
    of one: KeyView, in other: KeyView,
    _ areAlike: (Span<UInt8>, Span<UInt8>) -> Bool
  ) -> Bool {
    var mine = one.journals.lowerBound
    while mine < one.journals.upperBound {
      let name = one.journal(at: mine)
      var theirs = other.journals.lowerBound
      while theirs < other.journals.upperBound {
        let otherName = other.journal(at: theirs)
        if areAlike(one.memory.span.extracting(name), other.memory.span.extracting(otherName)) {
          return true
        }
        theirs = otherName.upperBound
      }
      mine = name.upperBound
    }
    return false
  }

  private static func pages(_ one: KeyView, _ other: KeyView) -> Agreement {
    guard one.pageCount > 0, other.pageCount > 0 else { return .unknown }
    var best = Agreement.different
    for mine in 0..<one.pageCount {
      for theirs in 0..<other.pageCount {
        switch one.page(mine).compare(to: other.page(theirs)) {
        case .same: return .same
        case .close: best = .close
        case .partly: best = best == .close ? .close : .partly
        case .unknown, .contained, .different: break
        }
      }
    }
    // Before it has a volume, an article counts its own pages from 1.
    if best == .different,
      one.volume == 0 && one.page(0).first == 1 || other.volume == 0 && other.page(0).first == 1
    {
      return .unknown
    }
    return best
  }

  private static func abstracts(
    _ one: KeyView, _ other: KeyView
  ) -> Agreement {
    guard one.abstractWords > 0, other.abstractWords > 0 else { return .unknown }
    let likeness = one.abstract.likeness(to: other.abstract)
    if likeness >= 0.7 { return .same }
    // A text cut short shares no more than its own part of the whole.
    let short = min(one.abstractWords, other.abstractWords)
    let long = max(one.abstractWords, other.abstractWords)
    if likeness >= 0.8 * Double(short) / Double(long), likeness >= 0.15 { return .contained }
    return likeness >= 0.3 ? .partly : .different
  }

  private static func types(_ one: UInt32, _ other: UInt32) -> Agreement {
    let unknown = SourceType.unknown.bit
    let (mine, theirs) = (one & ~unknown, other & ~unknown)
    guard mine != 0, theirs != 0 else { return .unknown }
    if mine & theirs != 0 { return .same }
    let areAlike = SourceType.lookalikes.contains { mine & $0.kind != 0 && theirs & $0.others != 0 }
    return areAlike ? .close : .different
  }
}

extension PageSpan {
  fileprivate func compare(to other: PageSpan) -> Agreement {
    let lettersAgree = letters == other.letters
    if first == other.first {
      let isOpen = last == first || other.last == other.first
      if lettersAgree, last == other.last || isOpen { return .same }
      let isNear = last < other.last + 10 && other.last < last + 10
      return last == other.last || isOpen || lettersAgree && isNear ? .close : .partly
    }
    let overlap = first <= other.last && other.first <= last
    return overlap && lettersAgree && last - first < 100 && other.last - other.first < 100
      ? .partly : .different
  }
}

extension SourceType {
  /// The bit of each kind, and those of the kinds that it may seem.
  fileprivate static let lookalikes = allCases.map { kind in
    (kind: kind.bit, others: allCases.reduce(0) { kind.maySeem($1) ? $0 | $1.bit : $0 })
  }

  /// Whether one database may call this what another calls that: what journals print has many
  /// names, and they are given freely.
  fileprivate func maySeem(_ other: SourceType) -> Bool {
    let arePrintedInJournals =
      SourceType.journalArticle.mayBe(self) && SourceType.journalArticle.mayBe(other)
    return arePrintedInJournals || mayBe(other) || other.mayBe(self)
  }
}
