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
  /// What has been read and not been handed over.
  var items: [ReadItem] = []
  private var entry = RISEntry()
  private var mapping = RISMapping()
  /// Where the text begins whose lines are taken.
  private var textStart = 0
  private var isOpen = false
  private var isLoose = false
  private var isOutside = false
  private var isAfterBlank = false

  /// Takes the lines that come next in a text, as long as each is a tag and its value within a
  /// record: nearly all are.
  mutating func takeRun(
    of text: Span<UInt8>, _ cutter: inout LineCutter, _ walk: inout LineCutter.Walk
  ) {
    guard isOpen, !entry.isRefused, entry.saysSomething else { return }
    if entry.takeRun(of: text, &cutter, &walk) { isAfterBlank = false }
  }

  /// Keeps what a record or a line that has not ended needs of a text, all of whose lines were taken.
  mutating func hold(_ text: Span<UInt8>, from rest: Int) {
    entry.hold(text, at: textStart, from: isOpen && !entry.isRefused ? entry.start : rest)
    textStart += text.count
  }

  /// Takes the next line of a text.
  mutating func take(
    _ line: Span<UInt8>, _ place: LineCutter.Place, of text: Span<UInt8> = Span()
  ) {
    switch RISLine(line, isLoose: isLoose) {
    case .blank:
      isAfterBlank = true
      return
    case .text(let range):
      guard isOpen || place.length > EntryLimit.length else {
        return passOver(line.extracting(range), place)
      }
      let isAlone = !isOpen
      if isAlone { open(at: place) }
      entry.include(line, place)
      if isAlone { return close(by: .tag, text) }
      guard !entry.isRefused else { return }
      goOn(line, range, place)
    case .tagged(_, .end, _):
      guard isOpen else { return passOver(line, place) }
      entry.include(line, place)
      close(by: .tag, text)
    case .tagged(let tag, let meaning, let value):
      if meaning.isType {
        isLoose = line.has("TY -", at: 0)
        // A second TY belongs to the record if nothing has come between, or if it had none.
        if isOpen, entry.hasType, entry.saysMoreThanType { close(by: .nextRecord, text) }
        // "DB  - Database" and the like head the file.
        if isOpen, !entry.hasType, isAfterBlank, !entry.hasTitleOrAuthor {
          passOverEntry()
        }
      }
      if !isOpen { open(at: place) }
      entry.include(line, place)
      guard !entry.isRefused else { return }
      add(tag, meaning, line, value, place)
    }
    isAfterBlank = false
  }

  mutating func finish() {
    if isOpen { close(by: .file, Span()) }
  }

  // MARK: Lines of a record

  private mutating func open(at place: LineCutter.Place) {
    entry.begin(at: place)
    (isOpen, isOutside) = (true, false)
  }

  private mutating func add(
    _ tag: RISTag, _ meaning: RISMeaning, _ line: Span<UInt8>, _ value: Range<Int>,
    _ place: LineCutter.Place
  ) {
    guard meaning.isRunningOn else { return entry.add(tag, meaning, line, value, place) }
    var (tag, meaning, start) = (tag, meaning, value.lowerBound)
    while let next = line.runOn(from: start), next.value <= value.upperBound {
      entry.add(tag, meaning, line, start..<next.start, place)
      (tag, meaning, start) = (next.tag, next.tag.meaning, next.value)
      while start < value.upperBound, line[start] <= 0x20 { start += 1 }
    }
    entry.add(tag, meaning, line, start..<value.upperBound, place)
  }

  private mutating func goOn(
    _ line: Span<UInt8>, _ range: Range<Int>, _ place: LineCutter.Place
  ) {
    let text = line.extracting(range)
    if let last = entry.fields.last, last.meaning.mayEndBeforeAddress, let tag = RISTag("UR") {
      // "Link to the Ovid Full Text or citation:" and the address on the line below.
      if text.isBareAddress { return entry.add(tag, .address, line, range, place) }
      if text.isLinkHeading {
        return entry.add(tag, .address, line, range.lowerBound..<range.lowerBound, place)
      }
    }
    entry.goOn(line, range, place)
  }

  // MARK: Ends

  private mutating func close(by end: End, _ text: Span<UInt8>) {
    isOpen = false
    defer { entry.ungather() }
    entry.gather(text, at: textStart)
    if let problem = entry.problem { return quarantine(problem) }
    if !entry.hasType, end == .file, !entry.hasTitleOrAuthor { return passOverEntry() }
    guard entry.saysSomething else { return quarantine(.nothingSaid) }
    let before = maker
    entry.settleText(&maker)
    let reference = mapping.reference(of: &entry)
    if !entry.hasType { warn(.noType) }
    switch end {
    case .tag: break
    case .nextRecord: warn(.noEnd)
    case .file: warn(.cutShort)
    }
    for doubt in maker.doubts(since: before) { warn(doubt) }
    for warning in mapping.warnings { items.append(.warning(warning)) }
    items.append(
      .record(
        ReadRecord(
          reference: reference, line: entry.line, offset: entry.offset, length: entry.length)))
  }

  private mutating func warn(_ kind: ReadWarning.Kind) {
    items.append(.warning(ReadWarning(kind, line: entry.line)))
  }

  private mutating func quarantine(_ problem: ReadFault.Problem) {
    items.append(
      .quarantined(
        Quarantined(
          line: entry.line, offset: entry.offset, length: entry.length, raw: entry.raw,
          fault: ReadFault(problem, line: entry.line))))
  }

  // MARK: Outside of records

  /// Tags that are of no record.
  private mutating func passOverEntry() {
    isOpen = false
    let raw = entry.raw
    passOver(raw.span, LineCutter.Place(line: entry.line))
  }

  private mutating func passOver(_ text: Span<UInt8>, _ place: LineCutter.Place) {
    guard !isOutside else { return }
    let text = maker.text(text)
    guard !text.isCounter else { return }
    isOutside = true
    items.append(.warning(ReadWarning(.outside(text: text.sample), line: place.line)))
  }
}

extension RISMeaning {
  /// Whether a line that is an address and nothing else is no part of the value above it.
  fileprivate var mayEndBeforeAddress: Bool { !isProse && !isTitle }
}

extension String {
  /// `1.`, `<1>` or `Record #1 of 784`, as databases number what they print.
  fileprivate var isCounter: Bool {
    let words = split(separator: " ")
    if words.count == 4, words[0] == "Record", words[2] == "of" { return true }
    // The end of the file, in Web of Science's other format.
    if words == ["EF", "-"] { return true }
    return words.count == 1 && utf8.contains { $0.isDigit }
      && utf8.allSatisfy { $0.isDigit || "#.<>()".utf8.contains($0) }
  }
}
