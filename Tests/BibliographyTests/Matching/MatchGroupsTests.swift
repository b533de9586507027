import Testing

@testable import Bibliography

@Suite("Groups of records that are one document")
struct MatchGroupsTests {
  private let title = "Evening walks for people on long-stay wards: a randomised trial"

  @Test("A record without a DOI joins one of two works, never both")
  func bridge() {
    let found = groups([
      record(title, doi: "10.1000/a"), record(title), record(title, doi: "10.1000/b"),
    ])
    #expect(found.groups.count == 1 && found.groups[0].count == 2)
    #expect(found.asked.map(\.rule) == [.twoDOIs] || found.asked.map(\.rule) == [.wouldJoin])
  }

  @Test("One weak link never joins two strong groups")
  func weakLink() {
    let early = (0..<3).map { _ in record(title, by: ["Example, Anna"], doi: "10.1000/early") }
    let late = (0..<3).map { _ in record(title, by: ["Example, Anna"], doi: "10.1000/late") }
    let found = groups(early + [record(title, by: ["Example, Anna"])] + late)
    #expect(found.groups.count == 2)
    #expect(found.groups.allSatisfy { !($0.contains(1) && $0.contains(7)) })
  }

  @Test("What a person said is two documents is neither linked, nor joined by others, nor asked")
  func apart() {
    var matcher = Matcher()
    matcher.add(keys([record(title), record(title), record(title)]))
    #expect(matcher.groups().groups == [[1, 2, 3]])
    let found = matcher.groups(apart: [(1, 3)])
    #expect(found.groups.count == 1 && found.groups[0].count == 2)
    #expect(!found.asked.contains { $0.low == 1 && $0.high == 3 })
  }

  @Test("The links of a group are one less than its records")
  func links() {
    let found = groups((0..<6).map { _ in record(title) })
    #expect(found.groups == [[1, 2, 3, 4, 5, 6]] && found.links.count == 5)
    #expect(found.links.allSatisfy { $0.band == .sure && $0.rule == .description })
  }

  @Test("Two groups are asked about once, by their strongest pair")
  func askedOnce() {
    let one = (0..<3).map { _ in record(title, doi: "10.1000/a") }
    let other = (0..<3).map { _ in record(title, year: "2021", doi: "10.1000/b") }
    let found = groups(one + other)
    #expect(found.groups == [[1, 2, 3], [4, 5, 6]])
    #expect(found.asked.count == 1 && found.asked.first?.rule == .twoDOIs)
  }

  @Test("Many records that are alike join one of two works, never both, which is asked once")
  func manyAlike() {
    let alike = (0..<400).map { _ in record(title) }
    let other = (0..<3).map { _ in record(title, doi: "10.1000/b") }
    let found = groups([record(title, doi: "10.1000/a")] + alike + other)
    #expect(found.groups.contains { $0.count > 400 } && found.asked.count == 1)
    #expect(!found.groups.contains { $0.contains(1) && $0.contains(404) })
  }

  @Test("Groups grow together and go by their first members")
  func forest() {
    var forest = Forest(count: 9, bound: 3)
    for (one, other) in [(5, 2), (7, 8), (2, 7), (0, 3)] {
      forest.join(forest.root(of: one), forest.root(of: other))
    }
    #expect(forest.groups == [[0, 3], [2, 5, 7, 8]])
    let root = forest.root(of: 8)
    #expect(root == forest.root(of: 5) && forest.size(of: root) == 4)
    #expect(forest.firsts(of: root) == [2, 5, 7] && forest.firsts(of: 1) == [1])
    #expect(forest.root(of: 1) == 1 && forest.size(of: 1) == 1)
  }
}
