/// Finds the word that somebody may have meant.
public enum DidYouMean {
  /// The candidate nearest to a word, or nil if none is near.
  ///
  /// Near means: at most one slip in three letters (a letter more, less, other, or two swapped),
  /// capitals aside. Of equally near candidates the first is taken.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().unicodeScalars)
    var best: (candidate: String, slips: Int)?

    for candidate in candidates {
      let others = Array(candidate.lowercased().unicodeScalars)
      let allowed = min(letters.count, others.count) / 3
      let bar = best.map { min($0.slips - 1, allowed) } ?? allowed
      guard bar >= 0, abs(letters.count - others.count) <= bar else { continue }
      let slips = self.slips(from: letters, to: others)
      if slips <= bar { best = (candidate, slips) }
    }
    return best?.candidate
  }

  /// The Damerau-Levenshtein distance, where no letter is touched twice.
  private static func slips(from one: [Unicode.Scalar], to other: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)

    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        let isSame = one[row] == other[column]
        var fewest = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          fewest = min(fewest, beforeLast[column - 1] + 1)
        }
        current.append(fewest)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
