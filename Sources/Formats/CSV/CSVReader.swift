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
  /// The first row, as long as it may be a header or the title of the first record.
  private var first: TableRow?
  /// The record in a table with a row for each field.
  private var fields: FieldRows?
  private var areFields = false
  /// What the texts were when that record began.
  private var doubtsBefore = TextMaker()

  /// Begins a file.
  init() {}

  /// The encoding, as far as the texts tell it.
  var encoding: TextEncoding { decoder.encoding ?? maker.encoding }

  /// The header.
  var lead: [UInt8] { header?.printed ?? (areFields ? FieldRows.lead : []) }

  /// Sure of a header that names a title and something else, and of a record in rows of fields.
  static func recognises(_ beginning: Span<UInt8>) -> Certainty {
    var cutter = TableCutter()
    var (header, first, areFields) = (nil as TableHeader?, nil as TableRow?, false)
    func look(at row: TableRow) {
      if let above = first { areFields = FieldRows.areThese(above, row) }
      first = nil
      guard header == nil else { return }
      header = TableHeader(first: row)
      if header != nil { first = row }
    }
    cutter.cut(beginning) { look(at: $0) }
    cutter.finish { look(at: $0) }
    return areFields ? .sure : header?.certainty ?? .no
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
    try endFields(body)
  }

  private mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var cutter = self.cutter
    self.cutter = TableCutter()
    defer { self.cutter = cutter }
    try cutter.cut(piece) { (row) throws(Stop) in try take(row, body) }
  }

  private mutating func take<Stop: Error>(
    _ row: TableRow, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    if areFields {
      try take(field: row, body)
    } else if let header {
      try take(row, under: header, body)
    } else if let first, FieldRows.areThese(first, row) {
      (self.first, areFields) = (nil, true)
      try take(field: first, body)
      try take(field: row, body)
    } else if let first {
      let header = TableHeader(first)
      (self.header, self.first) = (header, nil)
      try take(row, under: header, body)
    } else if FieldRows.mayBegin(with: row) {
      first = row
    } else {
      try takeHeader(row, body)
    }
  }

  /// Takes the header, or passes over what stands above it.
  private mutating func takeHeader<Stop: Error>(
    _ row: TableRow, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    header = TableHeader(first: row)
    guard header == nil, !row.isBlank, !row.isSeparatorForExcel else { return }
    let text = maker.text(row.bytes.span)
    try body(.warning(ReadWarning(.outside(text: text.sample), line: row.place.line)))
  }

  private mutating func take<Stop: Error>(
    _ row: TableRow, under header: TableHeader, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    guard row.problem != nil || !row.isBlank else { return }
    let before = maker
    var draft = ReferenceDraft()
    if row.problem == nil { header.take(row, into: &draft, &maker) }
    var kinds = maker.doubts(since: before)
    if row.cells.count != header.count {
      kinds.append(.rowLength(found: row.cells.count, wanted: header.count))
    }
    try hand(draft, row.problem, at: row.place, row.raw, kinds, body)
  }

  // MARK: Rows of fields

  private mutating func take<Stop: Error>(
    field row: TableRow, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    guard row.problem != nil || !row.isBlank else { return }
    if fields?.ends(before: row) == true { try endFields(body) }
    var fields = self.fields ?? FieldRows()
    self.fields = nil
    fields.take(row, &maker)
    self.fields = fields
  }

  private mutating func endFields<Stop: Error>(
    _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    guard let fields else { return }
    self.fields = nil
    let kinds = maker.doubts(since: doubtsBefore)
    doubtsBefore = maker
    try hand(fields.draft, fields.problem, at: fields.place, fields.raw, kinds, body)
  }

  // MARK: Entries

  private func hand<Stop: Error>(
    _ draft: ReferenceDraft, _ problem: ReadFault.Problem?, at place: LineCutter.Place,
    _ raw: [UInt8], _ kinds: [ReadWarning.Kind], _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var draft = draft
    if let problem = problem ?? (draft.reference.isEmpty ? .nothingSaid : nil) {
      return try body(
        .quarantined(
          Quarantined(
            line: place.line, offset: place.offset, length: place.length,
            raw: Array(raw.prefix(1 << 16)), fault: ReadFault(problem, line: place.line))))
    }
    let reference = draft.finish(line: place.line)
    for kind in kinds { try body(.warning(ReadWarning(kind, line: place.line))) }
    for warning in draft.warnings { try body(.warning(warning)) }
    try body(
      .record(
        ReadRecord(
          reference: reference, line: place.line, offset: place.offset, length: place.length)))
  }
}
