import Bibliography

/// What Ovid's source says, which comes in one text and in several forms:
///
///     Forest Ecology & Management. 201(2-3):327-334, November 15, 2004.
///     ACSM'S Health & Fitness Journal January/February 2010;14(1):56
///     Dissertation Abstracts. Vol.75(2-A(E)),2014, pp. 11-31.
///     Neenan, Michael [Ed]. (2012). Coaching in practice. (pp. 11-31).
///     Heart. 107 (Suppl 1) (pp A1-A2), 2021. Date of Publication: June 2021.
struct OvidSource {
  private(set) var journal: String?
  private(set) var volume: String?
  private(set) var issue: String?
  private(set) var pages: String?
  private(set) var date: String?

  init(_ printed: String) {
    guard printed.utf8.count < 4_000 else { return }
    let text = printed.onOneLine.withoutEnd.withoutEditors
    let isRead =
      readBook(text) || readEmbase(text) || readVolumeWord(text) || readSemicolon(text)
      || readColon(text)
    if !isRead {
      journal = text.isEmpty ? nil : text
    }
  }

  /// `(2012). Title. (pp. 11-31)`
  private mutating func readBook(_ text: String) -> Bool {
    guard let parts = text.halves(at: "). "), let open = parts.0.lastIndex(of: "("),
      String(parts.0[parts.0.index(after: open)...]).isFourDigits
    else { return false }
    date = String(parts.0[parts.0.index(after: open)...])
    guard let book = parts.1.halves(at: "(pp. ") else {
      journal = parts.1
      return true
    }
    journal = book.0.withoutEnd
    pages = book.1.prefix { $0 != ")" }.asText
    return true
  }

  /// `Title. 107 (Suppl 1) (pp A1-A2), 2021. Date of Publication: June 2021`
  private mutating func readEmbase(_ text: String) -> Bool {
    let paged = text.halves(at: " (pp ")
    guard let parts = paged ?? text.halves(at: " (no pagination)") else { return false }
    var rest = parts.1[...]
    if paged != nil {
      pages = rest.prefix { $0 != ")" }.asText.pagesOnly
      rest = rest.drop { $0 != ")" }.dropFirst()
    }
    let stop = parts.0.utf8.span.lastStop
    journal = stop.map { String(decoding: parts.0.utf8.prefix($0), as: UTF8.self) } ?? parts.0
    if let stop {
      let numbers = String(decoding: parts.0.utf8.dropFirst(stop + 1), as: UTF8.self).trimmed
      volume = numbers.prefix { $0 != " " && $0 != "(" }.asText
      let issue = numbers.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.asText
      self.issue = issue.isEmpty ? nil : issue
    }
    date =
      rest.asText.halves(at: "Date of Publication: ")?.1
      ?? rest.drop { $0 == "," || $0 == " " }.prefix { $0 != "." }.asText
    return true
  }

  /// `Title. Vol.75(2-A(E)),2014, pp. 11-31` or `Title. Vol 28(2) April 2015, 103-106`
  private mutating func readVolumeWord(_ text: String) -> Bool {
    guard let parts = text.halves(at: ". Vol") else { return false }
    journal = parts.0
    let rest = parts.1.drop { $0 == "." || $0 == " " }.asText
    let after = readVolume(rest).drop { $0 == "," || $0 == " " }.asText
    if let comma = after.halves(at: ", ") {
      date = comma.0
      pages = comma.1.replacing(prefix: "pp. ").pagesOnly
    } else {
      date = after
    }
    return true
  }

  /// `Title June 2019;1(6):123-456`
  private mutating func readSemicolon(_ text: String) -> Bool {
    guard let parts = text.halves(at: ";"), let first = parts.1.utf8.first,
      first.isDigit || first == UInt8(ascii: "("), let colon = parts.1.halves(at: ":")
    else { return false }
    let rest = readVolume(colon.0)
    guard rest.isEmpty else {
      (volume, issue) = (nil, nil)
      return false
    }
    // PubMed prints more sentences behind: `:101-10. doi: 10.1000/x. Epub 2019 Jan 1.`
    pages = (colon.1.halves(at: ". ")?.0 ?? colon.1).pagesOnly
    var words = parts.0.split(separator: " ")
    var dated: [Substring] = []
    while let last = words.last, words.count > 1, last.isOfDate { dated.append(words.removeLast()) }
    journal = words.joined(separator: " ").withoutEnd
    date = dated.reversed().joined(separator: " ")
    return true
  }

  /// `Title. 201(2-3):327-334, November 15, 2004`, of which the pages may be absent.
  private mutating func readColon(_ text: String) -> Bool {
    var start = text.startIndex
    while let stop = text[start...].firstIndex(of: ".") {
      start = text.index(after: stop)
      let rest = readVolume(text[start...].drop { $0 == " " }.asText)
      let hasPages = rest.hasPrefix(":")
      guard hasPages || volume != nil && rest.hasPrefix(", ") else {
        (volume, issue) = (nil, nil)
        continue
      }
      journal = text[..<stop].asText
      let parts = rest.dropFirst().asText.halves(at: ", ")
      if hasPages {
        pages = (parts?.0 ?? rest.dropFirst().asText).pagesOnly
        date = parts?.1
      } else {
        date = rest.dropFirst().asText
      }
      return true
    }
    return false
  }

  /// Reads `75(2-A(E))` and gives back what follows.
  private mutating func readVolume(_ text: String) -> String {
    let digits = text.prefix { $0.isNumber }
    volume = digits.isEmpty ? nil : String(digits)
    var rest = text[digits.endIndex...]
    guard rest.first == "(" else { return rest.asText }
    var depth = 0
    for place in rest.indices {
      if rest[place] == "(" { depth += 1 }
      if rest[place] == ")" { depth -= 1 }
      guard depth == 0 else { continue }
      issue = rest[rest.index(after: rest.startIndex)..<place].asText
      rest = rest[rest.index(after: place)...]
      break
    }
    return rest.asText
  }
}

extension Substring {
  fileprivate var asText: String { String(self).trimmed }

  /// A year, a day or a month, or two: `2010`, `15,`, `January/February`.
  fileprivate var isOfDate: Bool {
    let word = self.last == "," ? dropLast() : self
    if word.utf8.allSatisfy(\.isDigit) { return [1, 2, 4].contains(word.utf8.count) }
    return word.split { $0 == "/" || $0 == "-" }.allSatisfy {
      guard let date = PublicationDate(printed: "\($0) 2000") else { return false }
      let isWholeYear = date.first.month == 1 && date.last.month == 12
      return !isWholeYear && $0.first?.isUppercase == true
    }
  }
}

extension String {
  fileprivate var withoutEnd: String { hasSuffix(".") ? String(dropLast()).trimmed : trimmed }

  /// Without the editors of a book in front: `Kamp, Roza [Editor], Calvete, Juan [Editor]. Title`.
  var withoutEditors: String {
    guard let first = utf8.span.place(of: "]. "), utf8.prefix(first).contains(0x5B),
      self.utf8.prefix(first + 1).hasEditorAtEnd
    else { return self }
    return String(dropFirst(String(decoding: utf8.prefix(first + 3), as: UTF8.self).count)).trimmed
  }

  fileprivate func halves(at separator: String) -> (String, String)? {
    let parts = split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? (parts[0].asText, parts[1].asText) : nil
  }

  fileprivate func replacing(prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }

  /// Nil where it says that there are none.
  fileprivate var pagesOnly: String? {
    utf8.contains(where: \.isDigit) ? self : nil
  }
}

extension Span<UInt8> {
  /// The last full stop with a blank behind it.
  fileprivate var lastStop: Int? {
    indices.last { has(". ", at: $0) }
  }
}

extension Substring.UTF8View {
  /// Whether it ends with `[Ed.]` or `[Editor, Reprint Author]`.
  fileprivate var hasEditorAtEnd: Bool {
    lastIndex(of: UInt8(ascii: "[")).map { Substring(self[$0...]).hasPrefix("[Ed") } ?? false
  }
}
