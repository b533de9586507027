import Bibliography

/// How a format prints the names of people.
enum NameOrder: Hashable, Sendable {
  /// `Family, Given`; without a comma it is a name as a whole.
  case familyFirst
  /// `Family GJ` or `Family G.J.`: initials without a comma before them.
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
    case .familyFirst: return RISName.author(name)
    case .givenFirst: return .named(name)
    case .familyThenInitials:
      if name.utf8.span.holds(",") { return RISName.author(name) }
      guard let blank = name.lastIndex(of: " ") else { return .named(name) }
      let initials = name[name.index(after: blank)...]
      guard initials.areInitials else { return .named(name) }
      return .person(family: String(name[..<blank]), given: String(initials))
    }
  }
}

extension Substring {
  /// `GJ`, `G.J.`, `M.-L.`: capitals with nothing but full stops and hyphens between them.
  var areInitials: Bool {
    let letters = filter { $0 != "." && $0 != "-" }
    let mayBeInitials = count == letters.count ? letters.count <= 3 : letters.count <= 5
    return !letters.isEmpty && mayBeInitials && letters.allSatisfy { $0.isUppercase }
  }
}
