import Bibliography

/// The header of a table: what each of its columns means.
struct TableHeader: Sendable {
  private struct Column: Sendable {
    var name: String
    var meaning: TableColumn
  }

  /// The row as it is printed, to read another row below it.
  let printed: [UInt8]
  private let columns: [Column]
  /// Whether it is the one that we write, whose cells hold texts as they are.
  private let isOurs: Bool
  /// Where the column with the names of authors in full stands, beside the one with the short ones.
  private let fullNames: Int?

  init(_ row: TableRow) {
    var maker = TextMaker()
    let names = row.cells.map { maker.text(row.bytes.span.extracting($0)).trimmed }
    let isOurs = names == CSVWriter.columns
    self.isOurs = isOurs
    let isTags = Set(names).isSuperset(of: ["PT", "AU", "TI", "SO"])
    var columns = names.map { name in
      Column(name: name, meaning: TableColumn(named: name, isOurs: isOurs, isTags: isTags))
    }
    Self.readSource(in: &columns)
    Self.readOldPubMed(in: &columns)
    self.columns = columns
    fullNames = columns.firstIndex { $0.meaning == .fullNames }
    printed = row.raw + Array("\n".utf8)
  }

  /// A column `Source` beside a volume is the journal, where no other column has one: Cochrane's
  /// reviews, and Publish or Perish.
  private static func readSource(in columns: inout [Column]) {
    guard let source = columns.firstIndex(where: { $0.meaning == .source(isJournal: false) }),
      !columns.contains(where: { $0.meaning.isJournal }),
      columns.contains(where: { $0.meaning == .field(.text(.volume)) })
    else { return }
    columns[source].meaning = .source(isJournal: true)
  }

  /// The tables that PubMed made until 2020 have the authors as a description of the record.
  private static func readOldPubMed(in columns: inout [Column]) {
    guard columns.contains(where: { $0.name == "EntrezUID" }) else { return }
    for place in columns.indices {
      switch columns[place].name {
      case "Description": columns[place].meaning = .names
      case "Details": columns[place].meaning = .citation
      case _: break
      }
    }
  }

  /// Reads a row that may be the header; nil for a blank one and for a sentence above the table.
  init?(first row: TableRow) {
    guard !row.isBlank, !row.isSeparatorForExcel else { return nil }
    self.init(row)
    if row.cells.count == 1, columns[0].meaning == .field(.other) { return nil }
  }

  /// How many columns there are.
  var count: Int { columns.count }

  /// Sure of a header that names a title and something else that a reference has.
  var certainty: Certainty {
    let known = columns.count { $0.meaning != .field(.other) }
    let hasTitle = columns.contains { $0.meaning.isTitle }
    return hasTitle && known > 1 ? .sure : hasTitle || known > 2 ? .perhaps : .no
  }

  /// Takes what one row says.
  func take(_ row: TableRow, into draft: inout ReferenceDraft, _ maker: inout TextMaker) {
    var hasFullNames = false
    if let fullNames, fullNames < row.cells.count { hasFullNames = !row.cells[fullNames].isEmpty }
    var entry = TableEntry(draft: draft, hasFullNames: hasFullNames)
    for (place, cell) in row.cells.enumerated() where !cell.isEmpty {
      let text = maker.text(row.bytes.span.extracting(cell))
      guard place < columns.count else {
        entry.draft.keep(text, under: "column \(place + 1)")
        continue
      }
      let column = columns[place]
      // R writes NA for what is absent.
      guard text != "NA" || isOurs || column.meaning.isTitle else { continue }
      let isOneLine = !isOurs && !column.meaning.isProse && text.utf8.span.holds("\n")
      entry.take(isOneLine ? text.onOneLine : text, as: column.meaning, under: column.name)
    }
    draft = entry.finish()
  }
}
