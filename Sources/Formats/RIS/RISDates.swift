import Bibliography

// Year and date out of the tags that speak of them.
//
// `PY  - 2020/11//Nov/Dec2020` is a year and a date; `PY  - in press` stands in the place of a year.
extension RISMapping {
  mutating func settleDates() {
    var best: RISDate?
    var years = 0
    for date in dates where date.isYear {
      years += 1
      if best.map({ date.rank < $0.rank }) ?? true { best = date }
    }
    if let best { take(year: best) }
    for date in dates where !date.isYear {
      if found.texts[.year] == nil, date.hasYear { found.texts[.year] = date.year }
      take(date: date)
    }
    // PY  - 2020/05 is a date too, where no other tag has one.
    if let best, best.saysMore { take(date: best) }
    guard years > 1, let best else { return }
    for date in dates where date.isYear && fields[date.field].line != fields[best.field].line {
      take(date: date)
    }
  }

  private mutating func take(year date: RISDate) {
    found.texts[.year] = date.year
    guard !date.hasYear else { return }
    let year = text(date.year)
    guard PublicationDate(printed: year) == nil else { return }
    let field = fields[date.field]
    warnings.append(ReadWarning(.notAYear(tag: field.tag.text, text: year), line: field.line))
  }

  /// The first that says more than the year is the date; others are left over.
  private mutating func take(date: RISDate) {
    guard !says(date.value, .year), !says(date.value, .date),
      date.saysMore || !says(date.year, .year)
    else { return }
    if found.texts[.date] == nil, date.hasYear || !date.isYear {
      found.texts[.date] = date.hasYear ? date.value : withYear(date.value)
    } else {
      keep(date.field)
    }
  }
}

extension RISMapping {
  @inline(__always)
  private func says(_ value: Range<Int>, _ field: Reference.TextField) -> Bool {
    found.texts[field].map { isEqual($0, value) } ?? false
  }

  /// `MAY` beside 2021: a month alone is no date.
  private mutating func withYear(_ date: Range<Int>) -> Range<Int> {
    guard let year = found.texts[.year], text(year).isFourDigits, !text(date).holdsYear else {
      return date
    }
    return joined(year, by: " ", date)
  }
}

/// One printed year or date.
struct RISDate {
  /// Which of the record's fields it is.
  let field: Int
  let value: Range<Int>
  /// Whether its tag is one for years.
  let isYear: Bool
  /// Whether a year of four digits stands first: `2020//`, `2020-05-01`, `2020 May`.
  let hasYear: Bool
  /// Whether there is a month, a day or a remark beside that year.
  let saysMore: Bool

  /// Reads a value; nil for nothing and for the empty date `///`.
  init?(_ bytes: Span<UInt8>, _ place: Int, _ field: RISEntry.Field) {
    self.field = place
    value = field.value
    isYear = field.meaning.isYear
    let value = bytes.extracting(field.value)
    guard !value.isSlashes else { return nil }
    var digits = 0
    while digits < value.count, value[digits].isDigit { digits += 1 }
    hasYear = digits == 4 && (value.count == 4 || !value[4].isLetter)
    var place = hasYear ? 4 : value.count
    // `2018/00/00` says no more than the year.
    while place < value.count, !value[place].isLetter, value[place] &- 0x31 >= 9 { place += 1 }
    saysMore = place < value.count
  }

  /// A year is better than none; `PY` and `Y1` are as good as each other.
  var rank: Int { hasYear ? 0 : 1 }

  /// The year, or what stands in its place.
  var year: Range<Int> {
    hasYear ? value.lowerBound..<value.lowerBound + 4 : value
  }
}
