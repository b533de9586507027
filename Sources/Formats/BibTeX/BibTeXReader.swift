import Bibliography

/// Reads BibTeX and BibLaTeX, one entry at a time.
struct BibTeXReader: ReferenceReader {
  static let format = Format(name: "bibtex", title: "BibTeX", endings: ["bib", "bibtex"])

  private var decoder = TextDecoder()
  private var cutter = BibTeXCutter()
  private var maker = TextMaker()
  /// The texts that names stand for, by the name in lower case.
  private var names = BibTeXFields.months
  private var definitions: [UInt8] = []

  init() {}

  var encoding: TextEncoding { decoder.encoding ?? maker.encoding }

  /// The definitions of names so far.
  var lead: [UInt8] { definitions }

  /// Sure of a file in which an `@`, a word and a brace begin a line.
  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var certainty = Certainty.no
    beginning.forEachLine { line in
      var place = line.value(from: line.beginsWithByteOrderMark ? 3 : 0).lowerBound
      guard line.has("@", at: place) else { return true }
      let start = place + 1
      place = start
      while place < line.count, line[place].isLetter { place += 1 }
      let name = line.tag(start..<place).lowercased()
      while place < line.count, line[place] <= 0x20 { place += 1 }
      if place > start, line.has("{", at: place) || line.has("(", at: place) {
        certainty = types.contains(name) || line.holds(",") ? .sure : .perhaps
      }
      return certainty != .sure
    }
    return certainty
  }

  private static let types: Set<String> = [
    "article", "book", "booklet", "comment", "conference", "inbook", "incollection",
    "inproceedings", "manual", "mastersthesis", "misc", "phdthesis", "preamble", "proceedings",
    "string", "techreport", "unpublished",
  ]

  mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    if let decoded = decoder.decode(piece) {
      cutter.isWide = decoder.isWide
      try cut(decoded.span, body)
    } else {
      try cut(piece, body)
    }
  }

  mutating func finish<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let rest = decoder.finish()
    try cut(rest.span, body)
    var cutter = self.cutter
    try cutter.finish { (chunk) throws(Stop) in try take(chunk, body) }
  }

  private mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var cutter = self.cutter
    self.cutter = BibTeXCutter()
    defer { self.cutter = cutter }
    try cutter.cut(piece) { (chunk) throws(Stop) in try take(chunk, body) }
  }

  private mutating func take<Stop: Error>(
    _ chunk: BibTeXCutter.Chunk, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    for item in items(of: chunk) { try body(item) }
  }

  private mutating func items(of chunk: BibTeXCutter.Chunk) -> [ReadItem] {
    let place = chunk.place
    let before = maker
    var warnings: [ReadWarning] = []
    do throws(ReadFault.Problem) {
      guard let reference = try reference(chunk, &warnings) else { return [] }
      warnings += maker.doubts(since: before).map { ReadWarning($0, line: place.line) }
      let record = ReadRecord(
        reference: reference, line: place.line, offset: place.offset, length: place.length)
      return warnings.map { .warning($0) } + [.record(record)]
    } catch {
      let quarantined = Quarantined(
        line: place.line, offset: place.offset, length: place.length,
        raw: Array(chunk.bytes.prefix(1 << 16)), fault: ReadFault(error, line: place.line))
      return [.quarantined(quarantined)]
    }
  }

  /// What an entry says; nil for one that says nothing of a document.
  private mutating func reference(
    _ chunk: BibTeXCutter.Chunk, _ warnings: inout [ReadWarning]
  ) throws(ReadFault.Problem) -> Reference? {
    if let problem = chunk.problem { throw problem }
    let entry = try BibTeXEntry(maker.text(chunk.bytes.span), known: names)
    guard !entry.isAside else { return nil }
    guard !entry.isDefinition else {
      define(entry, chunk.bytes)
      return nil
    }
    guard entry.fields.contains(where: { !$0.value.utf8.span.isBlank }) else { throw .nothingSaid }
    var draft = ReferenceDraft()
    draft.take(entry)
    let reference = draft.finish(line: chunk.place.line)
    warnings += draft.warnings
    for name in entry.undefined {
      warnings.append(ReadWarning(.notDefined(name: name), line: chunk.place.line))
    }
    return reference
  }

  private mutating func define(_ entry: BibTeXEntry, _ printed: [UInt8]) {
    guard definitions.count + printed.count < 1 << 20 else { return }
    definitions += printed + Array("\n".utf8)
    for field in entry.fields { names[field.name.lowercased()] = field.value }
  }
}
