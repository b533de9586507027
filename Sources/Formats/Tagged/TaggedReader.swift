import Bibliography

/// Reads a tagged format: lines that begin with a tag, or go on with the value above.
struct TaggedReader<Dialect: TaggedDialect>: ReferenceReader {
  static var format: Format { Dialect.format }

  static func recognises(_ beginning: Span<UInt8>) -> Certainty { Dialect.recognises(beginning) }

  private var lines = TextLines(limit: EntryLimit.length)
  private var assembler = TaggedAssembler<Dialect>()

  var encoding: TextEncoding { lines.encoding ?? assembler.maker.encoding }

  mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var assembler = self.assembler
    self.assembler = TaggedAssembler()
    defer { self.assembler = assembler }
    try lines.cut(piece) { (line, place) throws(Stop) in
      try assembler.take(line, place, body)
    }
  }

  mutating func finish<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var assembler = self.assembler
    try lines.finish { (line, place) throws(Stop) in try assembler.take(line, place, body) }
    try assembler.finish(body)
    self.assembler = assembler
  }
}

/// Puts the lines of a tagged file together to records.
struct TaggedAssembler<Dialect: TaggedDialect>: Sendable {
  private enum End {
    case proper
    case nextRecord
    case file
  }

  private(set) var maker = TextMaker()
  private var entry = TaggedEntry()
  private var isOpen = false
  private var isAfterBlank = false
  private var isOutside = false

  mutating func take<Stop: Error>(
    _ line: Span<UInt8>, _ place: LineCutter.Place, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let role = place.length > EntryLimit.length ? .text(0..<line.count) : Dialect.line(line)
    switch role {
    case .blank:
      isAfterBlank = true
      return
    case .file:
      if isOpen { try close(by: Dialect.hasEnds ? .nextRecord : .proper, body) }
    case .begin:
      if isOpen { try close(by: .proper, body) }
      open(line, place)
    case .end:
      if isOpen {
        entry.include(line, place)
        try close(by: .proper, body)
      }
    case .text(let range):
      try takeText(line, range, place, body)
    case .tag where !isOpen && !Dialect.opensByTag:
      try takeText(line, line.value(from: 0), place, body)
    case .tag(let tag, let value):
      if isOpen, Dialect.begins(tag, after: entry, isAfterBlank: isAfterBlank) {
        try close(by: .nextRecord, body)
      }
      if isOpen { entry.include(line, place) } else { open(line, place) }
      if entry.problem == nil { entry.add(tag, line.extracting(value), line: place.line) }
    }
    isAfterBlank = false
  }

  mutating func finish<Stop: Error>(_ body: (ReadItem) throws(Stop) -> Void) throws(Stop) {
    if isOpen { try close(by: .file, body) }
  }

  private mutating func open(_ line: Span<UInt8>, _ place: LineCutter.Place) {
    entry.begin(at: place)
    entry.include(line, place)
    (isOpen, isOutside) = (true, false)
  }

  private mutating func takeText<Stop: Error>(
    _ line: Span<UInt8>, _ range: Range<Int>, _ place: LineCutter.Place,
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    if isOpen {
      entry.include(line, place)
      if entry.problem == nil { entry.goOn(line.extracting(range)) }
    } else if place.length > EntryLimit.length {
      open(line, place)
      try close(by: .proper, body)
    } else if !isOutside {
      isOutside = true
      let text = maker.text(line.extracting(range))
      try body(.warning(ReadWarning(.outside(text: text.sample), line: place.line)))
    }
  }

  // MARK: Ends

  private mutating func close<Stop: Error>(
    by end: End, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    isOpen = false
    if let problem = entry.problem { return try quarantine(problem, body) }
    guard entry.saysSomething else { return try quarantine(.nothingSaid, body) }
    let before = maker
    var draft = ReferenceDraft()
    Dialect.take(entry, into: &draft, &maker)
    let reference = draft.finish(line: entry.line)
    guard !reference.isEmpty else { return try quarantine(.nothingSaid, body) }
    var kinds = maker.doubts(since: before)
    if Dialect.hasEnds {
      switch end {
      case .proper: break
      case .nextRecord: kinds.insert(.noEnd, at: 0)
      case .file: kinds.insert(.cutShort, at: 0)
      }
    }
    for kind in kinds { try body(.warning(ReadWarning(kind, line: entry.line))) }
    for warning in draft.warnings { try body(.warning(warning)) }
    try body(
      .record(
        ReadRecord(
          reference: reference, line: entry.line, offset: entry.offset, length: entry.length)))
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
}

extension TextMaker {
  /// What is worth a look of the texts made since.
  func doubts(since before: TextMaker) -> [ReadWarning.Kind] {
    var kinds: [ReadWarning.Kind] = []
    if windows1252Texts > before.windows1252Texts { kinds.append(.notUTF8) }
    if textsWithZeros > before.textsWithZeros { kinds.append(.zeroBytes) }
    return kinds
  }
}

extension String {
  /// Enough of it to know it again.
  var sample: String { count > 60 ? "\(prefix(60))…" : self }
}
