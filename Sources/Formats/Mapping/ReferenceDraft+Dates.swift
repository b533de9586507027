import Bibliography

// Year and date out of the fields that speak of them.
extension ReferenceDraft {
  /// `2020/05/01` is a year and a date; `in press` stands in the place of a year.
  mutating func take(year text: String, _ tag: String, _ line: Int) {
    guard !text.utf8.span.isSlashes else { return }
    guard !hasYear else {
      if text != reference.year { keep(text, under: tag) }
      return
    }
    hasYear = true
    guard let year = text.leadingYear else {
      if let last = text.split(separator: " ").last, last.utf8.count < text.utf8.count,
        String(last).isFourDigits
      {
        // `Apr 2019`
        (reference.year, reference.date) = (String(last), reference.date ?? text)
        return
      }
      reference.year = text
      if PublicationDate(printed: text) == nil {
        warnings.append(ReadWarning(.notAYear(tag: tag, text: text), line: line))
      }
      return
    }
    reference.year = year
    let rest = text.dropFirst(4)
    if reference.date == nil, rest.contains(where: { $0.isLetter || $0.isNumber }) {
      reference.date = text
    }
  }

  mutating func take(date text: String, _ tag: String) {
    guard !text.utf8.span.isSlashes else { return }
    if reference.year == nil, let year = PublicationDate(printed: text)?.year {
      reference.year = "\(year)"
    }
    guard text != reference.year, text != reference.date else { return }
    if reference.date == nil { reference.date = text } else { keep(text, under: tag) }
  }
}

extension String {
  /// The year of four digits that stands first: `2020//`, `2020-05-01`, `2020 May`, not `2019a`.
  var leadingYear: String? {
    let digits = utf8.prefix { $0.isDigit }
    guard digits.count == 4, utf8.count == 4 || !utf8[digits.endIndex].isLetter else { return nil }
    return String(prefix(4))
  }

  /// Whether it is four digits, as years are.
  var isFourDigits: Bool { utf8.count == 4 && utf8.allSatisfy(\.isDigit) }

  /// Whether four digits stand side by side in it.
  var holdsYear: Bool {
    var digits = 0
    for byte in utf8 {
      digits = byte.isDigit ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }
}
