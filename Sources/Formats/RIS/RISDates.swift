import Bibliography

// Year and date out of the tags that speak of them.
//
// `PY  - 2020/11//Nov/Dec2020` is a year and a date; `PY  - in press` stands in the place of a year.
extension RISMapping {
  mutating func settleDates() {
    var best: PrintedDate?
    var years = 0
    for field in dates where fields[field].meaning.isYear {
      guard let reading = PrintedDate(fields[field], bytes.span) else { continue }
      years += 1
      if best.map({ reading.rank < $0.rank }) ?? true { best = reading }
    }
    if let best { take(year: best) }
    for field in dates where fields[field].meaning.isDate {
      guard let reading = PrintedDate(fields[field], bytes.span) else { continue }
      if texts[.year] == nil, reading.hasYear { texts[.year] = reading.year }
      take(date: reading)
    }
    // PY  - 2020/05 is a date too, where no other tag has one.
    if let best, best.saysMore { take(date: best) }
    guard years > 1 else { return }
    for field in dates where fields[field].meaning.isYear {
      guard fields[field].line != best?.field.line,
        let reading = PrintedDate(fields[field], bytes.span)
      else {
        continue
      }
      take(date: reading)
    }
  }

  private mutating func take(year reading: PrintedDate) {
    texts[.year] = reading.year
    guard !reading.hasYear else { return }
    let year = text(reading.year)
    guard PublicationDate(printed: year) == nil else { return }
    warnings.append(
      ReadWarning(.notAYear(tag: reading.field.tag.text, text: year), line: reading.field.line))
  }

  /// The first that says more than the year is the date; others are left over.
  private mutating func take(date reading: PrintedDate) {
    let value = reading.field.value
    guard !says(value, .year), !says(value, .date), reading.saysMore || !says(reading.year, .year)
    else { return }
    if texts[.date] == nil, reading.hasYear || reading.field.meaning.isDate {
      texts[.date] = reading.hasYear ? value : withYear(value)
    } else {
      keep(reading.field.value, under: reading.field.tag)
    }
  }
}

extension RISMapping {
  private func says(_ value: Range<Int>, _ field: Reference.TextField) -> Bool {
    texts[field].map { isEqual($0, value) } ?? false
  }

  /// `MAY` beside 2021: a month alone is no date.
  private mutating func withYear(_ date: Range<Int>) -> Range<Int> {
    guard let year = texts[.year], text(year).isFourDigits, !text(date).holdsYear else {
      return date
    }
    return joined(year, by: " ", date)
  }
}

/// One printed year or date.
private struct PrintedDate {
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
    // `2018/00/00` says no more than the year.
    while place < value.count, !value[place].isLetter, value[place] &- 0x31 >= 9 { place += 1 }
    saysMore = place < value.count
  }

  /// A year is better than none; `PY` and `Y1` are as good as each other.
  var rank: Int { hasYear ? 0 : 1 }

  /// The year, or what stands in its place.
  var year: Range<Int> {
    hasYear ? field.value.lowerBound..<field.value.lowerBound + 4 : field.value
  }
}
