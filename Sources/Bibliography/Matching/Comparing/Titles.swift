/// Two titles compared.
enum Titles {
  /// How two titles agree.
  static func compare(_ one: KeyView, _ other: KeyView) -> Agreement {
    guard !one.hasNoTitle, !other.hasNoTitle else { return .unknown }
    let (mine, theirs) = (one.letters, other.letters)
    let lettersOfOne = one.memory.span.extracting(mine)
    let lettersOfOther = other.memory.span.extracting(theirs)
    if lettersOfOne.equals(lettersOfOther) { return .same }
    let shared = share(one, other)
    let lost = max(one.lostLetters, other.lostLetters)
    let words = mine.count <= theirs.count ? one.wordCount : other.wordCount
    if isMistyped(lettersOfOne, lettersOfOther, wordsShared: shared, lostLetters: lost) {
      return .close
    }
    if contains(lettersOfOne, lettersOfOther, wordsOfShorter: words) { return .contained }
    if shared >= 0.6 || shared >= 0.4 && words >= 4 { return .partly }
    return .different
  }

  /// The words of a title without those with which another begins and ends as well.
  static func added(
    _ title: KeyView, beyond other: KeyView
  ) -> ArraySlice<WordHash> {
    let (mine, theirs) = (words(of: title), words(of: other))
    let start = zip(mine, theirs).prefix { $0 == $1 }.count
    let end = zip(mine.reversed(), theirs.reversed()).prefix { $0 == $1 }.count
    return mine.dropFirst(start).dropLast(min(end, mine.count - start))
  }

  private static func words(of title: KeyView) -> [WordHash] {
    var words: [WordHash] = []
    words.reserveCapacity(title.wordCount)
    for place in 0..<title.wordCount { words.append(title.word(place)) }
    return words
  }

  /// The share of the words of both that stands in both.
  private static func share(_ one: KeyView, _ other: KeyView) -> Double {
    let (mine, theirs) = (one.distinctWords, other.distinctWords)
    let shared = one.memory.span.extracting(mine)
      .countSharedWords(with: other.memory.span.extracting(theirs))
    return Double(shared) / Double(max(1, (mine.count + theirs.count) / 4 - shared))
  }

  private static func isMistyped(
    _ one: Span<UInt8>, _ other: Span<UInt8>, wordsShared: Double, lostLetters lost: Int
  ) -> Bool {
    guard min(one.count, other.count) >= 8, wordsShared >= 0.3 || lost > 0 else { return false }
    return areSlips(one, other, lostLetters: lost)
  }

  /// Whether two texts differ only by what a typist, a scanner or a broken encoding does: a few
  /// letters here and there, but never most of a word ("rats" is not a mistyped "mice").
  private static func areSlips(
    _ one: Span<UInt8>, _ other: Span<UInt8>, lostLetters: Int = 0
  ) -> Bool {
    let limit = max(2, max(one.count, other.count) / 12) + lostLetters
    guard abs(one.count - other.count) <= limit else { return false }
    let start = one.sharedPrefix(with: other)
    let mine = one.extracting(start..<one.count)
    let theirs = other.extracting(start..<other.count)
    let end = mine.sharedSuffix(with: theirs)
    let middle = mine.extracting(0..<mine.count - end)
    let otherMiddle = theirs.extracting(0..<theirs.count - end)
    guard let distance = EditDistance.between(middle, otherMiddle, atMost: limit) else {
      return false
    }
    return distance <= 2 + lostLetters
      || 10 * distance <= 3 * max(middle.count, otherMiddle.count)
  }

  /// Whether the whole of a title of some length stands in the longer one, perhaps mistyped: a
  /// subtitle left out, a remark put behind, a title cut short, two languages in one field.
  private static func contains(
    _ long: Span<UInt8>, _ short: Span<UInt8>, wordsOfShorter words: Int
  ) -> Bool {
    guard long.count >= short.count else {
      return contains(short, long, wordsOfShorter: words)
    }
    let length = short.count
    guard length >= 20, words >= 3, long.count >= length + 3 else { return false }
    if long.firstPlace(of: short) != nil { return true }
    let first = short.extracting(0..<Self.seam)
    let last = short.extracting(length - Self.seam..<length)
    for cut in length - 2...min(length + 2, long.count) {
      let start = long.extracting(0..<cut)
      let end = long.extracting(long.count - cut..<long.count)
      if start.extracting(cut - Self.seam..<cut).equals(last), areSlips(short, start) {
        return true
      }
      if end.extracting(0..<Self.seam).equals(first), areSlips(short, end) { return true }
    }
    return false
  }

  /// So many letters where the shorter title ends in the longer must be free of slips: else "in
  /// men" would stand in "in mothers".
  private static let seam = 5
}
