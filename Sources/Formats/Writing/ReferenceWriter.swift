public import Bibliography

/// Writes references in one format, one behind the other.
public protocol ReferenceWriter: Sendable {
  /// The format that it writes.
  static var format: Format { get }

  /// Writes to nowhere yet.
  init()

  /// Appends what stands before the first record.
  func begin(_ bytes: inout [UInt8])

  /// Appends one record.
  func append(_ reference: Reference, to bytes: inout [UInt8])

  /// Appends what stands between two records.
  func separate(_ bytes: inout [UInt8])

  /// Appends what stands behind the last record.
  func end(_ bytes: inout [UInt8])
}

extension ReferenceWriter {
  /// Most formats have nothing before the first record.
  public func begin(_ bytes: inout [UInt8]) {}

  /// Most formats have nothing between records.
  public func separate(_ bytes: inout [UInt8]) {}

  /// Most formats have nothing behind the last record.
  public func end(_ bytes: inout [UInt8]) {}

  /// All of them as one file; only for few.
  public func file(of references: [Reference]) -> [UInt8] {
    var bytes: [UInt8] = []
    begin(&bytes)
    for (place, reference) in references.enumerated() {
      if place > 0 { separate(&bytes) }
      append(reference, to: &bytes)
    }
    end(&bytes)
    return bytes
  }
}

extension Format {
  /// All writers; a format is added to the program by its line here.
  public static let writers: [any ReferenceWriter.Type] = [
    JSONLinesWriter.self,
    RISWriter.self,
    CSVWriter.self,
    BibTeXWriter.self,
    CSLWriter.self,
    NbibWriter.self,
    EndNoteXMLWriter.self,
    ReferWriter.self,
  ]

  /// The writer of a format by its name; nil if there is none.
  public static func writer(named name: String) -> (any ReferenceWriter.Type)? {
    writers.first { $0.format.name == name }
  }
}
