import Screening
import TestSupport
import Testing

@testable import Reporting

@Suite("The tally of themes")
struct TallyTests {
  private static let tree = [
    Theme(
      id: "care", name: "Care",
      themes: [
        Theme(id: "ward", name: "Ward", themes: [Theme(id: "night", name: "Night")], isLabel: true),
        Theme(id: "home", name: "Home"),
      ]),
    Theme(id: "work", name: "Work"),
  ]

  private static func tally(
    _ carried: [LabelStanding], max: Int = 2, counting unit: ThemeTally.Unit = .reports,
    carrier: (Int) -> RecordNumber = { RecordNumber(UInt32($0 + 1)) }
  ) -> ThemeTally {
    ThemeTally(
      tree, under: LabelRule(max: max), counting: unit,
      carried.enumerated().map { (carrier($0), $1) })
  }

  @Test("A branch tells the sum of its labels and, apart from it, how many carry them")
  func branch() {
    let tally = Self.tally([
      .settled(["night", "home"]), .settled(["home"]), .settled(["ward"]), .settled(["work"]),
    ])
    let numbers = tally.flattened.map { [$0.node.labels, $0.node.distinct.count, $0.depth] }
    #expect(tally.flattened.map(\.node.theme.id) == ["care", "ward", "night", "home", "work"])
    #expect(numbers == [[4, 3, 0], [2, 2, 1], [1, 1, 2], [2, 2, 1], [1, 1, 0]])
    #expect((tally.labels, tally.distinct.count) == (5, 4))
    #expect(tally.carrying == [1: 3, 2: 1])
  }

  @Test("What is unfinished or to be settled is kept apart and counted nowhere else")
  func apart() {
    let tally = Self.tally([.unfinished, .toSettle, .settled(["work"]), .unfinished])
    #expect((tally.labels, tally.distinct.count) == (1, 1))
    #expect(Array(tally.unfinished.numbers) == [1, 4])
    #expect(Array(tally.toSettle.numbers) == [2])
  }

  @Test("A study carries what any of its reports does, each theme once")
  func studies() {
    let tally = Self.tally(
      [.settled(["night", "home"]), .settled(["home", "work"]), .unfinished, .toSettle],
      counting: .studies, carrier: { $0 < 3 ? 1 : 4 })
    #expect((tally.labels, tally.distinct.count) == (3, 1))
    #expect(tally.carrying == [3: 1])
    #expect(tally.unfinished.count == 0)
    #expect(Array(tally.toSettle.numbers) == [4])
    #expect(tally.breaches == [])
  }

  @Test("Labels beyond the bounds, or of no theme, are breaches that say so")
  func breaches() {
    let many = Self.tally([.settled(["night", "home", "work"])])
    #expect(many.breaches.count == 1 && many.breaches[0].contains("cannot carry 3 labels"))
    let strange = Self.tally([.settled(["elsewhere"])])
    #expect(strange.breaches.count == 1 && strange.breaches[0].contains("1 labels are of themes"))
  }

  @Test("A branch that more reports carry than it has labels is a breach that names it")
  func branchBreach() {
    let reports = NumberSet([RecordNumber(1), RecordNumber(2)])
    let (care, both) = (Self.tree[0], reports)
    let node = ThemeTally.Node(theme: care, own: both, distinct: both, labels: 1, nodes: [])
    #expect(
      node.breach
        == "The tally does not add up: 2 carry a theme of care, with 1 labels.")
    #expect(
      ThemeTally.Node(theme: care, own: both, distinct: both, labels: 2, nodes: []).breach == nil)
  }

  @Test("Any labels within the bounds add up, whatever they are", arguments: UInt64(1)...40)
  func adds(seed: UInt64) {
    var random = Random(seed: seed)
    let ids = Self.tree.flatMap(\.all).filter(\.isLabel).map(\.id)
    let max = Int.random(in: 1...3, using: &random)
    let carried = (0..<Int.random(in: 0...60, using: &random)).map { _ -> LabelStanding in
      let count = Int.random(in: 0...max, using: &random)
      let labels = ids.shuffled(using: &random).prefix(count)
      return labels.isEmpty
        ? (Bool.random(using: &random) ? .unfinished : .toSettle)
        : .settled(Array(labels))
    }
    let reports = Self.tally(carried, max: max)
    let studies = Self.tally(carried, max: max, counting: .studies) { RecordNumber(UInt32($0 / 3)) }
    for tally in [reports, studies] {
      #expect(tally.breaches == [])
      #expect(tally.nodes.reduce(0) { $0 + $1.labels } == tally.labels)
      #expect(tally.carrying.reduce(0) { $0 + $1.value } == tally.distinct.count)
      #expect(tally.carrying.reduce(0) { $0 + $1.key * $1.value } == tally.labels)
      for (node, _) in tally.flattened {
        #expect(node.distinct.count <= node.labels && node.labels <= tally.labels)
        #expect(node.nodes.allSatisfy { $0.distinct.count <= node.distinct.count })
      }
      let places = [tally.distinct, tally.unfinished, tally.toSettle]
      #expect(
        places.reduce(0) { $0 + $1.count } == NumberSet(joining: places).count, "seed \(seed)")
    }
    #expect(
      reports.distinct.count + reports.unfinished.count + reports.toSettle.count == carried.count)
    #expect(studies.labels <= reports.labels && studies.distinct.count <= reports.distinct.count)
  }

  @Test(
    "The tally holds after any legal history, for reports and for studies", arguments: Seeds.all)
  func histories(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for step in 1...Seeds.steps {
      walk.step()
      guard step % 9 == 0 else { continue }
      let review = walk.story.review
      let included = review.reports(in: .included)
      for unit in ThemeTally.Unit.allCases {
        let tally = ThemeTally(review, counting: unit)
        try #require(tally.breaches == [], "seed \(seed), step \(step)")
        let all = NumberSet(joining: [tally.distinct, tally.unfinished, tally.toSettle])
        let carriers = included.numbers.map { unit == .reports ? $0 : review.study(of: $0) }
        try #require(all == NumberSet(carriers), "seed \(seed), step \(step)")
      }
    }
  }

  @Test("The worked example's labels are counted for reports and for its studies")
  func workedExample() throws {
    let review = try Story.workedExample().review
    let reports = ThemeTally(review, counting: .reports)
    let studies = ThemeTally(review, counting: .studies)
    #expect((reports.labels, reports.distinct.count, reports.unfinished.count) == (20, 15, 3))
    #expect(reports.carrying == [1: 10, 2: 5])
    // Two reports with the same label are one study.
    #expect((studies.labels, studies.distinct.count, studies.unfinished.count) == (19, 14, 3))
  }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
private struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
