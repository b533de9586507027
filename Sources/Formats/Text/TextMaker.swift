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

  /// Whether the bytes are UTF-8 without zeros as they stand; remembers them only if so.
  mutating func accepts(_ bytes: Span<UInt8>) -> Bool {
    guard let place = bytes.firstUnplain(from: 0) else { return true }
    guard bytes.isUTF8(from: place) else { return false }
    utf8Texts += 1
    return true
  }

  /// What the bytes say, where they are not UTF-8 without zeros as they stand.
  mutating func corrected(_ bytes: Span<UInt8>) -> String? {
    if accepts(bytes) { return nil }
    guard bytes.first(of: 0, from: 0) == nil else {
      textsWithZeros += 1
      let rest = bytes.withUnsafeBufferPointer { $0.filter { $0 != 0 } }
      return text(rest.span)
    }
    windows1252Texts += 1
    return String.windows1252(bytes)
  }
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
