import Bibliography

/// The places of the parts of a name.
struct PlacedName: Sendable {
  /// The family name, where it is known which part that is.
  let family: Range<Int>?
  /// The other names, which may be empty beside a family name; the whole of a name that has no parts.
  let rest: Range<Int>

  init(family: Range<Int>?, rest: Range<Int>) {
    (self.family, self.rest) = (family, rest)
  }

  /// Reads `Family, Given, Suffix` in a range without blanks at its ends; nil where there are but
  /// commas.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard let comma = bytes.first(of: UInt8(ascii: ","), in: range) else {
      (family, rest) = (nil, range)
      return
    }
    let before = bytes.trimmed(range.lowerBound..<comma)
    let behind = bytes.trimmed(comma + 1..<range.upperBound)
    guard !before.isEmpty || !behind.isEmpty else { return nil }
    // A comma behind the name marks a group.
    (family, rest) =
      behind.isEmpty ? (nil, before) : before.isEmpty ? (nil, behind) : (before, behind)
  }

  /// The name with its parts told apart where initials stand behind a family name without a comma:
  /// `Example A.B.`, `de la Cruz M`. A comma at the end marks a group.
  func withInitials(_ bytes: Span<UInt8>, in printed: Range<Int>) -> PlacedName {
    guard family == nil, rest.upperBound == printed.upperBound,
      let blank = bytes.lastBlank(in: rest), bytes.areInitials(in: blank + 1..<rest.upperBound)
    else { return self }
    return PlacedName(
      family: bytes.trimmed(rest.lowerBound..<blank), rest: blank + 1..<rest.upperBound)
  }

  /// The author that a text names.
  static func author(_ name: String) -> Reference.Author? {
    let bytes = name.utf8.span
    return PlacedName(bytes, bytes.trimmed).map { parts in
      let rest = bytes.text(parts.rest)
      return parts.family.map { .person(family: bytes.text($0), given: rest) } ?? .named(rest)
    }
  }
}

extension Span<UInt8> {
  fileprivate func lastBlank(in range: Range<Int>) -> Int? {
    var place = range.upperBound
    while place > range.lowerBound {
      place -= 1
      if self[place] == 0x20 { return place }
    }
    return nil
  }

  /// Whether they are at most three capitals, with or without full stops and hyphens; `UK` and `II`
  /// are none.
  fileprivate func areInitials(in range: Range<Int>) -> Bool {
    range.count <= 12 && Substring(text(range)).areInitials
  }
}
