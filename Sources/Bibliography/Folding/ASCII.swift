/// What a byte is in ASCII.
///
/// Functions of their own rather than members of `UInt8`, which every file above that uses a byte
/// would be compiled again for (decision 0024).
enum ASCII {
  /// Whether this is a letter.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 }

  /// Whether this is a digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether this is a letter or a digit.
  @inline(__always)
  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// Whether this is a capital letter.
  @inline(__always)
  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// The letter in lower case; any other byte as it is.
  @inline(__always)
  static func lowerCased(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }

  /// The letter in upper case; any other byte as it is.
  @inline(__always)
  static func upperCased(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte & 0xDF : byte }
}
