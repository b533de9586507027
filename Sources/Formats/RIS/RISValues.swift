import Bibliography

/// Names as RIS writes them: `Family, Given, Suffix`.
enum RISName {
  /// The author that a text names; nil where there is nothing but commas.
  static func author(_ value: Span<UInt8>, _ maker: inout TextMaker) -> Reference.Author? {
    guard let comma = value.first(of: UInt8(ascii: ","), from: 0) else {
      return .named(maker.text(value))
    }
    let before = value.extracting(0..<comma)
    let behind = value.extracting(comma + 1..<value.count)
    let (family, given) = (before.trimmed, behind.trimmed)
    // A comma behind the name marks a group.
    if given.isEmpty {
      return family.isEmpty ? nil : .named(maker.text(before.extracting(family)))
    }
    let rest = maker.text(behind.extracting(given))
    return family.isEmpty
      ? .named(rest) : .person(family: maker.text(before.extracting(family)), given: rest)
  }
}

extension String {
  /// First and last page as one text, however they are spread over their tags.
  static func pages(from first: String?, to last: String?) -> String? {
    guard let first else { return last }
    guard let last, last != first else { return first }
    if last.isRange, last.hasPrefix(first) { return last }
    if first.isRange, first.hasSuffix(last) { return first }
    return "\(first)-\(last)"
  }

  private var isRange: Bool { utf8.span.holds("-") || utf8.span.holds("–") }
}

extension Span<UInt8> {
  /// Hands over the parts between separators, without blanks at their ends; empty ones are left out.
  func forEachPart(at separator: UInt8, _ body: (Span<UInt8>) -> Void) {
    var start = 0
    while start <= count {
      let end = first(of: separator, from: start) ?? count
      let part = extracting(start..<end)
      let range = part.trimmed
      if !range.isEmpty { body(part.extracting(range)) }
      start = end + 1
    }
  }

  /// Hands over addresses, which a semicolon parts where the next begins with `http`.
  func forEachAddress(_ body: (Span<UInt8>) -> Void) {
    var (start, place) = (0, 0)
    while let semicolon = first(of: UInt8(ascii: ";"), from: place) {
      place = semicolon + 1
      while place < count, self[place] <= 0x20 { place += 1 }
      guard has("http", at: place) else { continue }
      let part = extracting(start..<semicolon)
      body(part.extracting(part.trimmed))
      start = place
    }
    body(extracting(start..<count))
  }

  var isAddress: Bool { has("http", at: 0) || has("www.", at: 0) || holds("://") }

  /// Whether a DOI is in it.
  var holdsDOI: Bool { has("10.", at: 0) || holds("10.") && readsAsDOI }

  /// Whether it is a DOI and nothing else: bare, behind `doi:`, or as an address of the resolver.
  var isDOI: Bool {
    let isLabelled = has("doi", at: 0) || has("DOI", at: 0)
    guard isLabelled || has("10.", at: 0) || has("http", at: 0) && holds("doi.org/") else {
      return false
    }
    return first(of: 0x20, from: Swift.min(5, count)) == nil && readsAsDOI
  }

  private var readsAsDOI: Bool {
    withUnsafeBufferPointer { DOI(printed: String(decoding: $0, as: UTF8.self)) != nil }
  }

  /// Whether it begins with a digit and is no longer than numbers are.
  var isNumber: Bool { count > 0 && count < 8 && self[0].isDigit }

  /// Whether its first number has the length of an ISBN.
  var isISBN: Bool {
    var digits = 0
    for place in indices {
      let byte = self[place]
      if byte.isDigit || byte == UInt8(ascii: "X") && digits == 9 {
        digits += 1
      } else if byte != UInt8(ascii: "-"), byte != 0x20 || digits == 8, digits > 0 {
        break
      }
    }
    return digits == 10 || digits == 13
  }

  /// How many digits `26957754[pmid]` begins with; or the bare number in the tag that Scopus uses.
  func pubMedNumber(inC2 isC2: Bool) -> Int? {
    var digits = 0
    while digits < count, self[digits].isDigit { digits += 1 }
    guard (1...9).contains(digits) else { return nil }
    if isC2, digits == count { return digits }
    let label = digits < count && self[digits] == 0x20 ? digits + 1 : digits
    return has("[pmid]", at: label) || has("[PMID]", at: label) ? digits : nil
  }

  /// The word behind a label, without the full stop after it.
  func word(after label: StaticString) -> Range<Int>? {
    guard let start = place(of: label).map({ $0 + label.utf8CodeUnitCount }) else { return nil }
    var end = start
    while end < count, self[end] > 0x20, self[end] != UInt8(ascii: ";") { end += 1 }
    if end > start, self[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return start < end ? start..<end : nil
  }

  func equal(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for (left, right) in zip(one, other) where self[left] != self[right] { return false }
    return true
  }
}
