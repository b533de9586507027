import Bibliography

/// Finds the field for each tag of one record.
///
/// Where several tags speak of one thing, the one that says it best is taken and the others are kept
/// under their tags, unless they say the same. Until all is found, a text is a place in the bytes of
/// the record: nothing is copied before the reference is written.
struct RISMapping: Sendable {
  typealias Field = RISEntry.Field

  /// The values of the record, and behind them the texts that are put together of several.
  var bytes: [UInt8] = []
  var texts = InlineArray<19, Range<Int>?>(repeating: nil)
  var authors: [RISName] = []
  var abstracts: [Range<Int>] = []
  var keywords: [Range<Int>] = []
  var urls: [Range<Int>] = []
  var notes: [Range<Int>] = []
  var extra: [(tag: RISTag, value: Range<Int>)] = []
  var claims = InlineArray<9, RISClaim?>(repeating: nil)
  var doi: RISClaim?
  /// The tags that speak of year or date, and those that may hold the abstract.
  var dates: [Field] = []
  var secondAbstracts: [Field] = []
  var warnings: [ReadWarning] = []
  /// Whether the document is a whole book, whose `BT` is its title.
  private var isBook = false

  /// What a record says; what has no field of ours is kept under its tag.
  mutating func reference(of entry: inout RISEntry) -> Reference {
    clear()
    swap(&bytes, &entry.bytes)
    defer { swap(&bytes, &entry.bytes) }
    isBook = entry.type.map { isBook($0.value) } ?? false
    for place in entry.fields.indices where !entry.fields[place].value.isEmpty {
      take(entry.fields[place])
    }
    settle()
    if self[.title] == nil { warnings.append(ReadWarning(.noTitle, line: entry.line)) }
    return coded()
  }

  subscript(field: Reference.TextField) -> Range<Int>? {
    get { texts[field.place] }
    set { texts[field.place] = newValue }
  }

  /// Takes the next tag.
  private mutating func take(_ field: Field) {
    switch field.meaning {
    case .type: set(.type, field)
    case .text(let slot): set(slot, field)
    case .joined(let slot): join(field, to: slot)
    case .claim(let slot, let rank): claim(slot, field, rank: rank)
    case .author: takeAuthors(field.value)
    case .year, .date: dates.append(field)
    case .doi: offer(doi: field, rank: bytes.span.extracting(field.value).holdsDOI ? 0 : 9)
    case .pubMedOrOther: takePubMed(field)
    case .serialNumber: join(field, to: bytes.span.extracting(field.value).isISBN ? .isbn : .issn)
    case .issueOrConference:
      if bytes.span.extracting(field.value).isNumber {
        claim(.issue, field, rank: 2)
      } else {
        keep(field)
      }
    case .bookTitle: claim(isBook ? .title : .journal, field, rank: 3)
    case .abstract: takeAbstract(field.value)
    case .abstractOrNote: secondAbstracts.append(field)
    case .keywords: takeKeywords(field.value)
    case .address: takeAddresses(field)
    case .note: takeNote(field)
    case .kindOfWork: takeKind(field)
    case .end, .runsOn, .other, .unknown: keep(field)
    }
  }

  /// Decides what takes all tags to decide.
  private mutating func settle() {
    self[.title] = claimed(.title)
    self[.journal] = claimed(.journal)
    self[.issue] = claimed(.issue)
    self[.publisher] = claimed(.publisher)
    self[.place] = claimed(.place)
    self[.database] = claimed(.database)
    self[.doi] = doi?.field.value
    if !secondAbstracts.isEmpty { settleAbstract() }
    self[.abstract] = joined(abstracts, by: "\n")
    settlePages()
    settleDates()
  }

  private mutating func clear() {
    texts = InlineArray(repeating: nil)
    claims = InlineArray(repeating: nil)
    doi = nil
    authors.removeAll(keepingCapacity: true)
    abstracts.removeAll(keepingCapacity: true)
    keywords.removeAll(keepingCapacity: true)
    urls.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
    extra.removeAll(keepingCapacity: extra.capacity < 1_000)
    dates.removeAll(keepingCapacity: true)
    if !secondAbstracts.isEmpty { secondAbstracts = [] }
    if !warnings.isEmpty { warnings = [] }
  }

  private func isBook(_ type: Range<Int>) -> Bool {
    let value = bytes.span.extracting(type)
    return value.count <= 6 && value.has("BOOK", at: value.count - 4)
  }
}

// MARK: One of several

extension RISMapping {
  private mutating func claim(_ slot: RISClaim.Slot, _ field: Field, rank: UInt8) {
    guard let other = claims[slot.rawValue].settle(field, rank: rank),
      let best = claims[slot.rawValue], !isEqual(best.field.value, other.field.value)
    else { return }
    keep(other.field)
    if slot == .title, other.rank == 0 {
      let kept = text(best.field.value)
      warnings.append(
        ReadWarning(.twice(tag: other.field.tag.text, kept: kept), line: other.field.line))
    }
  }

  /// A value as a text: by now all of them are UTF-8.
  func text(_ value: Range<Int>) -> String { String(decoding: bytes[value], as: UTF8.self) }

  func claimed(_ slot: RISClaim.Slot) -> Range<Int>? { claims[slot.rawValue]?.field.value }

  mutating func keep(_ field: Field) { keep(field.value, under: field.tag) }

  mutating func keep(_ value: Range<Int>, under tag: RISTag) { extra.append((tag, value)) }

  func isEqual(_ one: Range<Int>, _ other: Range<Int>) -> Bool { bytes.span.equal(one, other) }

  private mutating func set(_ slot: Reference.TextField, _ field: Field) {
    guard let taken = self[slot] else { return self[slot] = value(of: field, for: slot) }
    if !isEqual(taken, field.value) { keep(field) }
  }

  /// Cochrane prints `PM  - PUBMED 23439512`.
  private func value(of field: Field, for slot: Reference.TextField) -> Range<Int> {
    guard slot == .pmid, bytes.span.has("PUBMED ", at: field.value.lowerBound) else {
      return field.value
    }
    return field.value.dropFirst("PUBMED ".utf8.count)
  }

  mutating func join(_ field: Field, to slot: Reference.TextField) {
    guard let known = self[slot] else { return self[slot] = field.value }
    // Tens of thousands of them are no longer one text.
    guard known.count < 1 << 14 else { return keep(field) }
    if !isEqual(known, field.value) { self[slot] = joined([known, field.value], by: "; ") }
  }

  /// Several texts as one, behind the values.
  mutating func joined(_ parts: [Range<Int>], by separator: StaticString) -> Range<Int>? {
    guard parts.count > 1 else { return parts.first }
    let start = bytes.count
    for part in parts {
      if bytes.count > start { separator.withUTF8Buffer { bytes += $0 } }
      bytes.append(again: part)
    }
    return start..<bytes.count
  }
}
