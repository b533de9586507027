/// One run of pages as numbers: `S12-S15` is 12 to 15 with the letters S.
struct PageSpan: Hashable, Sendable {
  /// The digits of the first page.
  let first: UInt32
  /// The digits of the last page; the same as the first where none is printed.
  let last: UInt32
  /// The letters before the first page, hashed; 0 if there are none.
  let letters: UInt16

  /// All runs in a printed text, four at most.
  static func all(_ printed: String?) -> [PageSpan] {
    guard let printed, !printed.isEmpty else { return [] }
    if !isPlain(printed), let span = spreadsheetDate(printed) { return [span] }
    var spans: [PageSpan] = []
    for part in printed.split(whereSeparator: { ",;+&[(".contains($0) }) where spans.count < 4 {
      if let range = PageRange(printed: String(part)), let span = PageSpan(range) {
        spans.append(span)
      }
    }
    return spans
  }

  /// Whether it is what nearly all records print, one number or two with a hyphen: no date.
  private static func isPlain(_ printed: String) -> Bool {
    var hyphens = 0
    for byte in printed.utf8 where !ASCII.isDigit(byte) {
      guard byte == UInt8(ascii: "-"), hyphens == 0 else { return false }
      hyphens += 1
    }
    return true
  }

  /// Joins the parts.
  init(first: UInt32, last: UInt32, letters: UInt16 = 0) {
    self.first = first
    self.last = last
    self.letters = letters
  }

  private init?(_ range: PageRange) {
    let before = range.first.utf8.prefix(while: ASCII.isLetter)
    let digits = range.first.utf8.dropFirst(before.count).prefix(while: ASCII.isDigit)
    guard let first = UInt32(String(digits) ?? "") else { return nil }
    self.first = first
    letters = before.isEmpty ? 0 : UInt16(truncatingIfNeeded: hash64(before) | 1)
    let end = (range.last ?? "").utf8.drop(while: ASCII.isLetter).prefix(while: ASCII.isDigit)
    let last = UInt32(String(end) ?? "") ?? first
    self.last = last < first ? first : last
  }

  /// Pages that a spreadsheet took for a date: `01-Oct`, `Oct-13`, `2013-10-01`, `1/10/2013`.
  ///
  /// The two numbers come back in order, since pages never run backwards.
  private static func spreadsheetDate(_ printed: String) -> PageSpan? {
    let folded = FoldedText(printed).text.split(separator: " ")
    guard (2...6).contains(folded.count) else { return nil }
    if let month = folded.compactMap({ months[String($0.prefix(3))] }).first,
      folded.count <= 3, folded.contains(where: { $0.first?.isLetter == true }),
      let other = folded.compactMap({ UInt32($0) }).first
    {
      return PageSpan(first: min(month, other % 1900), last: max(month, other % 1900))
    }
    let numbers = folded.prefix(3).compactMap { UInt32($0) }
    guard numbers.count == 3, let year = numbers.first(where: { (1900...2100).contains($0) }),
      printed.contains("/") || folded[0].count == 4
    else { return nil }
    let rest = numbers.filter { $0 != year }
    guard rest.count == 2, rest.allSatisfy({ (1...31).contains($0) }) else { return nil }
    return PageSpan(first: min(rest[0], rest[1]), last: max(rest[0], rest[1]))
  }

  private static let months: [String: UInt32] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]
}
