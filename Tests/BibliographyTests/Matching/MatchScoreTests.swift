import Bibliography
import Testing

@Suite("Groups held against known works")
struct MatchScoreTests {
  @Test("Nothing found leaves every duplicate and loses nothing")
  func nothingFound() {
    let score = MatchScore(groups: [0, 1, 2, 3], asked: [], works: [7, 7, 7, 8])
    #expect(score.worksLost == 0 && score.duplicatesLeft == 2)
    #expect(score.found == 0 && score.left == 3 && score.missed == 3)
    #expect(score.precision == 1 && score.recall == 0)
  }

  @Test("A group of two works loses the one that is not kept")
  func lost() {
    let score = MatchScore(groups: [0, 0, 2], asked: [], works: [7, 8, 9])
    #expect(score.worksLost == 1 && score.wrong == 1 && score.precision == 0)
  }

  @Test("A question answered rightly joins what it should, and no more")
  func asked() {
    let score = MatchScore(
      groups: [0, 0, 2, 2, 4], asked: [(1, 2), (3, 4)], works: [7, 7, 7, 7, 8])
    #expect(score.found == 2 && score.left == 4 && score.missed == 0 && score.asked == 2)
    #expect(score.recall == 2.0 / 6)
  }

  @Test("Found, wrong and left add up to all pairs of groups and works", arguments: UInt64(1)...20)
  func sums(seed: UInt64) {
    var random = SeededNumbers(seed)
    let groups = (0..<40).map { _ in random.below(12) }
    let works = (0..<40).map { _ in random.below(12) }
    let score = MatchScore(groups: groups, asked: [], works: works)
    func pairs(_ marks: [Int]) -> Int {
      marks.indices.reduce(0) { sum, one in
        sum + marks[(one + 1)...].count { $0 == marks[one] }
      }
    }
    #expect(score.found + score.wrong == pairs(groups))
    #expect(score.found + score.left == pairs(works) && score.missed == score.left)
    #expect((0...1).contains(score.precision) && (0...1).contains(score.recall))
    let perfect = MatchScore(groups: works, asked: [], works: works)
    #expect(perfect.worksLost == 0 && perfect.duplicatesLeft == 0 && perfect.recall == 1)
  }
}
