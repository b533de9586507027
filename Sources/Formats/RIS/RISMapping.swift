import Bibliography

extension Reference {
  /// What a RIS record says; what has no field of ours is kept under its tag.
  init(ris entry: borrowing RISEntry, _ warnings: inout [ReadWarning]) {
    var mapping = RISMapping(entry)
    for field in entry.fields where !field.value.isEmpty { mapping.take(field) }
    self = mapping.finish(&warnings, line: entry.line)
  }
}

/// Finds the field for each tag of one record.
///
/// Where several tags speak of one thing, the one that says it best is taken and the others are kept
/// under their tags, unless they say the same.
struct RISMapping {
  private var reference = Reference()
  private var claims = [RISClaim?](repeating: nil, count: RISClaim.Slot.allCases.count)
  private var dates = RISDates()
  private var doi: (rank: UInt8, text: String)?
  private var kinds: [String] = []
  private var abstracts: [String] = []
  private var secondAbstracts: [RISEntry.Field] = []
  private var warnings: [ReadWarning] = []
  /// Whether the document is a whole book, whose `T2` is a series.
  private let isBook: Bool

  init(_ entry: borrowing RISEntry) {
    let type = entry.fields.first { $0.meaning == .type }?.value
    isBook = type == "BOOK" || type == "EBOOK" || type == "EDBOOK"
  }

  /// Takes the next tag.
  mutating func take(_ field: RISEntry.Field) {
    switch field.meaning {
    case .type: if kinds.isEmpty { kinds = [field.value] } else { keep(field) }
    case .text(let slot): set(slot, field)
    case .joined(let slot): join(field.value, to: slot)
    case .claim(let slot, let rank): claim(slot, field, rank: rank)
    case .author: reference.authors += RISName.authors(field.value)
    case .year: dates.years.append(field)
    case .date: dates.dates.append(field)
    case .doi: takeDOI(field)
    case .pubMedOrOther: takePubMed(field)
    case .serialNumber: join(field.value, to: field.value.isISBN ? .isbn : .issn)
    case .issueOrPlace:
      let isNumber = field.value.utf8.first?.isDigit == true
      claim(isNumber ? .issue : .place, field, rank: 2)
    case .hostTitle: if isBook { keep(field) } else { claim(.journal, field, rank: 1) }
    case .bookTitle: claim(isBook ? .title : .journal, field, rank: 3)
    case .abstract: takeAbstract(field.value)
    case .abstractOrNote: secondAbstracts.append(field)
    case .keywords: takeKeywords(field)
    case .address: takeAddresses(field)
    case .note: takeNote(field.value)
    case .kindOfWork: takeKind(field)
    case .end, .runsOn, .other, .unknown: keep(field)
    }
  }

  /// The reference, once all tags are taken.
  mutating func finish(_ warnings: inout [ReadWarning], line: Int) -> Reference {
    if !kinds.isEmpty { reference.type = kinds.joined(separator: "; ") }
    reference.title = claimed(.title)
    reference.journal = claimed(.journal)
    reference.issue = claimed(.issue)
    reference.publisher = claimed(.publisher)
    reference.place = claimed(.place)
    reference.database = claimed(.database)
    reference.doi = doi?.text
    settleAbstract()
    settlePages()
    for field in dates.settle(&reference, &self.warnings) { keep(field) }
    if reference.title == nil { warnings.append(ReadWarning(.noTitle, line: line)) }
    warnings += self.warnings
    return reference
  }

  // MARK: One of several

  private mutating func claim(_ slot: RISClaim.Slot, _ field: RISEntry.Field, rank: UInt8) {
    guard let other = claims[slot.rawValue].settle(field, rank: rank) else { return }
    keep(other.field)
    if slot == .title, other.rank == 0, let kept = claimed(.title) {
      warnings.append(
        ReadWarning(.twice(tag: other.field.tag.text, kept: kept), line: other.field.line))
    }
  }

  private func claimed(_ slot: RISClaim.Slot) -> String? { claims[slot.rawValue]?.field.value }

  private mutating func keep(_ field: RISEntry.Field) {
    reference.keep([field.value], under: field.tag.text)
  }

  private mutating func set(_ slot: Reference.TextField, _ field: RISEntry.Field) {
    if let taken = reference[slot] {
      if taken != field.value { keep(field) }
    } else {
      reference[slot] = field.value
    }
  }

  private mutating func join(_ value: String, to slot: Reference.TextField) {
    guard let known = reference[slot] else {
      reference[slot] = value
      return
    }
    if known != value { reference[slot] = "\(known); \(value)" }
  }

  // MARK: DOI and numbers

  /// Whether the DOI was taken, or was known to be this.
  private mutating func offer(doi text: String, rank: UInt8) -> Bool {
    if let doi, doi.rank <= rank { return doi.text == text }
    doi = (rank, text)
    return true
  }

  private mutating func takeDOI(_ field: RISEntry.Field) {
    // What is no DOI is kept where it was printed, unless another tag has one.
    if !offer(doi: field.value, rank: field.value.holdsDOI ? 0 : 9) { keep(field) }
  }

  private mutating func takeKind(_ field: RISEntry.Field) {
    if field.value.isDOI {
      _ = offer(doi: field.value, rank: 2)
    } else {
      kinds.append(field.value)
    }
  }

  private mutating func takePubMed(_ field: RISEntry.Field) {
    if reference.pmid == nil, let number = field.value.pubMedNumber(inC2: field.tag.text == "C2") {
      reference.pmid = number
    } else {
      keep(field)
    }
  }

  // MARK: Lists

  private mutating func takeKeywords(_ field: RISEntry.Field) {
    let parts = field.value.parts(at: UInt8(ascii: ";"))
    if parts.isEmpty { keep(field) } else { reference.keywords += parts }
  }

  private mutating func takeAddresses(_ field: RISEntry.Field) {
    for text in field.value.addresses {
      if text.isDOI { _ = offer(doi: text, rank: 5) }
      if !text.isAddress {
        // EBSCO prints ORCIDs and e-mail addresses here.
        reference.keep([text], under: field.tag.text)
      } else if !reference.urls.contains(text) {
        reference.urls.append(text)
      }
    }
  }

  private mutating func takeNote(_ text: String) {
    reference.notes.append(text)
    if text.isDOI { _ = offer(doi: text, rank: 4) }
    // EBSCO: "Accession Number: 2020-98025-001. PMID: 33343428 Partial author list: ..."
    guard text.hasPrefix("Accession Number: ") else { return }
    if reference.accession == nil { reference.accession = text.word(after: "Accession Number: ") }
    if reference.pmid == nil { reference.pmid = text.word(after: " PMID: ") }
  }

  // MARK: Abstract and pages

  private mutating func takeAbstract(_ text: String) {
    // EBSCO prints a second one that tells who owns the first.
    if text.hasPrefix("Copyright of ") {
      reference.notes.append(text)
    } else if !abstracts.contains(text) {
      abstracts.append(text)
    }
  }

  private mutating func settleAbstract() {
    if abstracts.isEmpty {
      abstracts = secondAbstracts.map(\.value)
    } else {
      for field in secondAbstracts where !abstracts.contains(field.value) { keep(field) }
    }
    if !abstracts.isEmpty { reference.abstract = abstracts.joined(separator: "\n") }
  }

  private mutating func settlePages() {
    let article = claims[RISClaim.Slot.articleNumber.rawValue]?.field
    reference.pages = String.pages(from: claimed(.firstPage), to: claimed(.lastPage))
    if let article, reference.pages == nil {
      reference.pages = article.value
    } else if let article, article.value != reference.pages {
      keep(article)
    }
  }
}
