/// Two names of journals, one perhaps an abbreviation of the other.
enum JournalNames {
  /// Whether the shorter may stand for the longer: "Curr Opin Lipidol", "BMJ".
  static func agree(_ short: Span<UInt8>, _ long: Span<UInt8>) -> Bool {
    guard short.count <= long.count else { return agree(long, short) }
    return short.equals(long) || isAbbreviation(short, of: long) || isAcronym(short, of: long)
  }

  /// Whether the longer name begins with the whole of the shorter, and goes on.
  static func begins(_ short: Span<UInt8>, _ long: Span<UInt8>) -> Bool {
    guard short.count <= long.count else { return begins(long, short) }
    var (words, place) = (0, 0)
    while let word = short.word(from: place) {
      words += isSmall(short, word) ? 0 : 1
      place = word.upperBound
    }
    return words >= 2 && short.count < long.count && short.sharedPrefix(with: long) == short.count
      && long[short.count] == UInt8(ascii: " ")
  }

  /// Word by word in one order; of the longer name only small words may be left over.
  private static func isAbbreviation(_ short: Span<UInt8>, of long: Span<UInt8>) -> Bool {
    var (place, next, isTold) = (0, 0, false)
    while let word = short.word(from: place) {
      place = word.upperBound
      if isSmall(short, word) { continue }
      while let small = long.word(from: next), isSmall(long, small) { next = small.upperBound }
      guard let longWord = long.word(from: next),
        abbreviates(short.extracting(word), long.extracting(longWord))
      else { return false }
      next = longWord.upperBound
      isTold = true
    }
    while let left = long.word(from: next) {
      if !isSmall(long, left) { return false }
      next = left.upperBound
    }
    return isTold
  }

  /// The first letters are the same, and the letters of the shorter stand in the longer in order.
  private static func abbreviates(_ short: Span<UInt8>, _ long: Span<UInt8>) -> Bool {
    guard short.count <= long.count else { return abbreviates(long, short) }
    guard !short.isEmpty, short[0] == long[0] else { return false }
    var next = 1
    for place in 1..<max(1, short.count) {
      while next < long.count, long[next] != short[place] { next += 1 }
      guard next < long.count else { return false }
      next += 1
    }
    return true
  }

  private static func isAcronym(_ short: Span<UInt8>, of long: Span<UInt8>) -> Bool {
    guard let letters = short.word(from: 0), letters.count >= 3,
      short.word(from: letters.upperBound) == nil
    else { return false }
    var (place, next) = (letters.lowerBound, 0)
    while let word = long.word(from: next) {
      next = word.upperBound
      if isSmall(long, word) { continue }
      guard place < letters.upperBound, short[place] == long[word.lowerBound] else { return false }
      place += 1
    }
    return place == letters.upperBound
  }

  private static func isSmall(_ name: Span<UInt8>, _ word: Range<Int>) -> Bool {
    small.contains { $0.utf8CodeUnitCount == word.count && name.has($0, at: word.lowerBound) }
  }

  private static let small: [StaticString] = [
    "of", "the", "and", "in", "for", "on", "de", "la", "et", "der", "fur", "y", "e", "und", "des",
    "d", "l", "supplement", "supplements", "suppl",
  ]
}

extension Span<UInt8> {
  /// Where the next word stands, at a place or behind it.
  fileprivate func word(from place: Int) -> Range<Int>? {
    var start = place
    while start < count, self[start] == UInt8(ascii: " ") { start += 1 }
    guard start < count else { return nil }
    var end = start
    while end < count, self[end] != UInt8(ascii: " ") { end += 1 }
    return start..<end
  }
}
