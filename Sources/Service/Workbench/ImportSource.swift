public import Formats
public import Screening

/// A file that can be read from its beginning, as often as needed, piece by piece.
public struct ImportSource: Sendable {
  /// The file's name as offered.
  public var name: String
  /// How many bytes it holds, where that is known before it is read.
  public var length: Int?
  /// Begins to read it; what comes back gives the next piece, nil at the end.
  public var open: @Sendable () throws(FileFault) -> (() throws(FileFault) -> [UInt8]?)

  /// Joins the parts.
  public init(
    name: String, length: Int? = nil,
    open: @escaping @Sendable () throws(FileFault) -> (() throws(FileFault) -> [UInt8]?)
  ) {
    self.name = name
    self.length = length
    self.open = open
  }

  /// A file that is in memory already.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, length: bytes.count) { () throws(FileFault) in
      var rest: [UInt8]? = bytes
      return { () throws(FileFault) in
        defer { rest = nil }
        return rest?.isEmpty == true ? nil : rest
      }
    }
  }
}

/// How a file was read.
public struct FileReading: Hashable, Sendable {
  /// Its format.
  public let format: Format
  /// Who wrote it, as far as it tells.
  public let dialect: Dialect?
  /// How its text is written in bytes, as far as its texts tell.
  public let encoding: TextEncoding
  /// How many bytes it holds.
  public let length: Int
}

/// How far a file has been read.
public struct ReadProgress: Hashable, Sendable {
  /// How many bytes.
  public var bytes = 0
  /// How many records.
  public var records = 0

  /// Nothing read yet.
  public init() {}
}

/// What reading a file tells, without anything of it being kept.
public struct FileSurvey: Sendable {
  /// How it was read.
  public let reading: FileReading
  /// What it holds, counted.
  public let survey: Survey
  /// Entries that could not be read.
  public let quarantined: [Quarantined]
  /// The import that holds the same bytes from the same source already.
  public let known: ImportNumber?
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
  /// How the file was read; nil where it had been filed before.
  public let reading: FileReading?
  /// What PRISMA-S asks for and neither the protocol nor this import says of the search.
  public let missing: [SearchItem]
  /// Whether these bytes had been filed from this source before, so that nothing was written now.
  public let wasFiled: Bool
}
