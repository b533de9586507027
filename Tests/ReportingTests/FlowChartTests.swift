import Screening
import TestSupport
import Testing

@testable import Reporting

@Suite("The flow as boxes")
struct FlowChartTests {
  @Test("Names of boxes are what addresses and scripts hold on to")
  func names() throws {
    let story = try Story.workedExample()
    let chart = FlowChart(Flow(story.review), .sample())
    let names = chart.boxes().flatMap { [$0] + $0.parts }.map { "\($0.name)=\($0.number)" }
    #expect(
      names == [
        "databases.identified=1000", "databases.identified.medline=1000",
        "databases.identified.register=0", "databases.duplicates=200", "databases.reports=800",
        "databases.automation=10", "databases.automation.date=10", "databases.removed=5",
        "databases.awaiting-title-abstract=70", "databases.in-conflict-at-title-abstract=15",
        "databases.screened=700", "databases.excluded-at-title-abstract=650",
        "databases.sought=50", "databases.not-retrieved=5", "databases.awaiting-retrieval=10",
        "databases.awaiting-full-text=3", "databases.in-conflict-at-full-text=2",
        "databases.assessed=30", "databases.excluded-at-full-text=12",
        "databases.excluded-at-full-text.P1=8", "databases.excluded-at-full-text.C1=4",
        "databases.included=18", "databases.studies=17",
        "new.studies=17", "new.reports=18",
      ])
  }

  @Test("A box is found by its name, a part too, and an unknown name by none")
  func named() throws {
    let chart = FlowChart(Flow(try Story.workedExample().review), .sample())
    #expect(chart.box(named: "databases.identified.medline")?.number == 1000)
    #expect(chart.box(named: "databases.excluded-at-full-text.C1")?.words == "No support")
    #expect(chart.box(named: "databases.automation.date")?.words == "Not met: Since 1990")
    #expect(chart.box(named: "other.screened")?.number == 0)
    #expect(chart.box(named: "databases.in-progress-at-full-text") == nil)
    #expect(chart.box(named: "databases.nothing") == nil)
  }

  @Test(
    "After any legal history names are unique and a box is the sum of its parts",
    arguments: Seeds.all)
  func sums(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for step in 1...Seeds.steps {
      walk.step()
      guard step % 45 == 0 else { continue }
      let review = walk.story.review
      let boxes = FlowChart(Flow(review), review.content ?? .sample()).boxes(all: true)
      let names = boxes.flatMap { [$0] + $0.parts }.map(\.name)
      try #require(Set(names).count == names.count)
      for box in boxes where !box.parts.isEmpty {
        try #require(box.number == box.parts.reduce(0) { $0 + $1.number }, "\(box.name)")
      }
    }
  }

  @Test(
    "What was disclosed closes after any legal history, and shows nothing unsettled",
    arguments: Seeds.all)
  func disclosed(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for step in 1...Seeds.steps {
      walk.step()
      guard step % 9 == 0 else { continue }
      let flow = Flow(disclosedBy: walk.story.review)
      try #require(flow.breaches == [], "seed \(seed), step \(step), \(walk.lastFact)")
      for arm in Arm.allCases {
        let own = flow[arm]
        let open = [
          own.awaitingScreening, own.conflictAtScreening, own.awaitingAssessment,
          own.conflictAtAssessment,
        ]
        try #require(open.allSatisfy { $0.count == 0 })
      }
    }
  }

  @Test("Whatever is decided after a disclosure leaves what it showed as it was")
  func hidden() throws {
    var story = try Story(records: 6)
    try story.include(1)
    try story.agree(.exclude, on: 2)
    try story.act { r throws(Refusal) in try r.disclosing([.titleAbstract, .fullText], by: .lea) }
    let before = Flow(disclosedBy: story.review)
    #expect(before[.databases].included.count == 1)
    #expect(before[.databases].excludedAtScreening.count == 1)
    #expect(before[.databases].inProgressAtScreening.count == 4)

    try story.agree(.exclude, on: 3)
    try story.decide(4, .include, by: .ada)
    try story.decide(5, .include, by: .ada)
    try story.decide(5, .exclude, by: .ben)
    #expect(Flow(disclosedBy: story.review) == before)

    try story.act { r throws(Refusal) in try r.disclosing([.titleAbstract], by: .lea) }
    #expect(Flow(disclosedBy: story.review)[.databases].excludedAtScreening.count == 2)
    #expect(Flow(disclosedBy: story.review)[.databases].inProgressAtScreening.count == 3)
  }

  @Test("A disclosure of one stage shows nothing of the other")
  func oneStage() throws {
    var story = try Story(records: 2)
    try story.include(1)
    try story.label(1, ["pay"])
    try story.act { r throws(Refusal) in try r.disclosing([.titleAbstract], by: .lea) }
    let arm = Flow(disclosedBy: story.review)[.databases]
    #expect((arm.included.count, arm.inProgressAtAssessment.count, arm.sought.count) == (0, 1, 1))
    #expect(ThemeTally(disclosedBy: story.review, counting: .reports).labels == 0)
    #expect(ThemeTally(story.review, counting: .reports).labels == 1)
  }

  @Test("A breach names the arm, the identity, both numbers and the reports")
  func sentence() throws {
    var flow = Flow(try Story(records: 3).review)
    flow.arms[.databases]?.duplicates.insert(3)
    #expect(
      flow.breaches.first?.sentence == """
        The numbers do not close in arm databases: identified - duplicates = reports, but the left \
        side is 3 and the right side 4. Look at R3.
        """)
  }
}
