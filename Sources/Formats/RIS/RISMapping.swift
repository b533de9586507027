import Bibliography

/// Finds the field for each tag of one record.
///
/// Where several tags speak of one thing, the one that says it best is taken and the others are kept
/// under their tags, unless they say the same. Until all is found, a text is a place in the bytes of
/// the record: nothing is copied before the reference is written. What is looked up for every tag has
/// its place in the mapping itself; what only reads it is inlined, or else a call would copy it.
struct RISMapping: Sendable {
  typealias Field = RISEntry.Field

  /// The values of the record, and behind them the texts that are put together of several.
  var bytes: [UInt8] = []
  /// Its tags, with the places of their values.
  var fields: [Field] = []
  /// What has been found so far.
  var found = PlacedReference()
  var abstracts = Pile<Range<Int>>()
  var claims = InlineArray<10, RISClaim>(repeating: .none)
  /// What speaks of year or date, and which fields may hold the abstract.
  var dates = Pile<RISDate>()
  var secondAbstracts = Pile<Int>()
  var warnings: [ReadWarning] = []
  /// Whether the document is a whole book, whose `BT` is its title.
  private var isBook = false
  /// Whether it is a paper of a conference, whose `C3` names the proceedings.
  private var isOfConference = false

  /// What a record says; what has no field of ours is kept under its tag.
  mutating func reference(of entry: inout RISEntry) -> Reference {
    clear()
    isBook = entry.type.map { entry.bytes.span.extracting($0.value).isBook } ?? false
    isOfConference =
      entry.type.map { entry.bytes.span.extracting($0.value).isOfConference } ?? false
    swap(&bytes, &entry.bytes)
    swap(&fields, &entry.fields)
    defer {
      swap(&bytes, &entry.bytes)
      swap(&fields, &entry.fields)
    }
    for place in fields.indices where !fields[place].value.isEmpty { take(place) }
    settle()
    if found.texts[.title] == nil { warnings.append(ReadWarning(.noTitle, line: entry.line)) }
    return found.coded(from: bytes.span)
  }

  /// Takes the next tag.
  @inline(__always)
  private mutating func take(_ place: Int) {
    let value = fields[place].value
    switch fields[place].meaning {
    case .type: set(.type, place)
    case .text(let slot): set(slot, place)
    case .joined(let slot): join(place, to: slot)
    case .claim(let slot, let rank): claim(slot, place, rank: rank)
    case .author: takeAuthors(place)
    case .year, .date:
      if let date = RISDate(bytes.span, place, fields[place]) { dates.append(date) }
    case .doi: offer(doi: place, rank: bytes.span.extracting(value).holdsDOI ? 0 : 9)
    case .pubMedOrOther: takePubMed(place)
    case .serialNumber: takeSerialNumbers(place)
    case .issueOrConference:
      if bytes.span.extracting(value).isNumber {
        claim(.issue, place, rank: 2)
      } else {
        keep(place)
      }
    case .bookTitle: claim(isBook ? .title : .journal, place, rank: 3)
    case .abstract: takeAbstract(value)
    case .abstractOrNote: secondAbstracts.append(place)
    case .keywords: takeKeywords(value)
    case .address: takeAddresses(place)
    case .note: takeNote(place)
    case .kindOfWork: takeKind(place)
    case .runsOnOrProceedings where isOfConference: claim(.journal, place, rank: 3)
    case .end, .runsOn, .runsOnOrProceedings, .other, .unknown: keep(place)
    }
  }

  /// Decides what takes all tags to decide.
  private mutating func settle() {
    found.texts[.title] = claimed(.title)
    found.texts[.journal] = claimed(.journal)
    found.texts[.issue] = claimed(.issue)
    found.texts[.publisher] = claimed(.publisher)
    found.texts[.place] = claimed(.place)
    found.texts[.database] = claimed(.database)
    found.texts[.doi] = claimed(.doi)
    if !secondAbstracts.isEmpty { settleAbstract() }
    found.texts[.abstract] = abstracts.count > 1 ? joinedAbstracts() : abstracts.first
    settlePages()
    settleDates()
    if found.texts[.pmid] == nil, let number = pubMedNumberElsewhere() {
      found.texts[.pmid] = number
    }
  }

  private mutating func clear() {
    found.clear()
    for slot in claims.indices { claims[slot] = .none }
    abstracts.clear()
    dates.clear()
    secondAbstracts.clear()
    if !warnings.isEmpty { warnings = [] }
  }
}

extension Span<UInt8> {
  /// Whether it is the type of a whole book.
  fileprivate var isBook: Bool { count <= 6 && has("BOOK", at: count - 4) }

  /// Whether it is the type of a paper of a conference, or of a series as Scopus has it.
  fileprivate var isOfConference: Bool {
    count == 4 && has("CONF", at: 0) || count == 3 && has("SER", at: 0) || has("CPAPER", at: 0)
  }
}

// MARK: One of several

extension RISMapping {
  /// Lets the better claim stand, and the earlier of equals; what loses is kept, unless it says the
  /// same.
  private mutating func claim(_ slot: RISClaim.Slot, _ place: Int, rank: UInt8) {
    guard let other = settle(slot, place, rank: rank) else { return }
    let best = fields[claims[slot.rawValue].field].value
    guard !isEqual(best, fields[other.field].value) else { return }
    keep(other.field)
    if slot == .title, other.rank == 0 {
      let field = fields[other.field]
      let warning = ReadWarning.Kind.twice(tag: field.tag.text, kept: text(best))
      warnings.append(ReadWarning(warning, line: field.line))
    }
  }

  /// Lets the better claim stand, and the earlier of equals; gives back the other one.
  @inline(__always)
  mutating func settle(_ slot: RISClaim.Slot, _ place: Int, rank: UInt8) -> RISClaim? {
    let (old, new) = (claims[slot.rawValue], RISClaim(rank: rank, field: place))
    guard rank < old.rank else { return new }
    claims[slot.rawValue] = new
    return old.field < 0 ? nil : old
  }

  /// A value as a text: by now all of them are UTF-8.
  func text(_ value: Range<Int>) -> String { String(decoding: bytes[value], as: UTF8.self) }

  @inline(__always)
  func claimed(_ slot: RISClaim.Slot) -> Range<Int>? {
    let place = claims[slot.rawValue].field
    return place < 0 ? nil : fields[place].value
  }

  /// Keeps a field under its tag.
  mutating func keep(_ place: Int) { keep(fields[place].value, under: fields[place].tag) }

  mutating func keep(_ value: Range<Int>, under tag: RISTag) {
    let start = bytes.count
    tag.write(to: &bytes)
    found.extra.append(.init(tag: start..<bytes.count, value: value))
  }

  @inline(__always)
  func isEqual(_ one: Range<Int>, _ other: Range<Int>) -> Bool { bytes.span.equal(one, other) }

  private mutating func set(_ slot: Reference.TextField, _ place: Int) {
    let value = fields[place].value
    if let taken = found.texts[slot] {
      if !isEqual(taken, value) { keep(place) }
    } else if case .pmid = slot, bytes.span.has("PUBMED ", at: value.lowerBound) {
      // Cochrane prints `PM  - PUBMED 23439512`.
      found.texts[slot] = value.dropFirst("PUBMED ".utf8.count)
    } else {
      found.texts[slot] = value
    }
  }

  mutating func join(_ place: Int, to slot: Reference.TextField) {
    join(fields[place].value, of: place, to: slot)
  }

  /// Joins a value of a field, or a part of it, with what the text says already.
  mutating func join(_ value: Range<Int>, of place: Int, to slot: Reference.TextField) {
    guard let known = found.texts[slot] else { return found.texts[slot] = value }
    // Tens of thousands of them are no longer one text.
    guard known.count < 1 << 14 else { return keep(place) }
    if !isEqual(known, value) { found.texts[slot] = joined(known, by: "; ", value) }
  }

  /// Two texts as one, behind the values.
  mutating func joined(
    _ one: Range<Int>, by separator: StaticString, _ other: Range<Int>
  ) -> Range<Int> {
    let start = bytes.count
    bytes.append(again: one)
    for place in 0..<separator.utf8CodeUnitCount { bytes.append(separator.utf8Start[place]) }
    bytes.append(again: other)
    return start..<bytes.count
  }
}
