/// A SHA-256, as a fact carries it: thirty-two bytes that stand for a file or for words.
public struct Fingerprint: Hashable, Sendable {
  private let first, second, third, fourth: UInt64

  /// Joins four quarters.
  public init(quarters: (UInt64, UInt64, UInt64, UInt64)) {
    (first, second, third, fourth) = quarters
  }

  /// The thirty-two bytes as four numbers, most significant byte first.
  public var quarters: (UInt64, UInt64, UInt64, UInt64) { (first, second, third, fourth) }
}

/// Words in a person's own hand (grounds, a note, a file's name), as a fact refers to them.
///
/// The text itself is personal data and never enters the ledger: it lives in a table beside it and
/// can be erased on request. The fact holds its salted digest, which proves the text and tells
/// nothing once the text is gone.
public struct Words: Hashable, Sendable {
  /// The digest over salt and text.
  public let fingerprint: Fingerprint
  /// Whether the text held nothing but blanks; a blank text is no grounds.
  public let isBlank: Bool

  /// Refers to a text by its digest.
  public init(_ fingerprint: Fingerprint, isBlank: Bool = false) {
    self.fingerprint = fingerprint
    self.isBlank = isBlank
  }
}
