import Screening
import TestSupport
import Testing

@testable import Reporting

@Suite("The PRISMA flow")
struct FlowTests {
  @Test("Every identity holds after any legal history", arguments: Seeds.all)
  func identities(seed: UInt64) throws {
    var walk = try Wanderer(seed: seed)
    for step in 1...Seeds.steps {
      walk.step()
      guard step % 4 == 0 else { continue }
      let breaches = Flow(walk.story.review).breaches
      try #require(breaches.isEmpty, "seed \(seed), step \(step), \(walk.lastFact)")
    }
  }

  @Test("The worked example gives the numbers that the rules print")
  func workedExample() throws {
    let story = try Story.workedExample()
    let flow = Flow(story.review)
    let arm = flow[.databases]

    #expect(flow.breaches == [])
    #expect(arm.identifiedCount == 1000)
    #expect(arm.duplicates.count == 200)
    #expect(arm.reports.count == 800)
    #expect(arm.automationCount == 10)
    #expect(arm.removed.count == 5)
    #expect(arm.direct.count == 0)
    #expect(arm.screened.count == 700)
    #expect(arm.excludedAtScreening.count == 650)
    #expect(arm.awaitingScreening.count == 70)
    #expect(arm.conflictAtScreening.count == 15)
    #expect(arm.unscreened.count == 0)
    #expect(arm.sought.count == 50)
    #expect(arm.notRetrieved.count == 5)
    #expect(arm.awaitingRetrieval.count == 10)
    #expect(arm.assessed.count == 30)
    #expect(arm.awaitingAssessment.count == 3)
    #expect(arm.conflictAtAssessment.count == 2)
    #expect(arm.excludedAtAssessment.mapValues(\.count) == ["P1": 8, "C1": 4])
    #expect(arm.included.count == 18)
    #expect(arm.studies.count == 17)
  }

  @Test("A flow that does not close says where, and names what is counted wrongly")
  func breach() throws {
    var story = try Story(records: 3)
    try story.include(2)
    var flow = Flow(story.review)
    flow.arms[.databases]?.included = NumberSet()
    #expect(
      flow.breaches.map(\.identity).contains("included reports = assessed - excluded by reason"))
    #expect(flow.breaches.map(\.ids).allSatisfy { $0 == [2] })

    flow = Flow(story.review)
    flow.arms[.databases]?.duplicates.insert(3)
    let breach = try #require(flow.breaches.first)
    #expect(breach.arm == .databases)
    #expect((breach.left, breach.right) == (3, 4))
    #expect(breach.ids == [3])
  }

  @Test("A website copy of a database report is a duplicate in arm other")
  func websiteCopy() throws {
    var story = try Story(records: 1)
    try story.file(1, from: "web")
    try story.merge(1, 2)
    let flow = Flow(story.review)

    #expect(flow[.databases].reports.count == 1)
    #expect(flow[.other].identified["web"]?.count == 1)
    #expect(Array(flow[.other].duplicates.numbers) == [2])
    #expect(flow[.other].reports.count == 0)
    #expect(flow.breaches == [])
  }

  @Test("A report of a website filed before its database copy counts in arm databases")
  func armOfReport() throws {
    var story = try Story(records: 0)
    try story.file(1, from: "web")
    try story.file(1, from: "medline")
    try story.merge(1, 2)
    #expect(Array(Flow(story.review)[.databases].reports.numbers) == [2])
    #expect(Array(Flow(story.review)[.other].duplicates.numbers) == [1])
  }

  @Test("A report that enters at full text is sought without being screened")
  func direct() throws {
    var story = try Story(records: 0)
    try story.file(2, from: "web")
    try story.obtain(1)
    try story.agree(.exclude, on: 1, at: .fullText)
    let arm = Flow(story.review)[.other]

    #expect(arm.direct.count == 2)
    #expect(arm.screened.count == 0)
    #expect(arm.sought.count == 2)
    #expect(arm.assessed.count == 1)
    #expect(arm.excludedAtAssessment["P1"]?.count == 1)
  }

  @Test("Reports of an earlier version are counted apart, and their studies are not new")
  func previous() throws {
    var story = try Story(records: 3)
    try story.file(2, from: "before")
    try story.merge(1, 4)
    try story.include(2)
    try story.act { r throws(Refusal) in try r.joiningStudies(2, 3, by: .lea) }
    var flow = Flow(story.review)
    #expect(flow[.previous].reports.count == 2)
    #expect(flow[.previous].studies.count == 2)
    #expect(Array(flow[.databases].duplicates.numbers) == [1])
    #expect(flow[.databases].studies.count == 1)

    try story.act { r throws(Refusal) in try r.splittingStudy(of: 2, by: .lea) }
    try story.merge(3, 5)
    try story.file(1)
    try story.include(6)
    flow = Flow(story.review)
    #expect(flow[.databases].studies.count == 2)
    #expect(flow.breaches == [])
  }

  @Test("Two included reports of one study count once, in arm databases if either is there")
  func studies() throws {
    var story = try Story(records: 1)
    try story.file(1, from: "web")
    try story.include(1, 2)
    try story.act { r throws(Refusal) in try r.joiningStudies(1, 2, by: .lea) }
    let flow = Flow(story.review)

    #expect(flow[.databases].included.count == 1)
    #expect(flow[.other].included.count == 1)
    #expect(flow[.databases].studies.count == 1)
    #expect(flow[.other].studies.count == 0)
  }

  @Test("Records of a withdrawn import leave every box")
  func gone() throws {
    var story = try Story(records: 2)
    try story.file(3, from: "register")
    try story.act(by: .lib) { r throws(Refusal) in
      try r.withdrawing(2, grounds: "Wrong file.", by: .lib)
    }
    let flow = Flow(story.review)
    #expect(flow[.databases].identifiedCount == 2)
    #expect(flow[.databases].identified["register"] == nil)
    #expect(flow.gone.count == 3)
    #expect(flow.records == 5)
  }
}
