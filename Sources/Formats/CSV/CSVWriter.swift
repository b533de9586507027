public import Bibliography
import JSON

/// Writes a table of comma-separated values (RFC 4180): a header, then one line a record.
///
/// Values stand as printed: a spreadsheet may take one that begins with `=` for a formula.
public struct CSVWriter: ReferenceWriter {
  /// Comma-separated values.
  public static let format = CSVReader.format

  /// The columns in order; a list is joined with semicolons, and `extra` is JSON.
  public static let columns = [
    "id", "type", "title", "authors", "year", "date", "journal", "volume", "issue", "pages", "doi",
    "pmid", "issn", "isbn", "abstract", "keywords", "language", "urls", "publisher", "place",
    "accession", "database", "notes", "extra",
  ]

  /// Writes to nowhere yet.
  public init() {}

  /// Appends the header.
  public func begin(_ bytes: inout [UInt8]) { append(row: Self.columns, to: &bytes) }

  /// Appends the line of one record.
  public func append(_ reference: Reference, to bytes: inout [UInt8]) {
    append(row: Self.columns.map { reference.cell($0) }, to: &bytes)
  }

  private func append(row: [String], to bytes: inout [UInt8]) {
    for (place, cell) in row.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(cell: cell)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }
}

extension Reference {
  fileprivate func cell(_ column: String) -> String {
    if let field = TextField(rawValue: column) { return self[field] ?? "" }
    if let field = ListField(rawValue: column) { return self[field].joined(separator: "; ") }
    if column == "authors" { return authors.map(\.text).joined(separator: "; ") }
    return json["extra"]?.text() ?? ""
  }
}

extension [UInt8] {
  fileprivate mutating func append(cell: String) {
    let special = ",\"\r\n".utf8
    guard cell.utf8.contains(where: { special.contains($0) }) else {
      return append(contentsOf: cell.utf8)
    }
    append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
