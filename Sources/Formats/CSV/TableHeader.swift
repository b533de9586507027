import Bibliography
import JSON

/// The header of a table: what each of its columns means.
struct TableHeader: Sendable {
  private struct Column: Sendable {
    var name: String
    var meaning: TableColumn
  }

  /// The row as it is printed, to read another row below it.
  let printed: [UInt8]
  private let columns: [Column]
  /// Where the column with the names of authors in full stands, beside the one with the short ones.
  private let fullNames: Int?

  init(_ row: TableCutter.Row) {
    var maker = TextMaker()
    let names = row.cells.map { maker.text(row.bytes.span.extracting($0)).trimmed }
    let isOurs = names == CSVWriter.columns
    let isTags = Set(names).isSuperset(of: ["PT", "AU", "TI", "SO"])
    columns = names.map { name in
      Column(name: name, meaning: TableColumn(named: name, isOurs: isOurs, isTags: isTags))
    }
    fullNames = columns.firstIndex { $0.meaning == .fullNames }
    printed = row.raw + Array("\n".utf8)
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
  func take(_ row: TableCutter.Row, into draft: inout ReferenceDraft, _ maker: inout TextMaker) {
    var hasFullNames = false
    if let fullNames, fullNames < row.cells.count { hasFullNames = !row.cells[fullNames].isEmpty }
    for (place, cell) in row.cells.enumerated() where !cell.isEmpty {
      let text = maker.text(row.bytes.span.extracting(cell))
      guard place < columns.count else {
        draft.keep(text, under: "column \(place + 1)")
        continue
      }
      let column = columns[place]
      // R writes NA for what is absent.
      guard text != "NA" || column.meaning.isTitle else { continue }
      switch column.meaning {
      case .field(let meaning): draft.take(text, as: meaning, under: column.name)
      case .names where !hasFullNames: draft.take(names: text, under: column.name)
      case .names: break
      case .fullNames: draft.take(names: text.withoutNumbers, under: column.name)
      case .list(let field): draft.reference[field] += TableColumn.items(of: text)
      case .embaseSource: draft.take(embaseSource: text, under: column.name)
      case .extra: draft.take(extra: text, under: column.name)
      }
    }
  }
}

extension ReferenceDraft {
  fileprivate mutating func take(names text: String, under tag: String) {
    for (order, name) in TableColumn.names(in: text) {
      take(name, as: .authors(order, .none), under: tag)
    }
  }

  /// Our own column of what has no field: an object of tags with their values.
  fileprivate mutating func take(extra text: String, under tag: String) {
    guard let members = try? JSONValue.parse(text.utf8.span).members else {
      return keep(text, under: tag)
    }
    for member in members {
      let values = (member.value.elements ?? [member.value]).map { $0.string ?? $0.text() }
      keep(values, under: member.key)
    }
  }

  /// `Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014`
  fileprivate mutating func take(embaseSource text: String, under tag: String) {
    keep(text, under: tag)
    guard let open = text.firstIndex(of: "("), open > text.startIndex else { return }
    let year = String(text[text.index(after: open)...].prefix(4))
    guard year.isFourDigits else { return }
    take(String(text[..<open]).trimmed, as: .ranked(.journal, 1), under: tag)
    take(year, as: .year, under: tag)
    let rest = text[open...].split(separator: " ", omittingEmptySubsequences: true).dropFirst()
    guard let numbers = rest.first, numbers.first != "(" else { return }
    let parts = numbers.split(separator: ":")
    if let volume = parts.first { take(String(volume), as: .ranked(.volume, 1), under: tag) }
    if parts.count > 1 { take(String(parts[1]), as: .ranked(.issue, 1), under: tag) }
    guard let pages = rest.dropFirst().first, pages.hasPrefix("("), pages.contains(")") else {
      return
    }
    let inner = pages.dropFirst().prefix { $0 != ")" }
    take(String(inner), as: .ranked(.pages, 1), under: tag)
  }
}

extension String {
  /// Without Scopus's numbers behind names: `Liu, Fengyuan (60410297700)`.
  fileprivate var withoutNumbers: String {
    var text = ""
    var inner: String?
    for character in self {
      if character == "(" {
        inner = ""
      } else if character == ")", let digits = inner {
        if !digits.allSatisfy(\.isNumber) { text += "(\(digits))" }
        inner = nil
      } else if inner != nil {
        inner?.append(character)
      } else {
        text.append(character)
      }
    }
    return text + (inner.map { "(\($0)" } ?? "")
  }
}
