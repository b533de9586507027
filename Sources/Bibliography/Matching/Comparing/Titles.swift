/// Two titles compared.
enum Titles {
  /// How two titles agree.
  static func compare(_ one: TitleForm, _ other: TitleForm) -> Agreement {
    guard !one.isEmpty, !other.isEmpty else { return .unknown }
    if one.letters == other.letters { return .same }
    let (short, long) = one.letters.count <= other.letters.count ? (one, other) : (other, one)
    let shared = share(short, long)
    if isMistyped(short.letters, long.letters, wordsShared: shared) { return .close }
    if contains(long, short) { return .contained }
    if shared >= 0.6 || shared >= 0.4 && short.words.count >= 4 { return .partly }
    return .different
  }

  /// The words that the longer of two titles has where the shorter ends, or before it begins.
  static func added(_ one: TitleForm, _ other: TitleForm) -> ArraySlice<WordHash> {
    let isFirstLonger = one.words.count > other.words.count
    let (short, long) = isFirstLonger ? (other.words, one.words) : (one.words, other.words)
    let start = zip(short, long).prefix { $0 == $1 }.count
    let end = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
    return long.dropFirst(start).dropLast(min(end, long.count - start))
  }

  /// The share of the words of both that stands in both.
  private static func share(_ one: TitleForm, _ other: TitleForm) -> Double {
    let (mine, theirs) = (one.words.sortedOnce(), other.words.sortedOnce())
    let shared = mine.countShared(with: theirs)
    return Double(shared) / Double(max(1, mine.count + theirs.count - shared))
  }

  /// Whether the letters differ only by what a typist, a scanner or a broken encoding does: a few
  /// letters here and there, but never most of a word ("rats" is not a mistyped "mice").
  private static func isMistyped(
    _ short: [UInt8], _ long: [UInt8], wordsShared: Double
  ) -> Bool {
    let limit = max(2, long.count / 12)
    guard short.count >= 8, long.count - short.count <= limit, wordsShared >= 0.3 else {
      return false
    }
    let (mine, theirs) = differingMiddle(short, long)
    let distance = EditDistance.between(mine, theirs, atMost: limit)
    guard let distance else { return false }
    return distance <= 2 || 10 * distance <= 3 * max(mine.count, theirs.count)
  }

  /// What is left of two texts without their common beginning and end.
  private static func differingMiddle(
    _ one: [UInt8], _ other: [UInt8]
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    let start = zip(one, other).prefix { $0 == $1 }.count
    let (mine, theirs) = (one[start...], other[start...])
    let end = zip(mine.reversed(), theirs.reversed()).prefix { $0 == $1 }.count
    return (mine.dropLast(end), theirs.dropLast(end))
  }

  /// Whether the whole of a title of some length stands in the longer one, perhaps mistyped: a
  /// subtitle left out, a remark put behind, a title cut short, two languages in one field.
  private static func contains(_ long: TitleForm, _ short: TitleForm) -> Bool {
    guard short.letters.count >= 20, short.words.count >= 3 else { return false }
    let length = short.letters.count
    let limit = max(2, length / 15)
    let start = long.letters.prefix(length)
    let end = long.letters.suffix(length)
    return EditDistance.between(short.letters[...], start, atMost: limit) != nil
      || EditDistance.between(short.letters[...], end, atMost: limit) != nil
      || long.letters.holds(short.letters)
  }
}

/// The least number of letters to add, drop or change that make one text of another.
enum EditDistance {
  /// The distance, or nil if it is more than the limit.
  static func between(
    _ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, atMost limit: Int
  ) -> Int? {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    guard long.count - short.count <= limit else { return nil }
    guard !short.isEmpty else { return long.count }
    // Only cells within the limit of the diagonal can be part of a way that short.
    let far = limit + 1
    var row = Array(0...short.count).map { min($0, far) }
    for (line, letter) in long.enumerated() {
      let from = max(0, line - limit)
      let to = min(short.count - 1, line + limit)
      var diagonal = row[from]
      row[from] = from == 0 ? min(line + 1, far) : far
      var least = row[from]
      guard from <= to else { return nil }
      for column in from...to {
        let above = column + 1 <= min(short.count, line + limit) ? row[column + 1] : far
        let change = short[short.startIndex + column] == letter ? 0 : 1
        let cost = min(diagonal + change, min(above, row[column]) + 1)
        diagonal = row[column + 1]
        row[column + 1] = min(cost, far)
        least = min(least, cost)
      }
      if least > limit { return nil }
    }
    return row[short.count] <= limit ? row[short.count] : nil
  }
}

extension [UInt8] {
  /// Whether another run of bytes stands somewhere in this one.
  fileprivate func holds(_ other: [UInt8]) -> Bool {
    guard let first = other.first, other.count <= count else { return false }
    for start in 0...(count - other.count) where self[start] == first {
      if self[start..<(start + other.count)].elementsEqual(other) { return true }
    }
    return false
  }
}
