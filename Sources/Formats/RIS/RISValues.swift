import Bibliography

/// Names as RIS writes them: `Family, Given, Suffix`.
enum RISName {
  /// The authors on one line; a semicolon parts them.
  static func authors(_ value: String) -> [Reference.Author] {
    guard value.utf8.contains(UInt8(ascii: ";")) else { return author(value).map { [$0] } ?? [] }
    return value.parts(at: UInt8(ascii: ";")).compactMap(author)
  }

  private static func author(_ value: String) -> Reference.Author? {
    guard let comma = value.utf8.firstIndex(of: UInt8(ascii: ",")) else {
      return value.isEmpty ? nil : .named(value)
    }
    let family = String(value[..<comma].utf8.trimmed)
    let given = String(value[comma...].utf8.dropFirst().trimmed)
    // A comma behind the name marks a group.
    if given.isEmpty { return family.isEmpty ? nil : .named(family) }
    return family.isEmpty ? .named(given) : .person(family: family, given: given)
  }
}

extension String {
  /// The parts between separators, without blanks at their ends; empty ones are left out.
  func parts(at separator: UInt8) -> [String] {
    guard utf8.contains(separator) else { return isEmpty ? [] : [self] }
    return utf8.split(separator: separator).map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  /// The addresses on one line, which a semicolon parts where the next begins with `http`.
  var addresses: [String] {
    var addresses: [String] = []
    for part in utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let text = String(part.trimmed)
      if addresses.isEmpty || text.hasPrefix("http") {
        addresses.append(text)
      } else {
        addresses[addresses.count - 1] += ";\(Substring(part))"
      }
    }
    return addresses.filter { !$0.isEmpty }
  }

  var isAddress: Bool {
    utf8.span.has("http", at: 0) || utf8.span.has("www.", at: 0) || utf8.span.has("ftp:", at: 0)
      || utf8.span.holds("://")
  }

  /// Whether a DOI is in it.
  var holdsDOI: Bool {
    utf8.span.has("10.", at: 0) || utf8.span.holds("10.") && DOI(printed: self) != nil
  }

  /// Whether it is a DOI and nothing else: bare, behind `doi:`, or as an address of the resolver.
  var isDOI: Bool {
    let text = utf8.span
    guard text.has("10.", at: 0) || text.has("doi", at: 0) || text.has("DOI", at: 0)
      || text.has("http", at: 0) && text.holds("doi.org/")
    else { return false }
    return !utf8.dropFirst(5).contains(0x20) && DOI(printed: self) != nil
  }

  /// Whether its first number has the length of an ISBN.
  var isISBN: Bool {
    var digits = 0
    for byte in utf8 {
      if byte.isDigit || byte == UInt8(ascii: "X") && digits == 9 {
        digits += 1
      } else if byte != UInt8(ascii: "-"), byte != 0x20 || digits == 8, digits > 0 {
        break
      }
    }
    return digits == 10 || digits == 13
  }

  /// `26957754[pmid]`, or the bare number where the tag is the one that Scopus has for it.
  func pubMedNumber(inC2 isC2: Bool) -> String? {
    let digits = utf8.prefix(while: \.isDigit)
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    let rest = utf8.dropFirst(digits.count).trimmed.lowercased()
    return rest == "[pmid]" || isC2 && rest.isEmpty
      ? String(Substring(digits)) : nil
  }

  /// First and last page as one text, however they are spread over their tags.
  static func pages(from first: String?, to last: String?) -> String? {
    guard let first else { return last }
    guard let last, last != first else { return first }
    if last.hasPrefix(first), last.isRange { return last }
    if first.hasSuffix(last), first.isRange { return first }
    return "\(first)-\(last)"
  }

  private var isRange: Bool { utf8.span.holds("-") || utf8.span.holds("–") }

  /// The word behind a label, without the full stop or semicolon after it.
  func word(after label: String) -> String? {
    guard let start = firstRange(of: label)?.upperBound else { return nil }
    let word = self[start...].utf8.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
    let bare = word.last == UInt8(ascii: ".") ? word.dropLast() : word
    return bare.isEmpty ? nil : String(Substring(bare))
  }
}

extension Substring.UTF8View {
  /// Without blanks at both ends.
  var trimmed: Substring {
    let start = drop { $0 <= 0x20 }
    guard let end = start.lastIndex(where: { $0 > 0x20 }) else { return "" }
    return Substring(start[...end])
  }
}

extension Span<UInt8> {
  /// Whether these bytes are anywhere in it.
  func holds(_ text: StaticString) -> Bool {
    var place = 0
    while let found = first(of: text.utf8Start.pointee, from: place) {
      if has(text, at: found) { return true }
      place = found + 1
    }
    return false
  }
}
