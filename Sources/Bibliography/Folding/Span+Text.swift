extension Span<UInt8> {
  /// The character that begins at an offset, and how many bytes it takes; a byte that begins none
  /// is one replacement character.
  func scalar(at place: Int) -> (Unicode.Scalar, length: Int) {
    let first = self[place]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, place + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard self[place + offset] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(self[place + offset] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// Whether a word of ASCII stands at an offset.
  func has(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= count else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<length where self[place + offset] != letters[offset] { return false }
      return true
    }
  }

  /// Whether a word of ASCII in lower case stands at an offset, in capitals or not.
  func hasIgnoringCase(_ word: StaticString, at place: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard place + length <= count else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<length where ASCII.lowerCased(self[place + offset]) != letters[offset] {
        return false
      }
      return true
    }
  }

  /// Whether a word of ASCII stands anywhere in it.
  func holds(_ word: StaticString) -> Bool {
    for place in indices where has(word, at: place) { return true }
    return false
  }

  /// Where the first of some words that stands at an offset ends.
  func end(ofAny words: [StaticString], at place: Int) -> Int? {
    words.first { has($0, at: place) }.map { place + $0.utf8CodeUnitCount }
  }

  /// Whether nothing but blanks and slashes stands in a range.
  func isBlankOrSlash(_ range: Range<Int>) -> Bool {
    for place in range where self[place] > 0x20 && self[place] != UInt8(ascii: "/") {
      return false
    }
    return true
  }

  /// The text in a range.
  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
