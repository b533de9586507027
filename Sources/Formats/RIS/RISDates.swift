import Bibliography

/// Year and date out of the tags that speak of them.
///
/// `PY  - 2020/11//Nov/Dec2020` is a year and a date; `PY  - in press` stands in the place of a year.
struct RISDates {
  var years: [RISEntry.Field] = []
  var dates: [RISEntry.Field] = []

  /// Fills year and date, and gives back what says something else.
  func settle(_ reference: inout Reference, _ warnings: inout [ReadWarning]) -> [RISEntry.Field] {
    var rest: [RISEntry.Field] = []
    let year = years.first { $0.value.leadingYear != nil } ?? years.first { $0.value.isYear }
    if let year = year ?? years.first {
      reference.year = year.value.leadingYear ?? year.value
      if !year.value.isYear {
        warnings.append(
          ReadWarning(.notAYear(tag: year.tag.text, text: year.value), line: year.line))
      }
    } else {
      reference.year = dates.lazy.compactMap(\.value.leadingYear).first
    }
    let precise = years.filter { $0.value.saysMoreThanYear }
    if let date = dates.first ?? precise.first {
      // 2020// beside 2020 says nothing new.
      let saysNothingNew = date.value.leadingYear == reference.year && !date.value.saysMoreThanYear
      if !saysNothingNew { reference.date = date.value }
    }
    for field in dates.dropFirst() + years
    where field.value != reference.year && field.value != reference.date {
      if field.value.leadingYear != reference.year || field.value.saysMoreThanYear {
        rest.append(field)
      }
    }
    return rest
  }
}

extension String {
  /// The four digits that it begins with, if a year ends there: `2020//`, `2020-05-01`, `2020 May`.
  fileprivate var leadingYear: String? {
    guard utf8.prefix(4).count == 4, utf8.prefix(4).allSatisfy(\.isDigit) else { return nil }
    guard let next = utf8.dropFirst(4).first else { return self }
    return next.isLetter || next.isDigit ? nil : String(prefix(4))
  }

  fileprivate var isYear: Bool {
    leadingYear != nil || PublicationDate(printed: self) != nil
  }

  /// Whether there is a month, a day or a remark beside the year.
  fileprivate var saysMoreThanYear: Bool {
    utf8.dropFirst(4).contains { $0.isLetter || $0.isDigit }
  }
}
