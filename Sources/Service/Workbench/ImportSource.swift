public import Formats
public import Screening

/// A file that can be read from its beginning, as often as needed, piece by piece.
public struct ImportSource: Sendable {
  /// The file's name as offered.
  public var name: String
  /// Begins to read it; what comes back gives the next piece, nil at the end.
  public var open: @Sendable () throws(FileFault) -> (() throws(FileFault) -> [UInt8]?)

  /// Joins the parts.
  public init(
    name: String,
    open: @escaping @Sendable () throws(FileFault) -> (() throws(FileFault) -> [UInt8]?)
  ) {
    self.name = name
    self.open = open
  }

  /// A file that is in memory already.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name) { () throws(FileFault) in
      var rest: [UInt8]? = bytes
      return { () throws(FileFault) in
        defer { rest = nil }
        return rest?.isEmpty == true ? nil : rest
      }
    }
  }
}

/// What an import did.
public struct ImportReport: Sendable {
  /// The import.
  public let file: ImportNumber
  /// How many records were accepted.
  public let accepted: Int
  /// The number of the first; the others follow.
  public let first: RecordNumber
  /// Entries that could not be read and wait for a person.
  public let quarantined: [Quarantined]
  /// What is worth a look in the entries that were accepted.
  public let warnings: WarningTally
  /// Whether these bytes had been filed from this source before, so that nothing was written now.
  public let wasFiled: Bool
}
