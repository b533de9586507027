/// Words that stand in two titles for two documents, however alike the rest: two abstracts of one
/// team, one on men and one on women.
enum Opposites {
  /// Whether each title has such a word that the other has not.
  static func part(_ one: TitleForm, _ other: TitleForm) -> Bool {
    let mine = one.words.contains { words.contains($0) && !other.words.contains($0) }
    let theirs = other.words.contains { words.contains($0) && !one.words.contains($0) }
    if mine, theirs { return true }
    let more = count("hyper", in: one) - count("hyper", in: other)
    let less = count("hypo", in: one) - count("hypo", in: other)
    return more * less < 0
  }

  private static func count(_ prefix: StaticString, in title: TitleForm) -> Int {
    var (count, rest) = (0, title.letters[...])
    while let range = rest.firstRun(of: prefix.description.utf8) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }

  private static let words: Set<WordHash> = Set(
    words: """
      men women male female males females boys girls mothers fathers with without before after \
      pre post increase decrease increased decreased increases decreases high low higher lower \
      upper left right acute chronic short long early late inpatient outpatient inpatients \
      outpatients positive negative children adults adolescents rats mice internal external \
      inhibition activation
      """)
}
