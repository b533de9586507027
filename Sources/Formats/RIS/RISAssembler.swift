import Bibliography

/// Puts lines together to records.
struct RISAssembler: Sendable {
  /// What ended a record.
  private enum End {
    case tag
    case nextRecord
    case file
  }

  private(set) var maker = TextMaker()
  private var entry = RISEntry()
  private var isOpen = false
  private var isLoose = false
  private var isOutside = false
  private var before = TextMaker()

  mutating func take<Stop: Error>(
    _ line: Span<UInt8>, _ place: LineCutter.Place, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    guard place.length <= RISEntry.lengthLimit else {
      return try takeTooLong(line, place, body)
    }
    switch RISLine(line, isLoose: isLoose) {
    case .blank: break
    case .text(let range):
      guard isOpen else { return try passOver(line, range, place, body) }
      keep(line, place)
      guard entry.problem == nil else { return }
      takeText(line, range, place)
    case .tagged(_, .end, _):
      guard isOpen else { return try passOver(line, 0..<line.count, place, body) }
      keep(line, place)
      try close(by: .tag, body)
    case .tagged(let tag, let meaning, let value):
      if meaning == .type {
        isLoose = line.has("TY -", at: 0)
        // A second TY belongs to the record if nothing has come between, or if it had none.
        if isOpen, entry.hasType, entry.saysMoreThanType { try close(by: .nextRecord, body) }
      }
      if !isOpen { open(at: place) }
      keep(line, place)
      guard entry.problem == nil else { return }
      add(tag, meaning, line.extracting(value), place)
    }
  }

  mutating func finish<Stop: Error>(_ body: (ReadItem) throws(Stop) -> Void) throws(Stop) {
    if isOpen { try close(by: .file, body) }
  }

  // MARK: Lines of a record

  private mutating func open(at place: LineCutter.Place) {
    entry.begin(at: place)
    before = maker
    (isOpen, isOutside) = (true, false)
  }

  /// Notes that a line belongs to the record.
  private mutating func keep(_ line: Span<UInt8>, _ place: LineCutter.Place) {
    entry.end = place.offset + place.length
    if !entry.saysSomething, entry.raw.count < LineCutter.sample {
      if !entry.raw.isEmpty { entry.raw.append(UInt8(ascii: "\n")) }
      entry.raw.append(line)
    }
    if entry.end - entry.offset > RISEntry.lengthLimit {
      refuse(.entryTooLong(limit: RISEntry.lengthLimit))
    } else if entry.fields.count > RISEntry.tagLimit {
      refuse(.tooManyTags(limit: RISEntry.tagLimit))
    }
  }

  private mutating func refuse(_ problem: ReadFault.Problem) {
    if entry.problem == nil { entry.problem = problem }
    entry.fields = []
  }

  private mutating func add(
    _ tag: RISTag, _ meaning: RISMeaning, _ value: Span<UInt8>, _ place: LineCutter.Place
  ) {
    guard meaning == .runsOn else {
      return entry.add(tag, meaning, maker.text(value), line: place.line)
    }
    var (tag, meaning, start) = (tag, meaning, 0)
    while let next = value.runOn(from: start) {
      entry.add(tag, meaning, maker.text(value.extracting(start..<next.start)), line: place.line)
      (tag, meaning, start) = (next.tag, next.tag.meaning, next.value)
    }
    let rest = value.extracting(start..<value.count)
    entry.add(tag, meaning, maker.text(rest.extracting(rest.trimmed)), line: place.line)
  }

  private mutating func takeText(
    _ line: Span<UInt8>, _ range: Range<Int>, _ place: LineCutter.Place
  ) {
    let text = maker.text(line.extracting(range))
    if text.isLinkHeading || text.isBareAddress, let tag = RISTag("UR"),
      entry.fields.last?.meaning.mayEndBeforeAddress == true
    {
      // "Link to the Ovid Full Text or citation:" and the address on the line below.
      return entry.add(tag, .address, text.isBareAddress ? text : "", line: place.line)
    }
    entry.goOn(text, isIndented: range.lowerBound > 0, line: place.line)
  }

  // MARK: Ends

  private mutating func close<Stop: Error>(
    by end: End, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    isOpen = false
    if let problem = entry.problem { return try quarantine(problem, body) }
    if !entry.hasType, end == .file, !entry.hasTitleOrAuthor {
      guard let first = entry.fields.first else { return }
      let text = "\(first.tag.text)  - \(first.value)"
      return try body(.warning(ReadWarning(.outside(text: text.sample), line: entry.line)))
    }
    guard entry.saysSomething else { return try quarantine(.nothingSaid, body) }
    var warnings = warnings(end)
    let reference = Reference(ris: entry, &warnings)
    for warning in warnings { try body(.warning(warning)) }
    try body(
      .record(
        ReadRecord(
          reference: reference, line: entry.line, offset: entry.offset,
          length: entry.end - entry.offset)))
  }

  private func warnings(_ end: End) -> [ReadWarning] {
    var kinds: [ReadWarning.Kind] = []
    if !entry.hasType { kinds.append(.noType) }
    switch end {
    case .tag: break
    case .nextRecord: kinds.append(.noEnd)
    case .file: kinds.append(.cutShort)
    }
    if maker.windows1252Texts > before.windows1252Texts { kinds.append(.notUTF8) }
    if maker.textsWithZeros > before.textsWithZeros { kinds.append(.zeroBytes) }
    return kinds.map { ReadWarning($0, line: entry.line) }
  }

  private mutating func quarantine<Stop: Error>(
    _ problem: ReadFault.Problem, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    try body(
      .quarantined(
        Quarantined(
          line: entry.line, offset: entry.offset, length: entry.end - entry.offset, raw: entry.raw,
          fault: ReadFault(problem, line: entry.line))))
  }

  private mutating func takeTooLong<Stop: Error>(
    _ line: Span<UInt8>, _ place: LineCutter.Place, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let isAlone = !isOpen
    if isAlone { open(at: place) }
    keep(line, place)
    entry.problem = .lineTooLong(limit: RISEntry.lengthLimit)
    entry.fields = []
    if isAlone { try close(by: .tag, body) }
  }

  // MARK: Outside of records

  private mutating func passOver<Stop: Error>(
    _ line: Span<UInt8>, _ range: Range<Int>, _ place: LineCutter.Place,
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let text = maker.text(line.extracting(range))
    guard !isOutside, !text.isCounter else { return }
    isOutside = true
    try body(.warning(ReadWarning(.outside(text: text.sample), line: place.line)))
  }
}

extension RISMeaning {
  /// Whether a line that is an address and nothing else is no part of the value above it.
  fileprivate var mayEndBeforeAddress: Bool { !isProse && !isTitle }
}

extension Span<UInt8> {
  /// The next tag that stands behind a value in the middle of a line: `FinlandC3  - University`.
  fileprivate func runOn(from start: Int) -> (start: Int, tag: RISTag, value: Int)? {
    var place = start
    while let hyphen = first(of: UInt8(ascii: "-"), from: place) {
      place = hyphen + 1
      let name = hyphen - 4
      guard name > start, has("  - ", at: hyphen - 2), self[name].isCapital, self[name - 1] > 0x20,
        let tag = RISTag(self, name..<name + 2),
        tag.meaning != .unknown
      else { continue }
      return (name, tag, hyphen + 2)
    }
    return nil
  }
}

extension String {
  /// `1.`, `<1>` or `Record #1 of 784`, as databases number what they print.
  fileprivate var isCounter: Bool {
    let words = split(separator: " ")
    if words.count == 4, words[0] == "Record", words[2] == "of" { return true }
    return words.count == 1 && utf8.contains { $0.isDigit }
      && utf8.allSatisfy { $0.isDigit || "#.<>()".utf8.contains($0) }
  }

  /// Whether it is one address and nothing else.
  fileprivate var isBareAddress: Bool {
    (hasPrefix("http://") || hasPrefix("https://")) && !utf8.contains(0x20)
  }

  fileprivate var isLinkHeading: Bool { hasPrefix("Link to the ") && hasSuffix(":") }

  /// Enough of it to know it again.
  fileprivate var sample: String { count > 60 ? "\(prefix(60))…" : self }
}
