import Bibliography

extension Reference {
  /// What a RIS record says; what has no field of ours is kept under its tag.
  init(ris entry: borrowing RISEntry, _ maker: inout TextMaker, _ warnings: inout [ReadWarning]) {
    let bytes = entry.bytes.span
    maker.check(bytes)
    var mapping = RISMapping(maker, isBook: entry.isBook)
    for place in entry.fields.indices where !entry.fields[place].value.isEmpty {
      mapping.take(entry.fields[place], bytes)
    }
    self = mapping.finish(entry, &warnings)
    maker = mapping.maker
    maker.forget()
  }
}

/// Finds the field for each tag of one record.
///
/// Where several tags speak of one thing, the one that says it best is taken and the others are kept
/// under their tags, unless they say the same.
struct RISMapping {
  typealias Field = RISEntry.Field

  private(set) var maker: TextMaker
  private var reference = Reference()
  private var claims = InlineArray<9, RISClaim?>(repeating: nil)
  private var doi: RISClaim?
  private var hasSecondAbstract = false
  private var warnings: [ReadWarning] = []
  /// Whether the document is a whole book, whose `T2` is a series.
  private let isBook: Bool

  init(_ maker: TextMaker, isBook: Bool) {
    self.maker = maker
    self.isBook = isBook
  }

  /// Takes the next tag.
  mutating func take(_ field: Field, _ bytes: Span<UInt8>) {
    let value = bytes.extracting(field.value)
    switch field.meaning {
    case .type: set(.type, field, bytes)
    case .text(let slot): set(slot, field, bytes)
    case .joined(let slot): join(value, to: slot)
    case .claim(let slot, let rank): claim(slot, field, rank: rank, bytes)
    case .author: takeAuthors(value)
    case .year, .date: break
    case .doi: offer(doi: field, rank: value.holdsDOI ? 0 : 9, bytes)
    case .pubMedOrOther: takePubMed(field, bytes)
    case .serialNumber: join(value, to: value.isISBN ? .isbn : .issn)
    case .issueOrPlace:
      claim(value[0].isDigit ? .issue : .place, field, rank: 2, bytes)
    case .hostTitle:
      if isBook { keep(field, bytes) } else { claim(.journal, field, rank: 1, bytes) }
    case .bookTitle: claim(isBook ? .title : .journal, field, rank: 3, bytes)
    case .abstract: takeAbstract(value)
    case .abstractOrNote: hasSecondAbstract = true
    case .keywords: takeKeywords(value)
    case .address: takeAddresses(field, bytes)
    case .note: takeNote(field, bytes)
    case .kindOfWork: takeKind(field, bytes)
    case .end, .runsOn, .other, .unknown: keep(field, bytes)
    }
  }

  /// The reference, once all tags are taken.
  mutating func finish(
    _ entry: borrowing RISEntry, _ warnings: inout [ReadWarning]
  ) -> Reference {
    let bytes = entry.bytes.span
    reference.title = claimed(.title, bytes)
    reference.journal = claimed(.journal, bytes)
    reference.issue = claimed(.issue, bytes)
    reference.publisher = claimed(.publisher, bytes)
    reference.place = claimed(.place, bytes)
    reference.database = claimed(.database, bytes)
    reference.doi = (doi?.field.value).map { maker.text(bytes.extracting($0)) }
    if hasSecondAbstract { settleAbstract(entry) }
    settlePages(bytes)
    settleDates(entry)
    if reference.title == nil { warnings.append(ReadWarning(.noTitle, line: entry.line)) }
    warnings += self.warnings
    return reference
  }

  // MARK: One of several

  private mutating func claim(
    _ slot: RISClaim.Slot, _ field: Field, rank: UInt8, _ bytes: Span<UInt8>
  ) {
    guard let other = claims[slot.rawValue].settle(field, rank: rank),
      let best = claims[slot.rawValue], !bytes.equal(best.field.value, other.field.value)
    else { return }
    keep(other.field, bytes)
    if slot == .title, other.rank == 0, let kept = claimed(.title, bytes) {
      warnings.append(
        ReadWarning(.twice(tag: other.field.tag.text, kept: kept), line: other.field.line))
    }
  }

  private mutating func claimed(_ slot: RISClaim.Slot, _ bytes: Span<UInt8>) -> String? {
    guard let claim = claims[slot.rawValue] else { return nil }
    return maker.text(bytes.extracting(claim.field.value))
  }

  private mutating func keep(_ field: Field, _ bytes: Span<UInt8>) {
    reference.keep([maker.text(bytes.extracting(field.value))], under: field.tag.text)
  }

  private mutating func set(
    _ slot: Reference.TextField, _ field: Field, _ bytes: Span<UInt8>
  ) {
    let text = maker.text(bytes.extracting(field.value))
    if let taken = reference[slot] {
      if taken != text { reference.keep([text], under: field.tag.text) }
    } else {
      reference[slot] = text
    }
  }

  private mutating func join(_ value: Span<UInt8>, to slot: Reference.TextField) {
    let text = maker.text(value)
    if let known = reference[slot] {
      if known != text { reference[slot] = "\(known); \(text)" }
    } else {
      reference[slot] = text
    }
  }

  // MARK: DOI and numbers

  private mutating func offer(doi field: Field, rank: UInt8, _ bytes: Span<UInt8>) {
    // What `DO` holds is kept even if it is no DOI; other tags have been kept in their own way.
    guard let other = doi.settle(field, rank: rank), other.field.meaning == .doi,
      let best = doi, !bytes.equal(best.field.value, other.field.value)
    else { return }
    keep(other.field, bytes)
  }

  private mutating func takeKind(_ field: Field, _ bytes: Span<UInt8>) {
    let value = bytes.extracting(field.value)
    if value.isDOI {
      offer(doi: field, rank: 2, bytes)
    } else if value.has("doi", at: 0) {
      keep(field, bytes)
    } else {
      join(value, to: .type)
    }
  }

  private mutating func takePubMed(_ field: Field, _ bytes: Span<UInt8>) {
    let value = bytes.extracting(field.value)
    if reference.pmid == nil, let digits = value.pubMedNumber(inC2: field.tag == .c2) {
      reference.pmid = maker.text(value.extracting(0..<digits))
    } else {
      keep(field, bytes)
    }
  }

  // MARK: Lists

  private mutating func takeAuthors(_ value: Span<UInt8>) {
    value.forEachPart(at: UInt8(ascii: ";")) { part in
      if let author = RISName.author(part, &maker) { reference.authors.append(author) }
    }
  }

  private mutating func takeKeywords(_ value: Span<UInt8>) {
    value.forEachPart(at: UInt8(ascii: ";")) { reference.keywords.append(maker.text($0)) }
  }

  private mutating func takeAddresses(_ field: Field, _ bytes: Span<UInt8>) {
    let value = bytes.extracting(field.value)
    if value.isDOI { offer(doi: field, rank: 5, bytes) }
    value.forEachAddress { address in
      let text = maker.text(address)
      if !address.isAddress {
        // EBSCO prints ORCIDs and e-mail addresses here.
        reference.keep([text], under: field.tag.text)
      } else if !reference.urls.contains(text) {
        reference.urls.append(text)
      }
    }
  }

  private mutating func takeNote(_ field: Field, _ bytes: Span<UInt8>) {
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

  private mutating func takeAbstract(_ value: Span<UInt8>) {
    let text = maker.text(value)
    if value.has("Copyright of ", at: 0) {
      // EBSCO prints a second one that tells who owns the first.
      reference.notes.append(text)
    } else if let abstract = reference.abstract {
      if abstract != text { reference.abstract = "\(abstract)\n\(text)" }
    } else {
      reference.abstract = text
    }
  }

  /// `N2` is the abstract where there is no other.
  private mutating func settleAbstract(_ entry: borrowing RISEntry) {
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

  private mutating func settlePages(_ bytes: Span<UInt8>) {
    reference.pages = String.pages(
      from: claimed(.firstPage, bytes), to: claimed(.lastPage, bytes))
    guard let article = claimed(.articleNumber, bytes) else { return }
    if reference.pages == nil {
      reference.pages = article
    } else if article != reference.pages {
      reference.keep([article], under: "C7")
    }
  }

  private mutating func settleDates(_ entry: borrowing RISEntry) {
    let dates = RISDates(entry, &maker)
    (reference.year, reference.date) = (dates.year, dates.date)
    for field in dates.rest { keep(field, entry.bytes.span) }
    if let warning = dates.warning { warnings.append(warning) }
  }
}

extension RISEntry {
  fileprivate var isBook: Bool {
    guard let type = fields.first(where: { $0.meaning == .type }) else { return false }
    let value = bytes.span.extracting(type.value)
    return value.count <= 6 && value.has("BOOK", at: value.count - 4)
  }
}

extension RISTag {
  fileprivate static let c2 = RISTag("C2")
}
