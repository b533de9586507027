import Bibliography
import JSON

/// Reads tables with a header: comma-separated values, and those parted by semicolons, tabs or bars.
struct CSVReader: ReferenceReader {
  /// Comma-separated values.
  static let format = Format(name: "csv", title: "CSV", endings: ["csv", "tsv"])

  private var decoder = TextDecoder()
  private var cutter = TableCutter()
  private var maker = TextMaker()
  private var header: TableHeader?

  /// Begins a file.
  init() {}

  /// The encoding, as far as the texts tell it.
  var encoding: TextEncoding { decoder.encoding ?? maker.encoding }

  /// The header.
  var lead: [UInt8] { header?.printed ?? [] }

  /// Sure of a header that names a title and something else.
  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    guard beginning.count > 0, beginning.first(of: 0, from: 0) == nil else { return .no }
    var cutter = TableCutter()
    var header: TableHeader?
    cutter.cut(beginning) { row in if header == nil { header = TableHeader(first: row) } }
    cutter.finish { row in if header == nil { header = TableHeader(first: row) } }
    return header?.certainty ?? .no
  }

  /// Reads on.
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

  /// Reads the last row.
  mutating func finish<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    let rest = decoder.finish()
    try cut(rest.span, body)
    var cutter = self.cutter
    try cutter.finish { (row) throws(Stop) in try take(row, body) }
  }

  private mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var cutter = self.cutter
    self.cutter = TableCutter()
    defer { self.cutter = cutter }
    try cutter.cut(piece) { (row) throws(Stop) in try take(row, body) }
  }

  /// Takes the header, or passes over what stands above it.
  private mutating func takeHeader<Stop: Error>(
    _ row: TableRow, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    header = TableHeader(first: row)
    guard header == nil, !row.isBlank else { return }
    let text = maker.text(row.bytes.span)
    try body(.warning(ReadWarning(.outside(text: text.sample), line: row.place.line)))
  }

  private mutating func take<Stop: Error>(
    _ row: TableRow, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    guard let header else {
      return try takeHeader(row, body)
    }
    guard row.problem != nil || !row.isBlank else { return }
    let place = row.place
    let before = maker
    var draft = ReferenceDraft()
    var problem = row.problem
    if problem == nil {
      header.take(row, into: &draft, &maker)
      if draft.reference.isEmpty { problem = .nothingSaid }
    }
    if let problem {
      return try body(
        .quarantined(
          Quarantined(
            line: place.line, offset: place.offset, length: place.length,
            raw: Array(row.raw.prefix(1 << 16)),
            fault: ReadFault(problem, line: place.line))))
    }
    let reference = draft.finish(line: place.line)
    var kinds = maker.doubts(since: before)
    if row.cells.count != header.count {
      kinds.append(.rowLength(found: row.cells.count, wanted: header.count))
    }
    for kind in kinds { try body(.warning(ReadWarning(kind, line: place.line))) }
    for warning in draft.warnings { try body(.warning(warning)) }
    try body(
      .record(
        ReadRecord(
          reference: reference, line: place.line, offset: place.offset, length: place.length)))
  }
}
