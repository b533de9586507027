import Bibliography

extension Reference {
  /// What a RIS record says; what has no field of ours is kept under its tag.
  init(ris entry: borrowing RISEntry, _ maker: inout TextMaker, _ warnings: inout [ReadWarning]) {
    let bytes = entry.bytes.span
    var mapping = RISMapping(maker, isBook: entry.isBook)
    for place in entry.fields.indices where !entry.fields[place].value.isEmpty {
      mapping.take(entry.fields[place], bytes)
    }
    self = mapping.finish(entry, &warnings)
    maker = mapping.maker
  }
}

/// Finds the field for each tag of one record.
///
/// Where several tags speak of one thing, the one that says it best is taken and the others are kept
/// under their tags, unless they say the same.
struct RISMapping {
  typealias Field = RISEntry.Field

  var maker: TextMaker
  var reference = Reference()
  private var claims = InlineArray<9, RISClaim?>(repeating: nil)
  var doi: RISClaim?
  var hasSecondAbstract = false
  var warnings: [ReadWarning] = []
  /// Whether the document is a whole book, whose `BT` is its title.
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
    case .issueOrConference:
      if value.isNumber { claim(.issue, field, rank: 2, bytes) } else { keep(field, bytes) }
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
    // Handed out rather than copied: a reference holds two dozen texts.
    var done = Reference()
    swap(&done, &reference)
    return done
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

  mutating func claimed(_ slot: RISClaim.Slot, _ bytes: Span<UInt8>) -> String? {
    guard let claim = claims[slot.rawValue] else { return nil }
    return maker.text(bytes.extracting(claim.field.value))
  }

  mutating func keep(_ field: Field, _ bytes: Span<UInt8>) {
    reference.keep([maker.text(bytes.extracting(field.value))], under: field.tag.text)
  }

  mutating func set(
    _ slot: Reference.TextField, _ field: Field, _ bytes: Span<UInt8>
  ) {
    let text = maker.text(bytes.extracting(field.value))
    if let taken = reference[slot] {
      if taken != text { reference.keep([text], under: field.tag.text) }
    } else {
      reference[slot] = text
    }
  }

  mutating func join(_ value: Span<UInt8>, to slot: Reference.TextField) {
    let text = maker.text(value)
    if let known = reference[slot] {
      // Tens of thousands of them are no longer one text.
      guard known.utf8.count < 1 << 14 else { return reference.keep([text], under: slot.rawValue) }
      if known != text { reference[slot] = "\(known); \(text)" }
    } else {
      reference[slot] = text
    }
  }
}

extension RISEntry {
  fileprivate var isBook: Bool {
    guard let type = fields.first(where: { $0.meaning.isType }) else { return false }
    let value = bytes.span.extracting(type.value)
    return value.count <= 6 && value.has("BOOK", at: value.count - 4)
  }
}
