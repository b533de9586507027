import Bibliography
import Testing

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
}
