import Bibliography

/// One record of Embase's other table, which has a row for each field: the field's name in the first
/// cell, and its values in those behind it. A blank line or a title begins the next record.
struct FieldRows: Sendable {
  private(set) var place = LineCutter.Place()
  private(set) var raw: [UInt8] = []
  private(set) var problem: ReadFault.Problem?
  private var entry = TableEntry(draft: ReferenceDraft(), hasFullNames: false)
  private var lastLine = 0

  /// Whether a table that begins with two such rows is one: a title, and another field below it.
  static func areThese(_ first: TableRow, _ second: TableRow) -> Bool {
    mayBegin(with: first) && second.cells.count > 1 && second.meaning(of: 0) != .field(.other)
  }

  /// Whether the first row is the title of a record rather than a header.
  static func mayBegin(with first: TableRow) -> Bool {
    guard first.cells.count > 1, first.meaning(of: 0).isTitle else { return false }
    return first.cells.indices.dropFirst().allSatisfy { first.meaning(of: $0) == .field(.other) }
  }

  /// What makes the rows of any record ones of such a table.
  static let lead = Array("\"TITLE\",\"\"\n".utf8)

  /// What the rows say.
  var draft: ReferenceDraft { entry.finish() }

  /// Whether there are rows, and another one belongs to the next record.
  func ends(before row: TableRow) -> Bool {
    guard place.length > 0 else { return false }
    let isNext = row.meaning(of: 0).isTitle && !entry.draft.reference.isEmpty
    return isNext || row.place.line > lastLine + 1
  }

  /// Takes a row.
  mutating func take(_ row: TableRow, _ maker: inout TextMaker) {
    if place.length == 0 { place = row.place }
    place.length = row.place.offset + row.place.length - place.offset
    lastLine = row.place.line + row.raw.count { $0 == 0x0A }
    if raw.count < 1 << 16 { raw += (raw.isEmpty ? [] : [0x0A]) + row.raw.prefix(1 << 16) }
    problem = problem ?? row.problem
    if place.length > EntryLimit.length {
      problem = problem ?? .entryTooLong(limit: EntryLimit.length)
      entry = TableEntry(draft: ReferenceDraft(), hasFullNames: false)
    }
    guard problem == nil, !row.cells.isEmpty else { return }
    let name = row.text(of: 0, &maker).trimmed
    let meaning = row.meaning(of: 0)
    for cell in row.cells.indices.dropFirst() where !row.cells[cell].isEmpty {
      let text = row.text(of: cell, &maker)
      if case .list(let field) = meaning, row.cells.count > 2 {
        entry.draft.reference[field].append(text.onOneLine)
      } else {
        entry.take(meaning.isProse ? text : text.onOneLine, as: meaning, under: name)
      }
    }
  }
}

extension TableRow {
  fileprivate func text(of cell: Int, _ maker: inout TextMaker) -> String {
    maker.text(bytes.span.extracting(cells[cell]))
  }

  /// What a cell means if it is the name of a field.
  fileprivate func meaning(of cell: Int) -> TableColumn {
    guard cell < cells.count, cells[cell].count < 100 else { return .field(.other) }
    var maker = TextMaker()
    return TableColumn(named: text(of: cell, &maker).trimmed, isOurs: false, isTags: false)
  }
}
