import Screening
import Testing

@Suite("Did you mean")
struct DidYouMeanTests {
  let words = ["title-abstract", "full-text", "themes", "team", "labels"]

  @Test(
    "One slip in three letters is forgiven",
    arguments: [
      ("tilte-abstract", "title-abstract"), ("fulltext", "full-text"), ("Themes", "themes"),
      ("theme", "themes"), ("taem", "team"), ("labesl", "labels"), ("teem", "team"),
    ])
  func near(word: String, meant: String) {
    #expect(DidYouMean.nearest(to: word, among: words) == meant)
  }

  @Test("What is nothing like a word is not guessed at", arguments: ["", "x", "reviewers", "tx"])
  func far(word: String) {
    #expect(DidYouMean.nearest(to: word, among: words) == nil)
  }

  @Test("Of words equally near the first is taken, a nearer one before all")
  func order() {
    #expect(DidYouMean.nearest(to: "bat", among: ["cat", "rat", "bad"]) == "cat")
    #expect(DidYouMean.nearest(to: "abcdef", among: ["abcdxx", "abcdex", "abcdey"]) == "abcdex")
  }

  @Test("A word is nearest to itself, and one slip away from each of its neighbours")
  func slips() {
    for word in words {
      let letters = Array(word)
      #expect(DidYouMean.nearest(to: word, among: [word + "s", word]) == word)
      for index in letters.indices {
        var less = letters
        less.remove(at: index)
        #expect(DidYouMean.nearest(to: String(less), among: [word]) == word)
        var other = letters
        other[index] = "#"
        #expect(DidYouMean.nearest(to: String(other), among: [word]) == word)
        guard index > 0 else { continue }
        var swapped = letters
        swapped.swapAt(index, index - 1)
        #expect(DidYouMean.nearest(to: String(swapped), among: [word]) == word)
      }
    }
  }
}
