/// Cuts a table that comes piece by piece into its rows and cells (RFC 4180, and what programs write).
///
/// What parts the cells is told by the first row: a comma, a semicolon, a tab or a bar. A row whose
/// quotation mark is never closed ends where a line is a whole row by itself.
struct TableCutter: Sendable {
  /// Whether the file is in UTF-16: places are those in the file.
  var isWide = false
  private(set) var separator: UInt8?

  private var row = TableRow()
  private var line = 1
  private var offset = 0
  private var isAfterReturn = false
  /// How many cells the header has: the first row of several.
  private var columns = 0
  /// After how many bytes of a row another one is looked for in it; less with every one that was
  /// found, so that a file of broken rows is not read over and over.
  private var patience = 1 << 18
  private var nextLook = 1 << 18
  /// The file's beginning, until its first row tells what parts the cells.
  private var beginning: [UInt8] = []

  /// Hands over every row that ends within the piece.
  mutating func cut<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (TableRow) throws(Stop) -> Void
  ) throws(Stop) {
    guard separator == nil else { return try read(piece, body) }
    beginning.append(piece)
    let isWhole = beginning.count > 1 << 20
    guard let separator = TableShape.separator(of: beginning.span, isWhole: isWhole) else { return }
    try start(separator, body)
  }

  /// Hands over the last row if nothing ends it.
  mutating func finish<Stop: Error>(_ body: (TableRow) throws(Stop) -> Void) throws(Stop) {
    if separator == nil {
      let found = TableShape.separator(of: beginning.span, isWhole: true)
      try start(found ?? UInt8(ascii: ","), body)
    }
    while isDoubtful, let start = swallowedRow() {
      let rest = Array(row.raw[start...])
      try breakOff(at: start, body)
      try read(rest.span, body)
    }
    if row.isInQuotes { row.problem = row.problem ?? .quoteStaysOpen }
    if row.place.length > 0 { try endRow(body) }
  }

  private mutating func start<Stop: Error>(
    _ separator: UInt8, _ body: (TableRow) throws(Stop) -> Void
  ) throws(Stop) {
    self.separator = separator
    let beginning = self.beginning
    self.beginning = []
    let mark = beginning.span.beginsWithByteOrderMark ? 3 : 0
    offset = isWide && mark > 0 ? 2 : mark
    row.place.offset = offset
    try read(beginning.span.extracting(mark..<beginning.count), body)
  }

  private mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (TableRow) throws(Stop) -> Void
  ) throws(Stop) {
    var place = 0
    while place < piece.count {
      let byte = piece[place]
      place += 1
      if isAfterReturn {
        isAfterReturn = false
        if byte == 0x0A {
          offset += width(of: byte)
          if row.isInQuotes { include(byte) } else { row.place.offset = offset }
          continue
        }
      }
      let isEnd = byte == 0x0A || byte == 0x0D
      isAfterReturn = byte == 0x0D
      if isEnd { line += 1 }
      offset += width(of: byte)
      let isRowEnd = isEnd && !row.isInQuotes
      if isRowEnd || row.raw.count >= nextLook, isDoubtful, let start = swallowedRow() {
        // Back to where the row that was swallowed begins, maybe in an earlier piece.
        let back = row.raw.count - start + 1
        let earlier = back <= place ? [] : Array(row.raw[start...].dropLast(place - 1))
        try breakOff(at: start, body)
        try read(earlier.span, body)
        place = max(0, place - back)
      } else if isRowEnd {
        try endRow(body)
      } else {
        include(byte)
        row.take(isEnd ? 0x0A : byte, separator: separator)
      }
    }
  }

  /// How many bytes of the file a byte of its text stands for.
  private func width(of byte: UInt8) -> Int {
    isWide ? (byte & 0xC0 == 0x80 ? 0 : byte < 0xF0 ? 2 : 4) : 1
  }

  private mutating func include(_ byte: UInt8) {
    row.place.length += width(of: byte)
    if row.raw.count < EntryLimit.length { row.raw.append(byte) }
  }

  private mutating func endRow<Stop: Error>(
    _ body: (TableRow) throws(Stop) -> Void
  ) throws(Stop) {
    row.finish()
    if columns == 0, row.cells.count > 1 { columns = row.cells.count }
    let done = row
    begin()
    if done.place.length > 0 { try body(done) }
  }

  private mutating func begin() {
    row = TableRow()
    row.place = LineCutter.Place(line: line, offset: offset, length: 0)
    nextLook = patience
  }

  // MARK: Rows that were swallowed

  /// Whether the row goes over several lines, and its cells are not those of a row.
  private var isDoubtful: Bool {
    guard row.place.line < line, row.problem == nil, row.raw.count < EntryLimit.length else {
      return false
    }
    // Marks are left bare in texts too.
    return row.isInQuotes || row.cells.count + 1 != columns || row.hasInnerMark
  }

  /// Where in the row, of which a quotation mark was not closed, the next one begins.
  private mutating func swallowedRow() -> Int? {
    guard let separator else { return nil }
    nextLook *= 2
    // A line of a text may have a comma or two.
    let isWhole = !row.isInQuotes && row.cells.count + 1 == columns
    return TableShape.rowStart(
      in: row.raw.span, separator: separator, columns: columns,
      mustBeAll: columns == 2 || columns == 3 && isWhole)
  }

  /// Ends the row where the next one begins.
  private mutating func breakOff<Stop: Error>(
    at start: Int, _ body: (TableRow) throws(Stop) -> Void
  ) throws(Stop) {
    var broken = row
    broken.problem = .quoteStaysOpen
    broken.raw = Array(row.raw[..<start])
    line = broken.place.line + broken.raw.span.lineEnds
    offset = broken.raw.reduce(broken.place.offset) { $0 + width(of: $1) }
    while let last = broken.raw.last, last == 0x0A || last == 0x0D { broken.raw.removeLast() }
    let after = (start - broken.raw.count) * width(of: 0x0A)
    broken.place.length = offset - after - broken.place.offset
    isAfterReturn = false
    patience = max(patience / 2, 1 << 10)
    begin()
    try body(broken)
  }
}
