/// A word by its hash and its length: four bytes in place of a text.
struct WordHash: Hashable, Comparable, Sendable {
  /// Twenty-seven bits of the hash and five of the length.
  let bits: UInt32

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

  static func < (one: Self, other: Self) -> Bool { one.bits < other.bits }
}

extension [WordHash] {
  /// How many words two sorted lists have in common, each counted once.
  func countShared(with other: [WordHash]) -> Int {
    var (mine, theirs, count) = (0, 0, 0)
    while mine < self.count, theirs < other.count {
      if self[mine] == other[theirs] {
        count += 1
        mine += 1
        theirs += 1
      } else if self[mine] < other[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return count
  }

  /// The words in order of their hashes, each once.
  func sortedOnce() -> [WordHash] {
    var words: [WordHash] = []
    words.reserveCapacity(count)
    for word in sorted() where word != words.last { words.append(word) }
    return words
  }
}

extension Set<WordHash> {
  /// The words of a list with blanks between them.
  init(words: String) {
    self = Set(words.utf8.split(separator: UInt8(ascii: " ")).map { WordHash($0) })
  }
}
