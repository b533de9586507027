import Bibliography

extension String {
  /// First and last page as one text, however they are spread over their fields.
  static func pages(from first: String?, to last: String?) -> String? {
    guard let first else { return last }
    guard let last, last != first else { return first }
    if last.utf8.span.isPrintedRange, last.hasPrefix(first) { return last }
    if first.utf8.span.isPrintedRange, first.hasSuffix(last) { return first }
    return "\(first)-\(last)"
  }
}

extension Span<UInt8> {
  /// `L2005678901`, the number of a record in Embase.
  var isEmbaseNumber: Bool {
    guard (7...13).contains(count), self[0] == UInt8(ascii: "L") else { return false }
    for place in 1..<count where !self[place].isDigit { return false }
    return true
  }

  /// The next part before a separator, without blanks at its ends, of a range that shrinks by it;
  /// empty parts are left out.
  func nextPart(of rest: inout Range<Int>, before separator: UInt8) -> Range<Int>? {
    while !rest.isEmpty {
      let end = first(of: separator, in: rest) ?? rest.upperBound
      let part = trimmed(rest.lowerBound..<end)
      rest = Swift.min(end + 1, rest.upperBound)..<rest.upperBound
      if !part.isEmpty { return part }
    }
    return nil
  }

  /// The next address of a range that shrinks by it; a semicolon or a blank parts addresses where the
  /// next begins with `http`.
  func nextAddress(of rest: inout Range<Int>) -> Range<Int>? {
    guard !rest.isEmpty else { return nil }
    let start = rest.lowerBound
    var place = start
    let semicolon = first(of: UInt8(ascii: ";"), in: rest)
    guard semicolon != nil || first(of: 0x20, in: rest) != nil else {
      rest = rest.upperBound..<rest.upperBound
      return trimmed(start..<rest.upperBound)
    }
    while place < rest.upperBound {
      let end = place
      while place < rest.upperBound, self[place] <= 0x20 || self[place] == UInt8(ascii: ";") {
        place += 1
      }
      if place > end, end > start, place + 4 <= rest.upperBound, has("http", at: place) {
        rest = place..<rest.upperBound
        return trimmed(start..<end)
      }
      if place == end { place += 1 }
    }
    defer { rest = rest.upperBound..<rest.upperBound }
    return trimmed(rest)
  }

  /// Whether it is a range of pages.
  var isPrintedRange: Bool {
    for place in indices {
      if self[place] == UInt8(ascii: "-") || self[place] == 0xE2 && has("–", at: place) {
        return true
      }
    }
    return false
  }

  /// The page that says both already, as ranges do.
  func wholePages(_ first: Range<Int>, _ last: Range<Int>) -> Range<Int>? {
    let (one, other) = (extracting(first), extracting(last))
    if other.isPrintedRange, other.begins(with: one) { return last }
    return one.isPrintedRange && one.ends(with: other) ? first : nil
  }

  func begins(with other: Span<UInt8>) -> Bool {
    guard other.count <= count else { return false }
    for place in other.indices where self[place] != other[place] { return false }
    return true
  }

  func ends(with other: Span<UInt8>) -> Bool {
    other.count <= count && extracting(count - other.count..<count).begins(with: other)
  }

  /// Whether it says in the place of a name that there are more.
  var isAndOthers: Bool {
    (count == 5 || count == 6) && has("et al", at: 0) && (count == 5 || has(".", at: 5))
      || count == 3 && (has("...", at: 0) || has("…", at: 0))
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

  /// `[No abstract available]`, `[No author name available]`: Scopus's way to leave a field empty.
  var saysNothingIsThere: Bool { has("[No ", at: 0) && has(" available]", at: count - 11) }

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
    let shift = other.lowerBound - one.lowerBound
    for place in one where self[place] != self[place + shift] { return false }
    return true
  }
}
