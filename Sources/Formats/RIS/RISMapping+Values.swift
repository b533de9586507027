import Bibliography

// What becomes of the value of one tag, where that takes more than putting it into its field.
extension RISMapping {
  // MARK: DOI and numbers

  mutating func offer(doi field: Field, rank: UInt8) {
    // What `DO` holds is kept even if it is no DOI; other tags have been kept in their own way.
    guard let other = doi.settle(field, rank: rank), other.field.meaning.isDOI,
      let best = doi, !isEqual(best.field.value, other.field.value)
    else { return }
    keep(other.field)
  }

  mutating func takeKind(_ field: Field) {
    if bytes.span.extracting(field.value).isDOI {
      offer(doi: field, rank: 2)
    } else if bytes.span.extracting(field.value).has("doi", at: 0) {
      keep(field)
    } else {
      join(field, to: .type)
    }
  }

  mutating func takePubMed(_ field: Field) {
    if self[.pmid] == nil,
      let digits = bytes.span.extracting(field.value).pubMedNumber(inC2: field.tag == .c2)
    {
      self[.pmid] = field.value.lowerBound..<field.value.lowerBound + digits
    } else {
      keep(field)
    }
  }

  // MARK: Lists

  mutating func takeAuthors(_ value: Range<Int>) {
    var rest = value
    while let part = bytes.span.nextPart(of: &rest, before: UInt8(ascii: ";")) {
      guard !bytes.span.extracting(part).saysNothingIsThere else { continue }
      if let name = RISName(bytes.span, part) { authors.append(name) }
    }
  }

  mutating func takeKeywords(_ value: Range<Int>) {
    var rest = value
    while let part = bytes.span.nextPart(of: &rest, before: UInt8(ascii: ";")) {
      keywords.append(part)
    }
  }

  mutating func takeAddresses(_ field: Field) {
    if bytes.span.extracting(field.value).isDOI { offer(doi: field, rank: 5) }
    var rest = field.value
    while let address = bytes.span.nextAddress(of: &rest) {
      if !bytes.span.extracting(address).isAddress {
        // EBSCO prints ORCIDs and e-mail addresses here.
        keep(address, under: field.tag)
      } else if !urls.prefix(100).contains(where: { isEqual($0, address) }) {
        urls.append(address)
      }
    }
  }

  mutating func takeNote(_ field: Field) {
    notes.append(field.value)
    if bytes.span.extracting(field.value).isDOI { offer(doi: field, rank: 4) }
    // EBSCO: "Accession Number: 2020-98025-001. PMID: 33343428 Partial author list: ..."
    guard bytes.span.extracting(field.value).has("Accession Number: ", at: 0) else { return }
    if self[.accession] == nil { self[.accession] = word(of: field, after: "Accession Number: ") }
    if self[.pmid] == nil { self[.pmid] = word(of: field, after: " PMID: ") }
  }

  private func word(of field: Field, after label: StaticString) -> Range<Int>? {
    bytes.span.extracting(field.value).word(after: label).map {
      field.value.lowerBound + $0.lowerBound..<field.value.lowerBound + $0.upperBound
    }
  }

  // MARK: What is put together

  mutating func takeAbstract(_ value: Range<Int>) {
    guard !bytes.span.extracting(value).saysNothingIsThere else { return }
    if bytes.span.extracting(value).has("Copyright of ", at: 0) {
      // EBSCO prints a second one that tells who owns the first.
      notes.append(value)
    } else if !abstracts.prefix(100).contains(where: { isEqual($0, value) }) {
      abstracts.append(value)
    }
  }

  /// `N2` is the abstract where there is no other.
  mutating func settleAbstract() {
    let known = abstracts
    for field in secondAbstracts {
      if known.isEmpty {
        takeAbstract(field.value)
      } else if known.count > 1 || !isEqual(known[0], field.value) {
        keep(field)
      }
    }
  }

  mutating func settlePages() {
    self[.pages] = pages(from: claimed(.firstPage), to: claimed(.lastPage))
    guard let article = claims[RISClaim.Slot.articleNumber.rawValue]?.field else { return }
    if let pages = self[.pages] {
      if !isEqual(pages, article.value) { keep(article) }
    } else {
      self[.pages] = article.value
    }
  }

  /// First and last page as one text, however they are spread over their tags.
  private mutating func pages(from first: Range<Int>?, to last: Range<Int>?) -> Range<Int>? {
    guard let first, let last, !isEqual(first, last) else { return first ?? last }
    return whole(of: first, last) ?? joined([first, last], by: "-")
  }

  /// The page that says both already, as ranges do.
  private func whole(of first: Range<Int>, _ last: Range<Int>) -> Range<Int>? {
    let (one, other) = (bytes.span.extracting(first), bytes.span.extracting(last))
    if other.isPrintedRange, other.begins(with: one) { return last }
    return one.isPrintedRange && one.ends(with: other) ? first : nil
  }
}

extension RISTag {
  fileprivate static let c2 = RISTag("C2")
}
