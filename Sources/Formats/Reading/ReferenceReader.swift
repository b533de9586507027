/// Reads the records of a file that is handed over piece by piece.
///
/// A reader keeps no more than the entry it is in the middle of, so that memory does not grow with
/// the file. Each works in two steps: the bytes into the format's own shape, then that into ours.
public protocol ReferenceReader: Sendable {
  /// The format that it reads.
  static var format: Format { get }

  /// Whether a file that begins so is surely, perhaps or surely not of this format.
  static func recognises(_ beginning: Span<UInt8>) -> Certainty

  /// Begins a file.
  init()

  /// How the text is written in bytes, as far as it has been read.
  var encoding: TextEncoding { get }

  /// What has to stand before the bytes of a record of this file, so that they read alone: the header
  /// of a table, say.
  var lead: [UInt8] { get }

  /// Reads on; the pieces may be cut anywhere. What `body` throws ends the reading.
  mutating func read<Stop: Error>(
    _ piece: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop)

  /// Reads what is left once the file has ended.
  mutating func finish<Stop: Error>(_ body: (ReadItem) throws(Stop) -> Void) throws(Stop)
}

extension ReferenceReader {
  /// In most formats a record stands for itself.
  public var lead: [UInt8] { [] }

  /// Reads a whole file at once.
  public static func read<Stop: Error>(
    whole bytes: Span<UInt8>, _ body: (ReadItem) throws(Stop) -> Void
  ) throws(Stop) {
    var reader = Self()
    try reader.read(bytes, body)
    try reader.finish(body)
  }

  /// The entries of a whole file; only for files that are known to be small.
  public static func items(of bytes: [UInt8]) -> [ReadItem] {
    var items: [ReadItem] = []
    read(whole: bytes.span) { items.append($0) }
    return items
  }
}

/// How sure a reader is that a file is for it.
public enum Certainty: Int, Comparable, Sendable {
  case no
  case perhaps
  case sure

  /// Less sure before surer.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
