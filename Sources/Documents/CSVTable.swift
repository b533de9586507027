/// Rows of cells as comma-separated values (RFC 4180): UTF-8, quoted only where a cell needs it.
public struct CSVTable {
  /// The rows as text, with a line end behind each.
  public private(set) var text = ""

  /// Begins with the heads of the columns.
  public init(_ head: [String]) { add(head) }

  /// Adds a row.
  public mutating func add(_ cells: [String]) {
    text += cells.map(CSVTable.quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let isPlain = cell.utf8.allSatisfy { !special.contains($0) }
    return isPlain
      ? cell
      : "\""
        + cell.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
  }

  private static let special = Array("\",\r\n".utf8)
}
