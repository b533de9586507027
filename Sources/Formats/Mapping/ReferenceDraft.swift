import Bibliography

/// Puts a reference together from fields whose meaning a table tells.
///
/// Of several texts for one field the best is taken, and the earlier of equals; the others are kept
/// under their tags, unless they say the same.
struct ReferenceDraft {
  /// The field that a text has been taken from.
  private struct Claim {
    var rank: Int
    var tag: String
  }

  var reference = Reference()
  var warnings: [ReadWarning] = []
  private var claims: [Reference.TextField: Claim] = [:]
  private var firstPage: String?
  private var lastPage: String?
  private var articleNumber: (tag: String, text: String)?
  /// Whether a field for years has been taken.
  var hasYear = false
  private var addressOfDOI: String?
  private var joined: [Reference.TextField: (separator: String, parts: [String])] = [:]
  /// Where the values of a tag are kept.
  private var kept: [String: Int] = [:]

  /// Takes the next field; an empty one says nothing. Where its line is not known, its record's is.
  mutating func take(
    _ text: String, as meaning: FieldMeaning, under tag: String, line: Int = 0
  ) {
    guard !text.utf8.span.isBlank, !text.utf8.span.saysNothingIsThere else { return }
    switch meaning {
    case .text(.pmid), .ranked(.pmid, _): take(pubMedNumber: text, as: meaning, tag, line)
    case .text(let field): claim(field, rank: 0, text, tag, line)
    case .ranked(let field, let rank): claim(field, rank: rank, text, tag, line)
    case .joined(let field): join(text, to: field, with: "; ")
    case .paragraphs(let field): join(text, to: field, with: "\n")
    case .items(.notes) where reference.pmid == nil && text.isPubMedNote:
      reference.pmid = String(text.dropFirst(5)).trimmed
    case .items(let field): reference[field].append(text)
    case .list(let field, let separator): reference[field] += separator.parts(of: text)
    case .authors(let order, let separator):
      for part in separator.parts(of: text) {
        if part.utf8.span.isAndOthers {
          keep(part, under: tag)
        } else if let author = order.author(part) {
          reference.authors.append(author)
        }
      }
    case .firstPage: if firstPage == nil { firstPage = text } else { keep(text, under: tag) }
    case .lastPage: if lastPage == nil { lastPage = text } else { keep(text, under: tag) }
    case .articleNumber:
      if articleNumber == nil { articleNumber = (tag, text) } else { keep(text, under: tag) }
    case .year: take(year: text, tag, line)
    case .date: take(date: text, tag)
    case .serialNumber:
      // Scopus prints several: `03029743 (ISSN); 9783030123456 (ISBN)`.
      for part in ListSeparator.semicolon.parts(of: text) {
        join(part, to: part.utf8.span.isISBN ? .isbn : .issn, with: "; ")
      }
    case .doi: claim(.doi, rank: text.utf8.span.holdsDOI ? 0 : 9, text, tag, line)
    case .doiOrOther:
      if text.utf8.span.holdsDOI {
        claim(.doi, rank: 0, text, tag, line)
      } else {
        keep(text, under: tag)
      }
    case .addresses: take(addresses: text, tag)
    case .other: keep(text, under: tag)
    case .nothing: break
    }
  }

  /// Keeps a text that has no field of its own.
  mutating func keep(_ text: String, under tag: String) { keep([text], under: tag) }

  /// Keeps texts that have no field of their own.
  mutating func keep(_ texts: [String], under tag: String) {
    if let place = kept[tag] {
      reference.extra[place].values += texts
    } else {
      kept[tag] = reference.extra.count
      reference.extra.append(.init(tag: tag, values: texts))
    }
  }

  /// Takes a text instead of whatever has been taken for its field.
  mutating func replace(_ field: Reference.TextField, with text: String) {
    joined[field] = nil
    reference[field] = text
  }

  /// The reference, once all fields are taken.
  mutating func finish(line: Int) -> Reference {
    for (field, texts) in joined {
      reference[field] = texts.parts.joined(separator: texts.separator)
    }
    if let pages = String.pages(from: firstPage, to: lastPage) {
      if reference.pages == nil { reference.pages = pages } else { keepPages(pages) }
    }
    if let articleNumber {
      if reference.pages == nil {
        reference.pages = articleNumber.text
      } else if reference.pages != articleNumber.text {
        keep(articleNumber.text, under: articleNumber.tag)
      }
    }
    if let addressOfDOI, reference.doi?.utf8.span.holdsDOI != true {
      claim(.doi, rank: 5, addressOfDOI, "url", line)
    }
    if let date = reference.date, let year = reference.year, year.isFourDigits, !date.holdsYear {
      // `JAN` beside 2018: a month alone is no date.
      reference.date = "\(year) \(date)"
    }
    if reference.pmid == nil { reference.pmid = reference.pubMedNumberElsewhere }
    warnings = warnings.map { $0.line > 0 ? $0 : ReadWarning($0.kind, line: line) }
    if reference.title == nil { warnings.append(ReadWarning(.noTitle, line: line)) }
    return reference
  }

  // MARK: One of several

  private mutating func claim(
    _ field: Reference.TextField, rank: Int, _ text: String, _ tag: String, _ line: Int
  ) {
    guard let taken = reference[field] else {
      reference[field] = text
      claims[field] = Claim(rank: rank, tag: tag)
      return
    }
    guard taken != text else { return }
    let old = claims[field] ?? Claim(rank: 0, tag: tag)
    if rank < old.rank {
      keep(taken, under: old.tag)
      reference[field] = text
      claims[field] = Claim(rank: rank, tag: tag)
    } else {
      keep(text, under: tag)
      if field == .title, rank == old.rank {
        warnings.append(ReadWarning(.twice(tag: tag, kept: taken), line: line))
      }
    }
  }

  private mutating func take(
    pubMedNumber text: String, as meaning: FieldMeaning, _ tag: String, _ line: Int
  ) {
    let bytes = text.utf8.span
    let digits = bytes.numberWithPubMedAddress ?? bytes.numberInPubMedAddress
    let number = digits.map { bytes.text($0) } ?? text
    let rank = if case .ranked(_, let rank) = meaning { rank } else { 0 }
    claim(.pmid, rank: rank, number, tag, line)
  }

  private mutating func keepPages(_ pages: String) {
    let known = reference.pages
    guard let known, known != pages, known != firstPage, !known.hasPrefix("\(pages)-") else {
      return
    }
    keep(pages, under: "pages")
  }

  /// Texts are put together at the end: a record may hold tens of thousands of them.
  private mutating func join(
    _ text: String, to field: Reference.TextField, with separator: String
  ) {
    guard let known = reference[field] else { return reference[field] = text }
    let parts = joined[field]?.parts ?? [known]
    guard !parts.prefix(100).contains(text) else { return }
    joined[field, default: (separator, [known])].parts.append(text)
  }

  private mutating func take(addresses text: String, _ tag: String) {
    let bytes = text.utf8.span
    var rest = 0..<bytes.count
    while let address = bytes.nextAddress(of: &rest) {
      let part = bytes.text(address)
      if !bytes.extracting(address).isAddress {
        keep(part, under: tag)
      } else if !reference.urls.prefix(100).contains(part) {
        reference.urls.append(part)
      }
    }
    if addressOfDOI == nil, bytes.isDOI { addressOfDOI = text }
  }
}

extension String {
  /// `PMID: 23439512`, as Zotero and we write it where a format has no field for it.
  fileprivate var isPubMedNote: Bool {
    guard hasPrefix("PMID:") else { return false }
    let number = String(dropFirst(5)).trimmed
    return (1...9).contains(number.utf8.count) && number.utf8.allSatisfy(\.isDigit)
  }
}
