public import Bibliography

/// One entry of a file: a record, or what could not be read as one; before it, what is worth a look.
///
/// Records and quarantined entries together are all that the file holds; none is ever dropped.
public enum ReadItem: Hashable, Sendable {
  case record(ReadRecord)
  case quarantined(Quarantined)
  case warning(ReadWarning)
}

/// A record and where in its file it is printed.
public struct ReadRecord: Hashable, Sendable {
  /// What it says.
  public let reference: Reference
  /// The line it begins on, from 1.
  public let line: Int
  /// Where it begins, in bytes.
  public let offset: Int
  /// How many bytes it takes, without the line break after it.
  public let length: Int

  /// Joins the parts.
  public init(reference: Reference, line: Int, offset: Int, length: Int) {
    self.reference = reference
    self.line = line
    self.offset = offset
    self.length = length
  }
}

/// An entry that could not be read, kept for a person to correct or dismiss.
public struct Quarantined: Hashable, Sendable {
  /// The line it begins on, from 1.
  public let line: Int
  /// Where it begins, in bytes.
  public let offset: Int
  /// How many bytes it takes, without the line break after it.
  public let length: Int
  /// Its bytes as printed, in UTF-8 where the file is in UTF-16; only the first of them where it is
  /// longer than an entry may be.
  public let raw: [UInt8]
  /// Why it could not be read.
  public let fault: ReadFault

  /// Joins the parts.
  public init(line: Int, offset: Int, length: Int, raw: [UInt8], fault: ReadFault) {
    self.line = line
    self.offset = offset
    self.length = length
    self.raw = raw
    self.fault = fault
  }

  /// Its text as people see it, with a mark in place of bytes that are not UTF-8.
  public var text: String { String(decoding: raw, as: UTF8.self) }
}
