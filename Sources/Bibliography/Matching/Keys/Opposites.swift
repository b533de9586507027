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

  private static let words: Set<WordHash> = [
    WordHash("men"), WordHash("women"), WordHash("male"), WordHash("female"), WordHash("males"),
    WordHash("females"), WordHash("boys"), WordHash("girls"), WordHash("mothers"),
    WordHash("fathers"), WordHash("with"), WordHash("without"), WordHash("before"),
    WordHash("after"), WordHash("pre"), WordHash("post"), WordHash("increase"),
    WordHash("decrease"), WordHash("increased"), WordHash("decreased"), WordHash("increases"),
    WordHash("decreases"), WordHash("high"), WordHash("low"), WordHash("higher"),
    WordHash("lower"), WordHash("upper"), WordHash("left"), WordHash("right"), WordHash("acute"),
    WordHash("chronic"), WordHash("short"), WordHash("long"), WordHash("early"), WordHash("late"),
    WordHash("inpatient"), WordHash("outpatient"), WordHash("inpatients"),
    WordHash("outpatients"), WordHash("positive"), WordHash("negative"), WordHash("children"),
    WordHash("adults"), WordHash("adolescents"), WordHash("rats"), WordHash("mice"),
    WordHash("internal"), WordHash("external"), WordHash("inhibition"), WordHash("activation"),
  ]
}
