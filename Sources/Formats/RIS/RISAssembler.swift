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
  private var isAfterBlank = false

  mutating func take<Stop: Error>(
    _ line: Span<UInt8>, _ place: LineCutter.Place, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    switch RISLine(line, isLoose: isLoose) {
    case .blank:
      isAfterBlank = true
      return
    case .text(let range):
      guard isOpen || place.length > EntryLimit.length else {
        return try passOver(line.extracting(range), place, body)
      }
      let isAlone = !isOpen
      if isAlone { open(at: place) }
      entry.include(line, place)
      if isAlone { return try close(by: .tag, body) }
      guard !entry.isRefused else { return }
      goOn(line.extracting(range), isIndented: range.lowerBound > 0, place)
    case .tagged(_, .end, _):
      guard isOpen else { return try passOver(line, place, body) }
      entry.include(line, place)
      try close(by: .tag, body)
    case .tagged(let tag, let meaning, let value):
      if meaning.isType {
        isLoose = line.has("TY -", at: 0)
        // A second TY belongs to the record if nothing has come between, or if it had none.
        if isOpen, entry.hasType, entry.saysMoreThanType { try close(by: .nextRecord, body) }
        // "DB  - Database" and the like head the file.
        if isOpen, !entry.hasType, isAfterBlank, !entry.hasTitleOrAuthor {
          try passOverEntry(body)
        }
      }
      if !isOpen { open(at: place) }
      entry.include(line, place)
      guard !entry.isRefused else { return }
      add(tag, meaning, line.extracting(value), place)
    }
    isAfterBlank = false
  }

  mutating func finish<Stop: Error>(_ body: (ReadItem) throws(Stop) -> Void) throws(Stop) {
    if isOpen { try close(by: .file, body) }
  }

  // MARK: Lines of a record

  private mutating func open(at place: LineCutter.Place) {
    entry.begin(at: place)
    (isOpen, isOutside) = (true, false)
  }

  private mutating func add(
    _ tag: RISTag, _ meaning: RISMeaning, _ value: Span<UInt8>, _ place: LineCutter.Place
  ) {
    guard meaning.isRunningOn else { return entry.add(tag, meaning, value, line: place.line) }
    var (tag, meaning, start) = (tag, meaning, 0)
    while let next = value.runOn(from: start) {
      entry.add(tag, meaning, value.extracting(start..<next.start), line: place.line)
      (tag, meaning, start) = (next.tag, next.tag.meaning, next.value)
      while start < value.count, value[start] <= 0x20 { start += 1 }
    }
    entry.add(tag, meaning, value.extracting(start..<value.count), line: place.line)
  }

  private mutating func goOn(_ text: Span<UInt8>, isIndented: Bool, _ place: LineCutter.Place) {
    if let last = entry.fields.last, last.meaning.mayEndBeforeAddress, let tag = RISTag("UR") {
      // "Link to the Ovid Full Text or citation:" and the address on the line below.
      if text.isBareAddress { return entry.add(tag, .address, text, line: place.line) }
      if text.isLinkHeading {
        return entry.add(tag, .address, text.extracting(0..<0), line: place.line)
      }
    }
    entry.goOn(text, isIndented: isIndented, line: place.line)
  }

  // MARK: Ends

  private mutating func close<Stop: Error>(
    by end: End, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    isOpen = false
    if let problem = entry.problem { return try quarantine(problem, body) }
    if !entry.hasType, end == .file, !entry.hasTitleOrAuthor { return try passOverEntry(body) }
    guard entry.saysSomething else { return try quarantine(.nothingSaid, body) }
    let before = maker
    var warnings: [ReadWarning] = []
    let reference = Reference(ris: entry, &maker, &warnings)
    for kind in kinds(of: end, since: before) {
      try body(.warning(ReadWarning(kind, line: entry.line)))
    }
    for warning in warnings { try body(.warning(warning)) }
    try body(
      .record(
        ReadRecord(
          reference: reference, line: entry.line, offset: entry.offset, length: entry.length)))
  }

  private func kinds(of end: End, since before: TextMaker) -> [ReadWarning.Kind] {
    var kinds: [ReadWarning.Kind] = []
    if !entry.hasType { kinds.append(.noType) }
    switch end {
    case .tag: break
    case .nextRecord: kinds.append(.noEnd)
    case .file: kinds.append(.cutShort)
    }
    return kinds + maker.doubts(since: before)
  }

  private func quarantine<Stop: Error>(
    _ problem: ReadFault.Problem, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    try body(
      .quarantined(
        Quarantined(
          line: entry.line, offset: entry.offset, length: entry.length, raw: entry.raw,
          fault: ReadFault(problem, line: entry.line))))
  }

  // MARK: Outside of records

  /// Tags that are of no record.
  private mutating func passOverEntry<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    isOpen = false
    let raw = entry.raw
    try passOver(raw.span, LineCutter.Place(line: entry.line), body)
  }

  private mutating func passOver<Stop: Error>(
    _ text: Span<UInt8>, _ place: LineCutter.Place, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    guard !isOutside else { return }
    let text = maker.text(text)
    guard !text.isCounter else { return }
    isOutside = true
    try body(.warning(ReadWarning(.outside(text: text.sample), line: place.line)))
  }
}

extension RISMeaning {
  /// Whether a line that is an address and nothing else is no part of the value above it.
  fileprivate var mayEndBeforeAddress: Bool { !isProse && !isTitle }
}

extension Span<UInt8> {
  /// Whether it is one address and nothing else.
  fileprivate var isBareAddress: Bool {
    (has("http://", at: 0) || has("https://", at: 0)) && first(of: 0x20, from: 0) == nil
  }

  fileprivate var isLinkHeading: Bool { has("Link to the ", at: 0) && has(":", at: count - 1) }

  /// The next tag that stands behind a value in the middle of a line: `FinlandC3  - University`.
  fileprivate func runOn(from start: Int) -> (start: Int, tag: RISTag, value: Int)? {
    var place = start
    while let hyphen = first(of: UInt8(ascii: "-"), from: place) {
      place = hyphen + 1
      let name = hyphen - 4
      guard name > start, has("  - ", at: hyphen - 2), self[name].isCapital, self[name - 1] > 0x20,
        let tag = RISTag(self, name..<name + 2),
        !tag.meaning.isUnknown
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
}
