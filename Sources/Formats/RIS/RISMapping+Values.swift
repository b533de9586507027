import Bibliography

// What becomes of the value of one tag, where that takes more than putting it into its field.
extension RISMapping {
  // MARK: DOI and numbers

  mutating func offer(doi place: Int, rank: UInt8) {
    // What `DO` holds is kept even if it is no DOI; other tags have been kept in their own way.
    guard let other = settle(.doi, place, rank: rank), fields[other.field].meaning.isDOI,
      let best = claimed(.doi), !isEqual(best, fields[other.field].value)
    else { return }
    keep(other.field)
  }

  mutating func takeKind(_ place: Int) {
    let value = fields[place].value
    if bytes.span.extracting(value).isDOI {
      offer(doi: place, rank: 2)
    } else if bytes.span.extracting(value).has("doi", at: 0) {
      keep(place)
    } else {
      join(place, to: .type)
    }
  }

  mutating func takePubMed(_ place: Int) {
    let field = fields[place]
    if found.texts[.accession] == nil, bytes.span.extracting(field.value).isEmbaseNumber {
      found.texts[.accession] = field.value
    } else if found.texts[.pmid] == nil,
      let digits = bytes.span.extracting(field.value).pubMedNumber(inC2: field.tag == .c2)
    {
      found.texts[.pmid] = field.value.lowerBound..<field.value.lowerBound + digits
    } else {
      keep(place)
    }
  }

  /// PubMed's number where another field holds it.
  func pubMedNumberElsewhere() -> Range<Int>? {
    let span = bytes.span
    func number(_ value: Range<Int>?, _ find: (Span<UInt8>) -> Range<Int>?) -> Range<Int>? {
      guard let value, let digits = find(span.extracting(value)) else { return nil }
      return value.lowerBound + digits.lowerBound..<value.lowerBound + digits.upperBound
    }
    let isMEDLINE = found.texts[.database].map { span.extracting($0).isNameOfMEDLINE } ?? false
    if let found = number(found.texts[.id], { $0.numberWithPubMedAddress })
      ?? number(found.texts[.accession], { $0.numberAsAccession(inMEDLINE: isMEDLINE) })
    {
      return found
    }
    // Ovid prints it as the record's number.
    if isMEDLINE, found.texts[.accession] == nil, let id = found.texts[.id], id.count > 6,
      let found = number(id, { $0.numberAsAccession(inMEDLINE: true) })
    {
      return found
    }
    // Embase prints it under a tag that elsewhere means nothing.
    if found.texts[.accession].map({ span.extracting($0).isEmbaseNumber }) ?? false,
      let field = fields.first(where: { $0.tag == .c5 && !$0.value.isEmpty })
    {
      return number(field.value) { $0.numberAsAccession(inMEDLINE: true) }
    }
    for url in found.urls.prefix(100) {
      if let found = number(url, { $0.numberInPubMedAddress }) { return found }
    }
    return nil
  }

  /// Scopus prints several: `03029743 (ISSN); 9783030123456 (ISBN)`.
  mutating func takeSerialNumbers(_ place: Int) {
    var rest = fields[place].value
    while let part = bytes.span.nextPart(of: &rest, before: UInt8(ascii: ";")) {
      join(part, of: place, to: bytes.span.extracting(part).isISBN ? .isbn : .issn)
    }
  }

  // MARK: Lists

  mutating func takeAuthors(_ place: Int) {
    let value = fields[place].value
    var rest = value
    while let part = bytes.span.nextPart(of: &rest, before: UInt8(ascii: ";")) {
      guard !bytes.span.extracting(part).saysNothingIsThere else { continue }
      guard !bytes.span.extracting(part).isAndOthers else {
        keep(part, under: fields[place].tag)
        continue
      }
      if let name = PlacedName(bytes.span, part) {
        found.authors.append(name.withInitials(bytes.span, in: part))
      }
    }
  }

  mutating func takeKeywords(_ value: Range<Int>) {
    var rest = value
    while let part = bytes.span.nextPart(of: &rest, before: UInt8(ascii: ";")) {
      found.keywords.append(part)
    }
  }

  mutating func takeAddresses(_ place: Int) {
    if bytes.span.extracting(fields[place].value).isDOI { offer(doi: place, rank: 5) }
    var rest = fields[place].value
    while let address = bytes.span.nextAddress(of: &rest) {
      if !bytes.span.extracting(address).isAddress {
        // EBSCO prints ORCIDs and e-mail addresses here.
        keep(address, under: fields[place].tag)
      } else if !found.urls.holds(address, of: bytes.span) {
        found.urls.append(address)
      }
    }
  }

  mutating func takeNote(_ place: Int) {
    let value = fields[place].value
    found.notes.append(value)
    if bytes.span.extracting(value).isDOI { offer(doi: place, rank: 4) }
    if found.texts[.pmid] == nil { takePubMed(inNote: value) }
    // EBSCO: "Accession Number: 2020-98025-001. PMID: 33343428 Partial author list: ..."
    guard bytes.span.extracting(value).has("Accession Number: ", at: 0) else { return }
    if found.texts[.accession] == nil {
      found.texts[.accession] = word(of: value, after: "Accession Number: ")
    }
    guard found.texts[.pmid] == nil, let number = word(of: value, after: " PMID: ") else { return }
    // CINAHL prints `NLM33445566`.
    found.texts[.pmid] = bytes.span.has("NLM", at: number.lowerBound) ? number.dropFirst(3) : number
  }

  /// `PMID: 33445566` at the beginning of a note, as Zotero and EndNote have it.
  private mutating func takePubMed(inNote value: Range<Int>) {
    guard bytes.span.extracting(value).has("PMID: ", at: 0),
      let number = word(of: value, after: "PMID: "), number.count <= 8,
      number.allSatisfy({ bytes.span[$0].isDigit })
    else { return }
    found.texts[.pmid] = number
  }

  private func word(of value: Range<Int>, after label: StaticString) -> Range<Int>? {
    bytes.span.extracting(value).word(after: label).map {
      value.lowerBound + $0.lowerBound..<value.lowerBound + $0.upperBound
    }
  }

  // MARK: What is put together

  mutating func takeAbstract(_ value: Range<Int>) {
    guard !bytes.span.extracting(value).saysNothingIsThere else { return }
    if bytes.span.extracting(value).has("Copyright of ", at: 0) {
      // EBSCO prints a second one that tells who owns the first.
      found.notes.append(value)
    } else if !abstracts.holds(value, of: bytes.span) {
      abstracts.append(value)
    }
  }

  /// `N2` is the abstract where there is no other.
  mutating func settleAbstract() {
    let known = abstracts
    for place in secondAbstracts {
      if known.isEmpty {
        takeAbstract(fields[place].value)
      } else if known.count > 1 || !isEqual(known[0], fields[place].value) {
        keep(place)
      }
    }
  }

  mutating func joinedAbstracts() -> Range<Int> {
    let start = bytes.count
    for part in abstracts {
      if bytes.count > start { bytes.append(UInt8(ascii: "\n")) }
      bytes.append(again: part)
    }
    return start..<bytes.count
  }

  mutating func settlePages() {
    let pages = pages(from: claimed(.firstPage), to: claimed(.lastPage))
    found.texts[.pages] = pages ?? claimed(.articleNumber)
    if let pages, let article = claimed(.articleNumber), !isEqual(pages, article) {
      keep(claims[RISClaim.Slot.articleNumber.rawValue].field)
    }
  }

  /// First and last page as one text, however they are spread over their tags.
  private mutating func pages(from first: Range<Int>?, to last: Range<Int>?) -> Range<Int>? {
    guard let first, let last, !isEqual(first, last) else { return first ?? last }
    return bytes.span.wholePages(first, last) ?? joined(first, by: "-", last)
  }
}

extension RISTag {
  fileprivate static let c2 = RISTag("C2")
  fileprivate static let c5 = RISTag("C5")
}
