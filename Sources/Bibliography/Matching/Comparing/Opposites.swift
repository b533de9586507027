/// Words that stand in two titles for two documents, however alike the rest: two abstracts of one
/// team, one on men and one on women.
enum Opposites {
  /// Whether each title has such a word that the other has not.
  static func part(_ one: KeyView, _ other: KeyView) -> Bool {
    if has(one, beyond: other), has(other, beyond: one) { return true }
    let more = count("hyper", in: one) - count("hyper", in: other)
    let less = count("hypo", in: one) - count("hypo", in: other)
    return more * less < 0
  }

  private static func has(_ one: KeyView, beyond other: KeyView) -> Bool {
    for place in 0..<one.wordCount where words.contains(one.word(place)) {
      var isShared = false
      for theirs in 0..<other.wordCount where other.word(theirs) == one.word(place) {
        isShared = true
      }
      if !isShared { return true }
    }
    return false
  }

  private static func count(_ prefix: StaticString, in title: KeyView) -> Int {
    let letters = title.memory.span.extracting(title.letters)
    var (count, place) = (0, 0)
    while place < letters.count {
      let isThere = letters.has(prefix, at: place)
      count += isThere ? 1 : 0
      place += isThere ? prefix.utf8CodeUnitCount : 1
    }
    return count
  }

  private static let words: Set<WordHash> = WordHash.set(
    of: """
      men women male female males females boys girls mothers fathers with without before after \
      pre post increase decrease increased decreased increases decreases high low higher lower \
      upper left right acute chronic short long early late inpatient outpatient inpatients \
      outpatients positive negative children adults adolescents rats mice internal external \
      inhibition activation
      """)
}
