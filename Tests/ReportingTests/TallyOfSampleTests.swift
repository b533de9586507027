import Screening
import TestSupport
import Testing

@testable import Reporting

@Suite("The tally that the sample review printed")
struct TallyOfSampleTests {
  /// The printed numbers, group by group.
  private static let printed: [[Int]] = [
    [65, 17, 85, 91, 33, 9, 33, 18], [142], [51, 50, 19, 11, 11, 5, 12, 5, 2],
    [45, 18, 8, 30, 18, 7, 5, 3, 2, 2, 1],
  ]

  private static let themes = printed.enumerated().map { group, topics in
    Theme(
      id: ThemeID("g\(group)"), name: "Group \(group)",
      themes: topics.count == 1
        ? [] : topics.indices.map { Theme(id: ThemeID("g\(group)-\($0)"), name: "Topic \($0)") })
  }

  /// Every label as often as printed, in the order of the tree.
  private static let labels = zip(themes, printed).flatMap { group, topics in
    zip(group.themes.isEmpty ? [group] : group.themes, topics).flatMap { theme, count in
      repeatElement(theme.id, count: count)
    }
  }

  private static func tally(_ carried: [[ThemeID]]) -> ThemeTally {
    ThemeTally(
      themes, under: LabelRule(min: 1, max: 2), counting: .reports,
      carried.enumerated().map { (RecordNumber(UInt32($0 + 1)), .settled($1)) })
  }

  @Test("29 topics with 798 labels, in groups of 351, 142, 166 and 139")
  func groups() {
    let tally = Self.tally(Self.labels.map { [$0] })
    #expect(tally.flattened.filter { $0.node.nodes.isEmpty }.count == 29)
    #expect(tally.nodes.map(\.labels) == [351, 142, 166, 139])
    #expect((tally.labels, tally.distinct.count) == (798, 798))
    #expect(tally.breaches == [])
  }

  @Test("Two labels on each report tell the same labels of half as many reports")
  func halves() {
    // Labels half the list apart are always of two topics, for no topic fills half the list.
    let carried = (0..<399).map { [Self.labels[$0], Self.labels[$0 + 399]] }
    let tally = Self.tally(carried)
    #expect(tally.nodes.map(\.labels) == [351, 142, 166, 139])
    #expect((tally.labels, tally.distinct.count) == (798, 399))
    #expect(tally.carrying == [2: 399])
    #expect(
      tally.flattened.filter { $0.node.nodes.isEmpty }.map(\.node.labels)
        == Self.printed.flatMap { $0 })
    #expect(tally.breaches == [])
  }

  @Test("Labels of one group on one report are two labels and one report of the group")
  func distinct() {
    let first = (0..<65).map { [Self.labels[$0], Self.labels[$0 + 82]] }
    let rest = Self.labels[65..<82] + Self.labels[147...]
    let tally = Self.tally(first + rest.map { [$0] })
    #expect(tally.nodes[0].labels == 351)
    #expect(tally.nodes[0].distinct.count == 351 - 65)
    #expect((tally.labels, tally.distinct.count) == (798, 733))
  }
}
