/// The keys under which a record is filed, so that those who share one are compared.
///
/// Each pass looks at other fields, or at another part of the title: a field that is wrong or
/// missing hides a pair from some passes and not from all.
enum Passes {
  /// How many passes there are.
  static let count = 14

  /// The key of a record in one pass; 0 where its fields do not give one.
  static func key(_ pass: Int, of record: KeyView) -> UInt64 {
    let key = rawKey(pass, of: record)
    return key == 0 ? 0 : joined(UInt64(pass), key)
  }

  private static func rawKey(_ pass: Int, of record: KeyView) -> UInt64 {
    switch pass {
    case 0: record.doi
    case 1: UInt64(record.pmid)
    case 2: record.hasNoTitle ? 0 : hash64(record.memory.span.extracting(record.letters))
    case 3: firstWords(of: record)
    case 4: lastWords(of: record)
    case 5: longestWords(of: record, 0..<3)
    case 6: longestWords(of: record, 3..<6)
    case 7: all(UInt64(record.firstAuthor), year(of: record), firstPage(of: record))
    case 8: all(UInt64(record.volume), firstPage(of: record), lastPage(of: record))
    case 9: all(year(of: record), firstPage(of: record), lastPage(of: record))
    case 10: authorAndWords(of: record)
    case _: record.abstract.band(pass - 11)
    }
  }

  private static func year(of record: KeyView) -> UInt64 {
    UInt64(record.year.magnitude)
  }

  private static func firstPage(of record: KeyView) -> UInt64 {
    record.pageCount == 0 ? 0 : UInt64(record.page(0).first)
  }

  private static func lastPage(of record: KeyView) -> UInt64 {
    record.pageCount == 0 ? 0 : UInt64(record.page(0).last)
  }

  /// The first four words of the title that tell something.
  private static func firstWords(of record: KeyView) -> UInt64 {
    var (key, found) = (UInt64(1), 0)
    for place in 0..<record.wordCount where found < 4 {
      let word = record.word(place)
      guard word.length >= Self.telling else { continue }
      key = joined(key, UInt64(word.bits))
      found += 1
    }
    return found == 4 ? key : 0
  }

  /// The last four of them, in their order.
  private static func lastWords(of record: KeyView) -> UInt64 {
    var (words, found) = (SIMD4<UInt32>(), 0)
    for place in (0..<record.wordCount).reversed() where found < 4 {
      let word = record.word(place)
      guard word.length >= Self.telling else { continue }
      words[3 - found] = word.bits
      found += 1
    }
    return found == 4 ? key(words, 0..<4) : 0
  }

  private static func longestWords(of record: KeyView, _ range: Range<Int>) -> UInt64 {
    let (words, found) = longest(of: record)
    return found >= range.upperBound ? key(words, range) : 0
  }

  /// The first author with the longest word, or with two where the title has enough of them.
  private static func authorAndWords(of record: KeyView) -> UInt64 {
    let (words, found) = longest(of: record)
    guard found > 0 else { return 0 }
    var telling = 0
    for place in 0..<record.wordCount where telling < 4 {
      telling += record.word(place).length >= Self.telling ? 1 : 0
    }
    let range = 0..<min(found, telling > 3 ? 2 : 1)
    return all(UInt64(record.firstAuthor), key(words, range))
  }

  /// The six longest words of the title, each once, longest first, and how many there are.
  private static func longest(of record: KeyView) -> (words: SIMD8<UInt32>, found: Int) {
    let list = record.distinctWords
    var (words, found) = (SIMD8<UInt32>(), 0)
    for place in stride(from: list.lowerBound, to: list.upperBound, by: 4) {
      let word = WordHash(bits: record.memory.span.number(at: place))
      guard word.length >= Self.telling else { continue }
      var slot = min(found, 6)
      while slot > 0, isLonger(word, than: WordHash(bits: words[slot - 1])) {
        words[slot] = words[slot - 1]
        slot -= 1
      }
      words[slot] = word.bits
      found += 1
    }
    return (words, min(found, 6))
  }

  private static func isLonger(_ one: WordHash, than other: WordHash) -> Bool {
    (one.length, one.bits) > (other.length, other.bits)
  }

  private static func key(_ words: some SIMD<UInt32>, _ range: Range<Int>) -> UInt64 {
    range.reduce(1) { joined($0, UInt64(words[$1])) }
  }

  /// The parts as one key, if none of them is missing.
  private static func all(_ parts: UInt64...) -> UInt64 {
    parts.contains(0) ? 0 : parts.reduce(1, joined)
  }

  /// So many letters make a word that tells something.
  private static let telling = 4
}
