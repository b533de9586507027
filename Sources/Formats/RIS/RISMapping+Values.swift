import Bibliography

// What becomes of the value of one tag, where that takes more than putting it into its field.
extension RISMapping {
  // MARK: DOI and numbers

  mutating func offer(doi field: Field, rank: UInt8, _ bytes: Span<UInt8>) {
    // What `DO` holds is kept even if it is no DOI; other tags have been kept in their own way.
    guard let other = doi.settle(field, rank: rank), other.field.meaning == .doi,
      let best = doi, !bytes.equal(best.field.value, other.field.value)
    else { return }
    keep(other.field, bytes)
  }

  mutating func takeKind(_ field: Field, _ bytes: Span<UInt8>) {
    let value = bytes.extracting(field.value)
    if value.isDOI {
      offer(doi: field, rank: 2, bytes)
    } else if value.has("doi", at: 0) {
      keep(field, bytes)
    } else {
      join(value, to: .type)
    }
  }

  mutating func takePubMed(_ field: Field, _ bytes: Span<UInt8>) {
    let value = bytes.extracting(field.value)
    if reference.pmid == nil, let digits = value.pubMedNumber(inC2: field.tag == .c2) {
      reference.pmid = maker.text(value.extracting(0..<digits))
    } else {
      keep(field, bytes)
    }
  }

  // MARK: Lists

  mutating func takeAuthors(_ value: Span<UInt8>) {
    if reference.authors.isEmpty { reference.authors.reserveCapacity(6) }
    value.forEachPart(at: UInt8(ascii: ";")) { part in
      if let author = RISName.author(part, &maker) { reference.authors.append(author) }
    }
  }

  mutating func takeKeywords(_ value: Span<UInt8>) {
    if reference.keywords.isEmpty { reference.keywords.reserveCapacity(8) }
    value.forEachPart(at: UInt8(ascii: ";")) { reference.keywords.append(maker.text($0)) }
  }

  mutating func takeAddresses(_ field: Field, _ bytes: Span<UInt8>) {
    let value = bytes.extracting(field.value)
    if value.isDOI { offer(doi: field, rank: 5, bytes) }
    value.forEachAddress { address in
      let text = maker.text(address)
      if !address.isAddress {
        // EBSCO prints ORCIDs and e-mail addresses here.
        reference.keep([text], under: field.tag.text)
      } else if !reference.urls.prefix(100).contains(text) {
        reference.urls.append(text)
      }
    }
  }

  mutating func takeNote(_ field: Field, _ bytes: Span<UInt8>) {
    let value = bytes.extracting(field.value)
    reference.notes.append(maker.text(value))
    if value.isDOI { offer(doi: field, rank: 4, bytes) }
    // EBSCO: "Accession Number: 2020-98025-001. PMID: 33343428 Partial author list: ..."
    guard value.has("Accession Number: ", at: 0) else { return }
    if reference.accession == nil, let word = value.word(after: "Accession Number: ") {
      reference.accession = maker.text(value.extracting(word))
    }
    if reference.pmid == nil, let word = value.word(after: " PMID: ") {
      reference.pmid = maker.text(value.extracting(word))
    }
  }

  // MARK: What is put together

  mutating func takeAbstract(_ value: Span<UInt8>) {
    let text = maker.text(value)
    if value.has("Copyright of ", at: 0) {
      // EBSCO prints a second one that tells who owns the first.
      reference.notes.append(text)
    } else if let abstract = reference.abstract {
      if abstract != text { reference.abstract?.append("\n\(text)") }
    } else {
      reference.abstract = text
    }
  }

  /// `N2` is the abstract where there is no other.
  mutating func settleAbstract(_ entry: borrowing RISEntry) {
    let known = reference.abstract
    for field in entry.fields where field.meaning == .abstractOrNote && !field.value.isEmpty {
      let value = entry.bytes.span.extracting(field.value)
      if known == nil {
        takeAbstract(value)
      } else if maker.text(value) != known {
        keep(field, entry.bytes.span)
      }
    }
  }

  mutating func settlePages(_ bytes: Span<UInt8>) {
    reference.pages = String.pages(
      from: claimed(.firstPage, bytes), to: claimed(.lastPage, bytes))
    guard let article = claimed(.articleNumber, bytes) else { return }
    if reference.pages == nil {
      reference.pages = article
    } else if article != reference.pages {
      reference.keep([article], under: "C7")
    }
  }

  mutating func settleDates(_ entry: borrowing RISEntry) {
    let dates = RISDates(entry, &maker)
    (reference.year, reference.date) = (dates.year, dates.date)
    for field in dates.rest { keep(field, entry.bytes.span) }
    if let warning = dates.warning { warnings.append(warning) }
  }
}

extension RISTag {
  fileprivate static let c2 = RISTag("C2")
}
