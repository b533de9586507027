/// Comma-separated values as RFC 4180 has them, and nothing else: a file that is wrong is said to
/// be wrong, never guessed at.
struct CSV {
  /// One row with the line that it begins on.
  struct Row: Hashable {
    let line: Int
    let cells: [String]
  }

  /// What is wrong, and on which line.
  struct Fault: Error, Hashable {
    let line: Int
    let sentence: String
  }

  let rows: [Row]

  /// Reads a whole file; empty lines are passed over.
  init(_ bytes: [UInt8]) throws(Fault) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(line: 1, sentence: .notUnicode)
    }
    var reader = Reader(text.unicodeScalars)
    var rows: [Row] = []
    while let row = try reader.row() {
      if row.cells != [""] { rows.append(row) }
    }
    self.rows = rows
  }
}

private struct Reader {
  private var rest: Substring.UnicodeScalarView
  private var line = 1

  init(_ scalars: String.UnicodeScalarView) {
    rest = scalars[...]
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
  }

  mutating func row() throws(CSV.Fault) -> CSV.Row? {
    guard !rest.isEmpty else { return nil }
    let first = line
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard rest.first == "," else { break }
      rest.removeFirst()
    }
    if rest.first == "\r" { rest.removeFirst() }
    guard rest.isEmpty || rest.first == "\n" else {
      throw CSV.Fault(line: line, sentence: .behindQuote)
    }
    if !rest.isEmpty {
      rest.removeFirst()
      line += 1
    }
    return CSV.Row(line: first, cells: cells)
  }

  private mutating func cell() throws(CSV.Fault) -> String {
    guard rest.first == "\"" else {
      let end = rest.firstIndex { $0 == "," || $0 == "\n" || $0 == "\r" } ?? rest.endIndex
      defer { rest = rest[end...] }
      guard !rest[..<end].contains("\"") else {
        throw CSV.Fault(line: line, sentence: .quoteInside)
      }
      return String(rest[..<end])
    }
    let first = line
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\n" { line += 1 }
      guard scalar == "\"" else {
        text.append(scalar)
        continue
      }
      guard rest.first == "\"" else { return String(text) }
      text.append(rest.removeFirst())
    }
    throw CSV.Fault(line: first, sentence: .open)
  }
}

extension String {
  fileprivate static let notUnicode =
    "The file is not UTF-8. Save it again with that encoding."
  fileprivate static let open =
    "A quotation mark begins a value here and none ends it. Close it, or double it in a value."
  fileprivate static let quoteInside =
    "A quotation mark stands inside a value. Put the whole value in quotation marks, and double it."
  fileprivate static let behindQuote =
    "Something stands behind the quotation mark that ends a value. Put a comma between them."
}
