import Bibliography

/// What several authors or keywords in one cell are, however a program has joined them.
enum TableList {
  /// The items of a list: as Python prints lists, or parted so.
  static func items(of text: String, parted separator: ListSeparator) -> [String] {
    pythonList(text) ?? separator.parts(of: text)
  }

  /// The names in a cell, with the order in which their parts stand.
  static func names(in text: String) -> [(NameOrder, String)] {
    if let list = pythonList(text) { return list.map { ($0.order, $0) } }
    if text.contains(";") {
      let parts = ListSeparator.semicolon.parts(of: text)
      return shortNames(andGroups: parts) ?? parts.map { ($0.order, $0) }
    }
    if text.contains("|") {
      return text.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
        .map { ($0.order, $0) }
    }
    if let names = namesJoinedByAnd(text) { return names }
    let parts = ListSeparator.comma.parts(of: text)
    guard parts.count > 1 else { return parts.map { ($0.order, $0) } }
    if parts.areShort { return parts.withoutStop.map { (.familyThenInitials, $0) } }
    if let pairs = pairs(of: parts) { return pairs.map { (.familyFirst, $0) } }
    // `Ada Example, Bo Sample` are two people; `Example, Ada` is one, and so is `de Vries, Jan P`.
    if areWhole(parts) || parts.count > 2 { return parts.map { (.givenFirst, $0) } }
    return [(.familyFirst, text)]
  }

  /// `Example AB, Walter B; Example Group.`: PubMed parts groups, of which a name has its own commas,
  /// from names with initials, which commas part.
  private static func shortNames(andGroups parts: [String]) -> [(NameOrder, String)]? {
    let names = ListSeparator.comma.parts(of: parts.first ?? "")
    guard names.areShort else { return nil }
    return (names + parts.dropFirst()).withoutStop.map {
      ($0.contains(",") ? .familyFirst : .familyThenInitials, $0)
    }
  }

  /// `Example, Ada and Walter, Bo and Example Group`; nil where `and` parts no such names.
  private static func namesJoinedByAnd(_ text: String) -> [(NameOrder, String)]? {
    let parts = text.split(separator: " and ").map { String($0).trimmed }
    guard parts.count > 1, parts.contains(where: { $0.contains(",") }) else { return nil }
    if parts.allSatisfy(\.isFamilyAndGiven) { return parts.map { (.familyFirst, $0) } }
    let areEach = parts.allSatisfy { part in
      let pieces = ListSeparator.comma.parts(of: part)
      return !part.contains(",")
        || part.isFamilyAndGiven && !pieces.allSatisfy(\.endsWithInitials) && !areWhole(pieces)
    }
    return areEach ? parts.map { ($0.order, $0) } : names(in: parts.joined(separator: ", "))
  }

  /// `Example, A., Sample, B.`: family and given names in turn.
  private static func pairs(of parts: [String]) -> [String]? {
    guard parts.count > 2, parts.count % 2 == 0 else { return nil }
    let families = stride(from: 0, to: parts.count, by: 2).map { parts[$0] }
    let given = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    let areInTurn =
      given.allSatisfy(\.areInitials) && !families.contains(where: \.areInitials)
      || families.allSatisfy { !$0.contains(" ") }
    return areInTurn ? zip(families, given).map { "\($0), \($1)" } : nil
  }

  /// `Ada Example`, `Bo Sample`: whole names each.
  private static func areWhole(_ parts: [String]) -> Bool {
    parts.allSatisfy { $0.contains(" ") && $0.first?.isUppercase == true }
  }

  /// `['Marx, Karl', "O'Hara, Ann"]`
  private static func pythonList(_ text: String) -> [String]? {
    let text = text.trimmed
    guard text.hasPrefix("['") || text.hasPrefix("[\""), text.hasSuffix("]") else { return nil }
    var items: [String] = []
    var item = ""
    var mark: Character?
    for character in text.dropFirst().dropLast() {
      if let open = mark {
        if character == open {
          items.append(item.trimmed)
          (mark, item) = (nil, "")
        } else {
          item.append(character)
        }
      } else if character == "'" || character == "\"" {
        mark = character
      }
    }
    return items.filter { !$0.isEmpty }
  }
}

extension String {
  /// `J.`, `J. A.` or `JA`.
  fileprivate var areInitials: Bool { filter { $0 != " " }[...].areInitials }

  /// `Example, Ada`
  fileprivate var isFamilyAndGiven: Bool {
    split(separator: ",", omittingEmptySubsequences: false).count == 2 && !hasSuffix(",")
  }

  /// How the parts of a single name stand.
  fileprivate var order: NameOrder {
    contains(",") ? .familyFirst : endsWithInitials ? .familyThenInitials : .givenFirst
  }

  fileprivate var endsWithInitials: Bool {
    if case .person = NameOrder.familyThenInitials.author(self) { !contains(",") } else { false }
  }
}

extension [String] {
  /// Whether they are names with initials: `Walter Ch` may stand among them.
  fileprivate var areShort: Bool {
    count > 1 && allSatisfy { $0.contains(" ") }
      && count(where: { $0.endsWithInitials }) * 2 > count
  }

  /// Without the full stop behind the last of names that have no others, as PubMed prints it.
  fileprivate var withoutStop: [String] {
    guard let last, last.hasSuffix("."), !last.dropLast().contains("."),
      !dropLast().contains(where: { $0.contains(".") })
    else { return self }
    return dropLast() + [String(last.dropLast())]
  }
}
