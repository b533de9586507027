import Bibliography

/// How a format prints the names of people.
enum NameOrder: Hashable, Sendable {
  /// `Family, Given`; without a comma it is a name as a whole.
  case familyFirst
  /// `Family GJ`, `Family G.J.` or `Family GJ 3rd`: initials without a comma before them.
  case familyThenInitials
  /// `Given von Family`, of which no part is told apart.
  case givenFirst
}

extension NameOrder {
  /// The author that a text names; nil where there is none.
  func author(_ text: String) -> Reference.Author? {
    let name = text.onOneLine
    guard !name.isEmpty else { return nil }
    switch self {
    case .familyFirst: return PlacedName.author(name)
    case .givenFirst: return .named(name)
    case .familyThenInitials:
      if name.utf8.span.holds(",") { return PlacedName.author(name) }
      return shortName(name[...]) ?? .named(name)
    }
  }

  /// `Family GJ`, or `Family GJ 3rd`.
  private func shortName(_ name: Substring) -> Reference.Author? {
    guard let blank = name.lastIndex(of: " ") else { return nil }
    let last = name[name.index(after: blank)...]
    if last.isGeneration, case .person(let family, .some(let given)) = shortName(name[..<blank]) {
      return .person(family: family, given: "\(given), \(last)")
    }
    return last.areInitials ? .person(family: String(name[..<blank]), given: String(last)) : nil
  }
}

extension Substring {
  /// What tells a son from his father.
  fileprivate var isGeneration: Bool {
    ["Jr", "Jr.", "Sr", "Sr.", "2nd", "3rd", "4th", "II", "III", "IV"].contains(self)
  }

  /// `GJ`, `G.J.`, `M.-L.`: capitals with nothing but full stops and hyphens between them.
  var areInitials: Bool {
    guard !Self.noInitials.contains(self) else { return false }
    let letters = filter { $0 != "." && $0 != "-" }
    let mayBeInitials = count == letters.count ? letters.count <= 3 : letters.count <= 5
    return !letters.isEmpty && mayBeInitials && letters.allSatisfy { $0.isUppercase }
  }

  /// What stands behind the names of groups.
  private static let noInitials: Set<Substring> = [
    "UK", "U.K.", "US", "U.S.", "USA", "U.S.A.", "EU", "II", "III",
  ]
}
