/// A word by its hash and its length: four bytes in place of a text.
struct WordHash: Hashable, Sendable {
  /// Twenty-seven bits of the hash and five of the length.
  let bits: UInt32

  /// A hash as it was kept.
  init(bits: UInt32) { self.bits = bits }

  /// The hash of a folded word.
  init(_ word: some Collection<UInt8>) {
    bits = UInt32(truncatingIfNeeded: hash64(word) << 5) | UInt32(min(31, word.count))
  }

  /// The hash of a word written out.
  init(_ word: StaticString) {
    self = word.withUTF8Buffer { WordHash($0) }
  }

  /// How many letters the word has, up to 31.
  var length: Int { Int(bits & 31) }
}

extension WordHash {
  /// Words in order of their hashes, each once.
  static func sortedOnce(_ words: [WordHash]) -> [WordHash] {
    var sorted: [WordHash] = []
    sorted.reserveCapacity(words.count)
    for word in words.sorted(by: { $0.bits < $1.bits }) where word != sorted.last {
      sorted.append(word)
    }
    return sorted
  }

  /// The words of a list with blanks between them.
  static func set(of words: String) -> Set<WordHash> {
    Set(words.utf8.split(separator: UInt8(ascii: " ")).map { WordHash($0) })
  }
}
