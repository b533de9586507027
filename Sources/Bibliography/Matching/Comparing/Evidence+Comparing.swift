extension Evidence {
  /// Compares two records field by field; the order of the two does not matter.
  init(_ one: MatchKey, _ other: MatchKey) {
    self.init()
    doi = Self.equality(one.doi, other.doi)
    pmid = Self.equality(UInt64(one.pmid), UInt64(other.pmid))
    title = Titles.compare(one.title, other.title)
    authors = Self.authors(one.names, other.names)
    year = Self.years(one.year, other.year)
    journal = Self.journals(one.journal, other.journal)
    volume = Self.volumes(one, other)
    issue = Self.equality(UInt64(one.issue), UInt64(other.issue))
    pages = Self.pages(one, other)
    abstract = Self.abstracts(one.abstract, other.abstract)
    type = Self.types(one.types, other.types)
  }

  private static func equality(_ one: UInt64, _ other: UInt64) -> Agreement {
    guard one != 0, other != 0 else { return .unknown }
    return one == other ? .same : .different
  }

  /// The number of a supplement may stand in the place of the volume.
  private static func volumes(_ one: MatchKey, _ other: MatchKey) -> Agreement {
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

  private static func authors(_ one: NameForm, _ other: NameForm) -> Agreement {
    guard !one.words.isEmpty, !other.words.isEmpty else { return .unknown }
    let shared = one.words.countShared(with: other.words)
    let fewest = min(one.words.count, other.words.count)
    guard shared > 0 else {
      // Broken letters at the end of names, or one letter wrong in each.
      let stems = one.stems.countShared(with: other.stems)
      return 3 * stems >= 2 * min(one.stems.count, other.stems.count) && stems > 1
        ? .close : .different
    }
    if fewest == 1, one.initial != 0, other.initial != 0 {
      if one.initial == other.initial {
        return max(one.words.count, other.words.count) <= 3 ? .same : .contained
      }
      return one.words.count == other.words.count ? .different : .partly
    }
    if 5 * shared >= 4 * fewest {
      return shared >= 2 || one.words.count == other.words.count ? .same : .contained
    }
    return 2 * shared >= fewest ? .close : .partly
  }

  private static func journals(_ one: JournalForm, _ other: JournalForm) -> Agreement {
    if one.issns.contains(where: other.issns.contains) { return .same }
    guard !one.names.isEmpty, !other.names.isEmpty else { return .unknown }
    for name in one.names where other.names.contains(name) { return .same }
    for name in one.names {
      if other.names.contains(where: { JournalNames.agree(name, $0) }) { return .close }
    }
    for name in one.names {
      if other.names.contains(where: { JournalNames.begins(name, $0) }) { return .contained }
    }
    return .different
  }

  private static func pages(_ one: MatchKey, _ other: MatchKey) -> Agreement {
    guard !one.pages.isEmpty, !other.pages.isEmpty else { return .unknown }
    var best = Agreement.different
    for mine in one.pages {
      for theirs in other.pages {
        switch mine.compare(to: theirs) {
        case .same: return .same
        case .close: best = .close
        case .partly: best = best == .close ? .close : .partly
        case .unknown, .contained, .different: break
        }
      }
    }
    // Before it has a volume, an article counts its own pages from 1.
    if best == .different,
      one.volume == 0 && one.pages[0].first == 1 || other.volume == 0 && other.pages[0].first == 1
    {
      return .unknown
    }
    return best
  }

  private static func abstracts(_ one: AbstractSketch, _ other: AbstractSketch) -> Agreement {
    guard one.isKnown, other.isKnown else { return .unknown }
    let likeness = one.likeness(to: other)
    if likeness >= 0.7 { return .same }
    // A text cut short shares no more than its own part of the whole.
    let (short, long) = (min(one.words, other.words), max(one.words, other.words))
    if likeness >= 0.8 * Double(short) / Double(long), likeness >= 0.15 { return .contained }
    return likeness >= 0.3 ? .partly : .different
  }

  private static func types(_ one: UInt32, _ other: UInt32) -> Agreement {
    let unknown = SourceType.unknown.bit
    let (mine, theirs) = (one & ~unknown, other & ~unknown)
    guard mine != 0, theirs != 0 else { return .unknown }
    if mine & theirs != 0 { return .same }
    let compatible = SourceType.allCases.contains { kind in
      mine & kind.bit != 0
        && SourceType.allCases.contains { theirs & $0.bit != 0 && kind.maySeem($0) }
    }
    return compatible ? .close : .different
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
  /// Whether one database may call this what another calls that: what journals print has many
  /// names, and they are given freely.
  fileprivate func maySeem(_ other: SourceType) -> Bool {
    let arePrintedInJournals =
      SourceType.journalArticle.mayBe(self) && SourceType.journalArticle.mayBe(other)
    return arePrintedInJournals || mayBe(other) || other.mayBe(self)
  }
}
