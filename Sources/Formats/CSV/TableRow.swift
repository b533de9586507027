/// A row of a table, its cells one behind the other without their quotation marks.
struct TableRow: Sendable {
  private enum State {
    case cellBegins
    case plain
    case quoted
    /// A quotation mark has come within quotation marks, and some blanks behind it: it closes them,
    /// unless another mark or text follows.
    case mark(blanks: Int)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var cells: [Range<Int>] = []
  /// Where it stands in the file.
  var place = LineCutter.Place()
  /// Its bytes as printed.
  var raw: [UInt8] = []
  var problem: ReadFault.Problem?
  /// Whether a quotation mark was met with text behind it.
  private(set) var hasInnerMark = false
  private var state = State.cellBegins
  private var cellStart = 0

  /// Whether every cell is empty.
  var isBlank: Bool { bytes.span.isBlank }

  /// Whether a quotation mark is open.
  var isInQuotes: Bool { if case .quoted = state { true } else { false } }

  /// Takes the next byte; a line end within quotation marks is a line feed.
  mutating func take(_ byte: UInt8, separator: UInt8?) {
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
        takeInnerMark(blanks, byte, isTab: separator == 0x09)
      }
    }
  }

  /// Ends the last cell.
  mutating func finish() { endCell() }

  /// A quotation mark with text behind it: it was meant as text.
  private mutating func takeInnerMark(_ blanks: Int, _ byte: UInt8, isTab: Bool) {
    hasInnerMark = true
    // A tab parts cells that were never in quotation marks, so that the first one was text too.
    if isTab, problem == nil { bytes.insert(UInt8(ascii: "\""), at: cellStart) }
    keep(UInt8(ascii: "\""))
    for _ in 0..<blanks { keep(0x20) }
    keep(byte)
    state = isTab ? .plain : .quoted
  }

  private mutating func keep(_ byte: UInt8) {
    guard problem == nil else { return }
    bytes.append(byte)
    guard bytes.count > EntryLimit.length else { return }
    problem = .entryTooLong(limit: EntryLimit.length)
    (bytes, cells, cellStart) = ([], [], 0)
    // Where a quotation mark was never closed, the next line end is the way out.
    state = .plain
  }

  private mutating func endCell() {
    if cells.count < EntryLimit.tags {
      cells.append(cellStart..<bytes.count)
    } else if problem == nil {
      problem = .tooManyTags(limit: EntryLimit.tags)
    }
    cellStart = bytes.count
    state = .cellBegins
  }
}

extension TableRow {
  /// `sep=;`, the line above a table that tells Excel what parts its cells.
  var isSeparatorForExcel: Bool { raw.count <= 5 && raw.span.has("sep=", at: 0) }
}
