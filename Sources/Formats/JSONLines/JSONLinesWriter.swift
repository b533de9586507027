public import Bibliography
import JSON

/// Writes JSON Lines: one JSON object a line, one line a record.
public struct JSONLinesWriter: ReferenceWriter {
  /// JSON Lines.
  public static let format = JSONLinesReader.format

  /// Writes to nowhere yet.
  public init() {}

  /// Appends the line of one record, with the line break that ends it.
  public func append(_ reference: Reference, to bytes: inout [UInt8]) {
    reference.json.append(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }
}
