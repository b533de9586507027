/// Two titles compared.
enum Titles {
  /// How two titles agree.
  static func compare(_ one: TitleForm, _ other: TitleForm) -> Agreement {
    guard !one.isEmpty, !other.isEmpty else { return .unknown }
    if one.letters == other.letters { return .same }
    let (short, long) = one.letters.count <= other.letters.count ? (one, other) : (other, one)
    let shared = share(short, long)
    if isMistyped(short, long, wordsShared: shared) { return .close }
    if contains(long, short) { return .contained }
    if shared >= 0.6 || shared >= 0.4 && short.words.count >= 4 { return .partly }
    return .different
  }

  /// The words of a title without those with which another begins and ends as well.
  static func added(_ title: TitleForm, beyond other: TitleForm) -> ArraySlice<WordHash> {
    let start = zip(title.words, other.words).prefix { $0 == $1 }.count
    let end = zip(title.words.reversed(), other.words.reversed()).prefix { $0 == $1 }.count
    return title.words.dropFirst(start).dropLast(min(end, title.words.count - start))
  }

  /// The share of the words of both that stands in both.
  private static func share(_ one: TitleForm, _ other: TitleForm) -> Double {
    let (mine, theirs) = (one.distinctWords, other.distinctWords)
    let shared = mine.countShared(with: theirs)
    return Double(shared) / Double(max(1, mine.count + theirs.count - shared))
  }

  private static func isMistyped(
    _ short: TitleForm, _ long: TitleForm, wordsShared: Double
  ) -> Bool {
    let lost = Int(max(short.lostLetters, long.lostLetters))
    guard short.letters.count >= 8, wordsShared >= 0.3 || lost > 0 else { return false }
    return areSlips(short.letters[...], long.letters[...], lostLetters: lost)
  }

  /// Whether two texts differ only by what a typist, a scanner or a broken encoding does: a few
  /// letters here and there, but never most of a word ("rats" is not a mistyped "mice").
  private static func areSlips(
    _ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, lostLetters: Int = 0
  ) -> Bool {
    let limit = max(2, max(one.count, other.count) / 12) + lostLetters
    guard abs(one.count - other.count) <= limit else { return false }
    let start = zip(one, other).prefix { $0 == $1 }.count
    let (mine, theirs) = (one.dropFirst(start), other.dropFirst(start))
    let end = zip(mine.reversed(), theirs.reversed()).prefix { $0 == $1 }.count
    let (middle, otherMiddle) = (mine.dropLast(end), theirs.dropLast(end))
    guard let distance = EditDistance.between(middle, otherMiddle, atMost: limit) else {
      return false
    }
    return distance <= 2 + lostLetters
      || 10 * distance <= 3 * max(middle.count, otherMiddle.count)
  }

  /// Whether the whole of a title of some length stands in the longer one, perhaps mistyped: a
  /// subtitle left out, a remark put behind, a title cut short, two languages in one field.
  private static func contains(_ long: TitleForm, _ short: TitleForm) -> Bool {
    let length = short.letters.count
    guard length >= 20, short.words.count >= 3, long.letters.count >= length + 3 else {
      return false
    }
    if long.letters.firstRun(of: short.letters) != nil { return true }
    return (length - 2...length + 2).contains { cut in
      let (start, end) = (long.letters.prefix(cut), long.letters.suffix(cut))
      return start.suffix(Self.seam) == short.letters.suffix(Self.seam)
        && areSlips(short.letters[...], start)
        || end.prefix(Self.seam) == short.letters.prefix(Self.seam)
          && areSlips(short.letters[...], end)
    }
  }

  /// So many letters where the shorter title ends in the longer must be free of slips: else "in
  /// men" would stand in "in mothers".
  private static let seam = 5
}
