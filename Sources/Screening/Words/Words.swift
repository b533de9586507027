/// Words in a person's own hand (grounds, a note, a name), as a fact refers to them.
///
/// The text itself is personal data and never enters the ledger: it lives in a table beside it and
/// can be erased on request. The fact holds its salted digest, which proves the text and tells
/// nothing once the text is gone.
public struct Words: Hashable, Sendable {
  /// The four quarters of the SHA-256 over salt and text.
  public let digest: (UInt64, UInt64, UInt64, UInt64)
  /// Whether the text held nothing but blanks; a blank text is no grounds.
  public let isBlank: Bool

  /// Refers to a text by its digest.
  public init(digest: (UInt64, UInt64, UInt64, UInt64), isBlank: Bool) {
    self.digest = digest
    self.isBlank = isBlank
  }

  /// Equal digests are equal words.
  public static func == (one: Self, other: Self) -> Bool {
    one.digest == other.digest && one.isBlank == other.isBlank
  }

  /// Mixes the digest.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(digest.0)
    hasher.combine(digest.1)
    hasher.combine(digest.2)
    hasher.combine(digest.3)
  }
}
