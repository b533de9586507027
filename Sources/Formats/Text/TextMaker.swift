/// Makes texts of bytes that are UTF-8, or else Windows-1252, and remembers which it has met.
///
/// Each text is looked at by itself: exports of several databases joined by hand hold both.
struct TextMaker: Sendable {
  /// How many texts in UTF-8 had letters beyond ASCII.
  private(set) var utf8Texts = 0
  /// How many texts were no UTF-8.
  private(set) var windows1252Texts = 0
  /// How many texts held zero bytes, which are part of no text and left out.
  private(set) var textsWithZeros = 0

  /// The encoding, as far as the texts tell it.
  var encoding: TextEncoding {
    switch (utf8Texts > 0, windows1252Texts > 0) {
    case (_, false): .utf8
    case (false, true): .windows1252
    case (true, true): .mixed
    }
  }

  /// What the bytes say.
  mutating func text(_ bytes: Span<UInt8>) -> String {
    if bytes.isPlain { return String(copying: UTF8Span(unchecked: bytes, isKnownASCII: true)) }
    return corrected(bytes) ?? bytes.text(0..<bytes.count)
  }

  /// What the bytes say, where they are not UTF-8 without zeros as they stand.
  mutating func corrected(_ bytes: Span<UInt8>) -> String? {
    guard bytes.first(of: 0, from: 0) == nil else {
      textsWithZeros += 1
      let rest = bytes.withUnsafeBufferPointer { $0.filter { $0 != 0 } }
      return text(rest.span)
    }
    guard (try? UTF8Span(validating: bytes)) == nil else {
      utf8Texts += 1
      return nil
    }
    windows1252Texts += 1
    return String.windows1252(bytes)
  }
}

extension Span<UInt8> {
  /// Whether it is ASCII without zeros, as nearly every text is: looked at 32 bytes at a time.
  var isPlain: Bool {
    let bytes = self.bytes
    var place = 0
    var seen = SIMD4<UInt64>(repeating: 0)
    while place + 32 <= count {
      let words = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)
      seen |= words | (words &- Self.ones)
      place += 32
    }
    // A zero byte borrows from its high bit, and any other byte of ASCII does not.
    guard seen & Self.highs == SIMD4(repeating: 0) else { return false }
    while place < count {
      guard self[place] &- 1 < 0x7F else { return false }
      place += 1
    }
    return true
  }

  private static var ones: SIMD4<UInt64> { SIMD4(repeating: 0x0101_0101_0101_0101) }
  private static var highs: SIMD4<UInt64> { SIMD4(repeating: 0x8080_8080_8080_8080) }
}

extension String {
  /// Reads Windows-1252, of which Latin-1 is a part; every byte stands for a character.
  fileprivate static func windows1252(_ bytes: Span<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for place in bytes.indices {
      let byte = bytes[place]
      scalars.append((0x80..<0xA0).contains(byte) ? middle[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  /// The characters of 0x80 to 0x9F; the five that Windows leaves open stand for themselves.
  private static let middle = Array(
    """
    \u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\
    \u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\
    \u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}
    """.unicodeScalars)
}
