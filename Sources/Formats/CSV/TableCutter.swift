/// Cuts a table that comes piece by piece into its rows and cells (RFC 4180, and what programs write).
///
/// What parts the cells is told by the first row: a comma, a semicolon, a tab or a bar.
struct TableCutter: Sendable {
  /// A row, its cells one behind the other without their quotation marks.
  struct Row: Sendable {
    var bytes: [UInt8] = []
    var cells: [Range<Int>] = []
    /// Where it stands in the file.
    var place = LineCutter.Place()
    /// Its first bytes as printed.
    var raw: [UInt8] = []
    var problem: ReadFault.Problem?

    /// Whether every cell is empty.
    var isBlank: Bool { bytes.span.isBlank }
  }

  private enum State {
    case cellBegins
    case plain
    case quoted
    /// A quotation mark has come within quotation marks, and some blanks behind it: it closes them,
    /// unless another mark or text follows.
    case mark(blanks: Int)
  }

  /// Whether the file is in UTF-16: places are those in the file.
  var isWide = false
  private(set) var separator: UInt8?

  private var state = State.cellBegins
  private var row = Row()
  private var cellStart = 0
  private var line = 1
  private var offset = 0
  private var isAfterReturn = false
  /// The file's beginning, until its first row tells what parts the cells.
  private var beginning: [UInt8] = []
  private var isAtStart = true

  /// Hands over every row that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Row) throws(Stop) -> Void
  ) throws(Stop) {
    guard separator == nil else { return try read(piece, body) }
    beginning.append(piece)
    guard let separator = Self.separator(of: beginning.span, isWhole: beginning.count > 1 << 20)
    else { return }
    try start(separator, body)
  }

  /// Hands over the last row if nothing ends it.
  mutating func finish<Stop: Error>(_ body: (Row) throws(Stop) -> Void) throws(Stop) {
    if separator == nil {
      try start(Self.separator(of: beginning.span, isWhole: true) ?? UInt8(ascii: ","), body)
    }
    if case .quoted = state { row.problem = row.problem ?? .quoteStaysOpen }
    if row.place.length > 0 { try endRow(body) }
  }

  private mutating func start<Stop: Error>(
    _ separator: UInt8, _ body: (Row) throws(Stop) -> Void
  ) throws(Stop) {
    self.separator = separator
    let beginning = self.beginning
    self.beginning = []
    let mark = beginning.span.beginsWithByteOrderMark ? 3 : 0
    offset = isWide && mark > 0 ? 2 : mark
    row.place.offset = offset
    try read(beginning.span.extracting(mark..<beginning.count), body)
  }

  /// The one that stands most often in the first row, outside of quotation marks; nil until the row
  /// has ended.
  static func separator(of beginning: Span<UInt8>, isWhole: Bool) -> UInt8? {
    let candidates = Array(",;\t|".utf8)
    var counts = [0, 0, 0, 0]
    var (isQuoted, hasEnded) = (false, false)
    for place in beginning.indices {
      let byte = beginning[place]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D, place > 3 {
        hasEnded = true
        break
      }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    guard hasEnded || isWhole, let most = counts.max() else { return nil }
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  // MARK: Bytes

  private mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (Row) throws(Stop) -> Void
  ) throws(Stop) {
    for place in piece.indices {
      let byte = piece[place]
      let width = isWide ? (byte & 0xC0 == 0x80 ? 0 : byte < 0xF0 ? 2 : 4) : 1
      if isAfterReturn {
        isAfterReturn = false
        if byte == 0x0A {
          offset += width
          if case .quoted = state { row.place.length += width } else { row.place.offset = offset }
          continue
        }
      }
      let isEnd = byte == 0x0A || byte == 0x0D
      isAfterReturn = byte == 0x0D
      if isEnd { line += 1 }
      offset += width
      if isEnd, !isInQuotes {
        try endRow(body)
        continue
      }
      row.place.length += width
      if row.raw.count < 1 << 16 { row.raw.append(byte) }
      take(isEnd ? 0x0A : byte)
    }
  }

  private var isInQuotes: Bool { if case .quoted = state { true } else { false } }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .cellBegins where byte == UInt8(ascii: "\""): state = .quoted
    case .cellBegins, .plain:
      if byte == separator {
        endCell()
      } else {
        state = .plain
        keep(byte)
      }
    case .quoted:
      if byte == UInt8(ascii: "\"") { state = .mark(blanks: 0) } else { keep(byte) }
    case .mark(let blanks):
      if byte == UInt8(ascii: "\""), blanks == 0 {
        keep(byte)
        state = .quoted
      } else if byte == separator {
        endCell()
      } else if byte <= 0x20 {
        state = .mark(blanks: blanks + 1)
      } else {
        takeInnerMark(blanks, byte)
      }
    }
  }

  /// A quotation mark with text behind it: it was meant as text.
  private mutating func takeInnerMark(_ blanks: Int, _ byte: UInt8) {
    // A tab parts cells that were never in quotation marks, so that the first one was text too.
    let isTab = separator == 0x09
    if isTab, row.problem == nil { row.bytes.insert(UInt8(ascii: "\""), at: cellStart) }
    keep(UInt8(ascii: "\""))
    for _ in 0..<blanks { keep(0x20) }
    keep(byte)
    state = isTab ? .plain : .quoted
  }

  private mutating func keep(_ byte: UInt8) {
    guard row.problem == nil else { return }
    row.bytes.append(byte)
    guard row.bytes.count > EntryLimit.length else { return }
    row.problem = .entryTooLong(limit: EntryLimit.length)
    (row.bytes, row.cells, cellStart) = ([], [], 0)
    // Where a quotation mark was never closed, the next line end is the way out.
    state = .plain
  }

  private mutating func endCell() {
    if row.cells.count < EntryLimit.tags {
      row.cells.append(cellStart..<row.bytes.count)
    } else if row.problem == nil {
      row.problem = .tooManyTags(limit: EntryLimit.tags)
    }
    cellStart = row.bytes.count
    state = .cellBegins
  }

  private mutating func endRow<Stop: Error>(
    _ body: (Row) throws(Stop) -> Void
  ) throws(Stop) {
    endCell()
    let done = row
    row = Row()
    row.place = LineCutter.Place(line: line, offset: offset, length: 0)
    cellStart = 0
    if done.place.length > 0 { try body(done) }
  }
}
