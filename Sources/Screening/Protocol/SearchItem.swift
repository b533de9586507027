/// What PRISMA-S asks to be reported of a search, as far as a protocol can say it.
public enum SearchItem: String, Hashable, CaseIterable, Sendable {
  /// PRISMA-S, item 1: the database and the platform that it was searched on.
  case platform
  /// PRISMA-S, item 8: the full search strategy, as it was run.
  case searchString = "search string"
  /// PRISMA-S, item 13: the day on which it was last run.
  case dateSearched = "date searched"
}

extension Source {
  /// What PRISMA-S asks for and neither the protocol nor an import from here says.
  public func missingItems(searched: PartialDate?) -> [SearchItem] {
    SearchItem.allCases.filter { item in
      switch item {
      case .platform: isSearchedByString && platform == nil
      case .searchString: isSearchedByString && search == nil
      case .dateSearched: (searched ?? self.searched) == nil
      }
    }
  }

  /// Whether somebody typed a search there; other routes are described in words.
  private var isSearchedByString: Bool { arm == .databases }
}
