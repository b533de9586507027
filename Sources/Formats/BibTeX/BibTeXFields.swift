import Bibliography

extension ReferenceDraft {
  /// Takes what the fields of an entry say.
  mutating func take(_ entry: BibTeXEntry) {
    take(entry.type, as: .joined(.type), under: "type")
    take(LaTeXText.readVerbatim(entry.key), as: .text(.id), under: "key")
    let hasTitle = entry.fields.contains { $0.name.lowercased() == "title" }
    var monthAndDay: [String: String] = [:]
    for field in entry.fields {
      switch field.name.lowercased() {
      case "author": reference.authors += BibTeXName.authors(field.value)
      case "booktitle":
        let meaning: FieldMeaning = hasTitle ? .ranked(.journal, 1) : .ranked(.title, 1)
        take(LaTeXText.read(field.value).onOneLine, as: meaning, under: field.name)
      case "abstract", "note", "annote", "annotation":
        let meaning = BibTeXFields.meanings[field.name.lowercased()] ?? .items(.notes)
        take(LaTeXText.read(field.value.inParagraphs), as: meaning, under: field.name)
      case "pages":
        take(
          LaTeXText.read(field.value.withPlainHyphens).onOneLine, as: .text(.pages),
          under: field.name)
      case "isbn":
        // ProQuest prints ISSNs here.
        let text = LaTeXText.read(field.value).onOneLine
        take(text, as: .joined(text.isISSN ? .issn : .isbn), under: field.name)
      case "month", "day":
        let value = LaTeXText.read(field.value).onOneLine
        monthAndDay[field.name.lowercased()] = BibTeXFields.monthName(value) ?? value
      case "howpublished":
        let text = LaTeXText.readVerbatim(field.value).onOneLine
        take(text, as: text.utf8.span.isAddress ? .addresses : .other, under: field.name)
      case "url", "doi", "eprint", "file", "link":
        take(
          LaTeXText.readVerbatim(field.value).onOneLine,
          as: BibTeXFields.meanings[field.name.lowercased()] ?? .other, under: field.name)
      case let name:
        take(
          LaTeXText.read(field.value).onOneLine, as: BibTeXFields.meanings[name] ?? .other,
          under: field.name)
      }
    }
    takeNumberOfArchive(entry)
    if reference.date == nil, let month = monthAndDay["month"] {
      reference.date = [month, monthAndDay["day"]].compactMap { $0 }.joined(separator: " ")
    }
  }
}

extension ReferenceDraft {
  /// `eprint = {33445566}, eprinttype = {pubmed}`, as BibLaTeX has PubMed's number.
  fileprivate mutating func takeNumberOfArchive(_ entry: BibTeXEntry) {
    func value(_ name: String) -> String? {
      entry.fields.first { $0.name.lowercased() == name }
        .map { LaTeXText.readVerbatim($0.value).onOneLine }
    }
    guard reference.pmid == nil, let number = value("eprint"), number.utf8.allSatisfy(\.isDigit),
      let archive = value("eprinttype") ?? value("archiveprefix"),
      ["pubmed", "pmid"].contains(archive.lowercased())
    else { return }
    reference.pmid = number
  }
}

/// What the fields of BibTeX and BibLaTeX stand for.
enum BibTeXFields {
  static let meanings: [String: FieldMeaning] = [
    "title": .ranked(.title, 0), "journal": .ranked(.journal, 0),
    "journaltitle": .ranked(.journal, 0), "shortjournal": .ranked(.journal, 4),
    "year": .year, "date": .date, "volume": .text(.volume), "number": .ranked(.issue, 0),
    "issue": .ranked(.issue, 1), "articleno": .articleNumber, "art_number": .articleNumber,
    "article-number": .articleNumber, "eid": .articleNumber, "doi": .doi,
    "pmid": .text(.pmid), "pubmed-id": .text(.pmid), "issn": .joined(.issn),
    "eissn": .joined(.issn),
    "isbn": .joined(.isbn), "abstract": .paragraphs(.abstract),
    "keywords": .list(.keywords, .semicolonOrComma),
    "keyword": .list(.keywords, .semicolonOrComma),
    "author_keywords": .list(.keywords, .semicolonOrComma),
    "keywords-plus": .list(.keywords, .semicolonOrComma), "language": .joined(.language),
    "langid": .ranked(.language, 1), "url": .addresses, "link": .addresses,
    "publisher": .ranked(.publisher, 0), "institution": .ranked(.publisher, 1),
    "school": .ranked(.publisher, 1), "organization": .ranked(.publisher, 2),
    "address": .ranked(.place, 0), "location": .ranked(.place, 1), "note": .items(.notes),
    "annote": .items(.notes), "annotation": .items(.notes), "document_type": .joined(.type),
    "type": .joined(.type), "unique-id": .ranked(.accession, 0),
    "accession": .ranked(.accession, 0), "source": .ranked(.database, 1),
    "database": .ranked(.database, 0),
  ]

  /// The names that BibTeX knows without a definition.
  static let months: [String: String] = Dictionary(
    uniqueKeysWithValues: monthNames.map { ($0.lowercased(), $0) })

  /// The month that a number stands for.
  static func monthName(_ text: String) -> String? {
    guard let number = Int(text), monthNames.indices.contains(number - 1), text.utf8.count < 3
    else { return nil }
    return monthNames[number - 1]
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension String {
  /// Whether it is an ISSN, and nothing longer.
  fileprivate var isISSN: Bool { utf8.count < 10 && ISSN.all(printed: self).count == 1 }

  /// With its line ends where the text begins anew at the margin; lines that are indented go on.
  fileprivate var inParagraphs: String {
    var paragraphs: [String] = []
    var isNew = true
    for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let text = String(line).onOneLine
      if text.isEmpty {
        isNew = true
      } else if isNew || line.first?.isWhitespace != true {
        paragraphs.append(text)
        isNew = false
      } else {
        paragraphs[paragraphs.count - 1] += " \(text)"
      }
    }
    return paragraphs.joined(separator: "\n")
  }

  /// Two or three hyphens are TeX's dash between numbers.
  fileprivate var withPlainHyphens: String {
    split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-")
  }
}
