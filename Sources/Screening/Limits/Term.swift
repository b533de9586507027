public import Bibliography

/// A word or phrase that is looked for in folded text, whole words only.
///
/// `*` at the end of a word stands for any ending. Hyphens count as blanks: `peer-led` finds "peer
/// led", and the other way round.
public struct Term: Hashable, Sendable, CustomStringConvertible {
  /// The term as written.
  public let text: String
  private let words: [Word]

  private struct Word: Hashable {
    var letters: [UInt8]
    var isCut = false
  }

  /// Reads a term; nil if it holds no word, or a `*` elsewhere than at the end of one.
  public init?(_ text: String) {
    var words: [Word] = []
    for part in text.split(whereSeparator: \.isWhitespace) {
      let stem = part.prefix { $0 != "*" }
      guard part.count - stem.count <= 1 else { return nil }
      let letters = FoldedText(String(stem)).bytes
      guard !letters.isEmpty || stem.count == part.count else { return nil }
      words += letters.split(separator: UInt8(ascii: " ")).map { Word(letters: Array($0)) }
      if stem.count < part.count { words[words.count - 1].isCut = true }
    }
    guard !words.isEmpty else { return nil }
    self.text = text
    self.words = words
  }

  /// The term as written.
  public var description: String { text }

  /// Whether the term is in a text.
  public func isIn(_ folded: FoldedText) -> Bool {
    hit(in: folded.bytes.span, from: 0) != nil
  }

  /// Where the term is in a text, as ranges of its bytes that do not overlap.
  public func hits(in folded: FoldedText) -> [Range<Int>] {
    let bytes = folded.bytes.span
    var hits: [Range<Int>] = []
    var start = 0
    while let hit = hit(in: bytes, from: start) {
      hits.append(hit)
      start = hit.upperBound + 1
    }
    return hits
  }

  /// The first hit at or after the beginning of a word.
  private func hit(in bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
    var place = start
    while place < bytes.count {
      if let end = end(in: bytes, at: place) { return place..<end }
      while place < bytes.count, bytes[place] != UInt8(ascii: " ") { place += 1 }
      place += 1
    }
    return nil
  }

  /// Where the phrase ends that begins at a place; nil if it does not.
  private func end(in bytes: Span<UInt8>, at start: Int) -> Int? {
    var place = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        guard place < bytes.count else { return nil }
        place += 1
      }
      guard place + word.letters.count <= bytes.count else { return nil }
      for letter in word.letters {
        guard bytes[place] == letter else { return nil }
        place += 1
      }
      if word.isCut {
        while place < bytes.count, bytes[place] != UInt8(ascii: " ") { place += 1 }
      }
      guard place == bytes.count || bytes[place] == UInt8(ascii: " ") else { return nil }
    }
    return place
  }
}
