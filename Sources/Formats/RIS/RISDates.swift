import Bibliography

/// Year and date out of the tags that speak of them.
///
/// `PY  - 2020/11//Nov/Dec2020` is a year and a date; `PY  - in press` stands in the place of a year.
struct RISDates {
  private(set) var year: String?
  private(set) var date: String?
  /// What says something else.
  private(set) var rest: [RISEntry.Field] = []
  /// Where the year is none.
  private(set) var warning: ReadWarning?

  init(_ entry: borrowing RISEntry, _ maker: inout TextMaker) {
    var best: Reading?
    var others = 0
    for field in entry.fields where field.meaning.isYear {
      guard let reading = Reading(field, entry.bytes.span) else { continue }
      others += best == nil ? 0 : 1
      if best.map({ reading.rank < $0.rank }) ?? true { best = reading }
    }
    if let best { take(best, entry, &maker) }
    for field in entry.fields where field.meaning.isDate {
      guard let reading = Reading(field, entry.bytes.span) else { continue }
      if year == nil, reading.hasYear { year = reading.year(&maker, entry.bytes.span) }
      take(date: reading, entry, &maker)
    }
    // PY  - 2020/05 is a date too, where no other tag has one.
    if let best, best.saysMore { take(date: best, entry, &maker) }
    guard others > 0 else { return }
    for field in entry.fields where field.meaning.isYear {
      guard let reading = Reading(field, entry.bytes.span) else { continue }
      take(date: reading, entry, &maker)
    }
  }

  private mutating func take(
    _ reading: Reading, _ entry: borrowing RISEntry, _ maker: inout TextMaker
  ) {
    year = reading.year(&maker, entry.bytes.span)
    guard !reading.hasYear, let year, PublicationDate(printed: year) == nil else { return }
    warning = ReadWarning(
      .notAYear(tag: reading.field.tag.text, text: year), line: reading.field.line)
  }

  /// The first that says more than the year is the date; others are left over.
  private mutating func take(
    date reading: Reading, _ entry: borrowing RISEntry, _ maker: inout TextMaker
  ) {
    let text = maker.text(entry.bytes.span.extracting(reading.field.value))
    guard text != year, text != date else { return }
    guard reading.saysMore || reading.year(&maker, entry.bytes.span) != year else { return }
    let isDate = reading.hasYear || reading.field.meaning.isDate
    if date == nil, isDate { date = text } else { rest.append(reading.field) }
  }
}

/// One printed year or date.
private struct Reading {
  let field: RISEntry.Field
  /// Whether a year of four digits stands first: `2020//`, `2020-05-01`, `2020 May`.
  let hasYear: Bool
  /// Whether there is a month, a day or a remark beside that year.
  let saysMore: Bool

  /// Reads a value; nil for nothing and for the empty date `///`.
  init?(_ field: RISEntry.Field, _ bytes: Span<UInt8>) {
    self.field = field
    let value = bytes.extracting(field.value)
    guard !value.isSlashes else { return nil }
    var digits = 0
    while digits < value.count, value[digits].isDigit { digits += 1 }
    hasYear = digits == 4 && (value.count == 4 || !value[4].isLetter)
    var place = hasYear ? 4 : value.count
    while place < value.count, !value[place].isLetter, !value[place].isDigit { place += 1 }
    saysMore = place < value.count
  }

  /// A year is better than none; `PY` and `Y1` are as good as each other.
  var rank: Int { hasYear ? 0 : 1 }

  /// The year, or what stands in its place.
  func year(_ maker: inout TextMaker, _ bytes: Span<UInt8>) -> String {
    let value = bytes.extracting(field.value)
    return maker.text(hasYear ? value.extracting(0..<4) : value)
  }
}
