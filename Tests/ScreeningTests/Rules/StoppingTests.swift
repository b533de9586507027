import Screening
import TestSupport
import Testing

@Suite("Stops")
struct StoppingTests {
  private func stop(_ story: inout Story) throws {
    try story.act { r throws(Refusal) in try r.stopping(grounds: "Enough.", by: .lea) }
  }

  private func goOn(_ story: inout Story) throws {
    try story.act { r throws(Refusal) in try r.resuming(grounds: "More money.", by: .lea) }
  }

  @Test("A stop leaves reports without any decision unscreened; begun rounds are finished")
  func stopping() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    try stop(&story)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    #expect(Array(story.review.reports(in: .leftUnscreened).numbers) == [2, 3, 4])
    #expect(throws: Refusal.screeningIsStopped) { try story.decide(2, .include, by: .ada) }
    #expect(throws: Refusal.alreadyStopped) { try stop(&story) }
    try story.decide(1, .include, by: .ben)
    #expect(story.leaf(1) == .awaitingRetrieval)
    try story.file(1)
    #expect(story.leaf(5) == .awaitingTitleAbstract)
    try goOn(&story)
    #expect(story.review.reports(in: .leftUnscreened).count == 0)
    #expect(throws: Refusal.notStopped) { try goOn(&story) }
  }

  @Test("Going on reaches what was merged or removed meanwhile")
  func resuming() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    try stop(&story)
    try story.merge(1, 2)
    try story.act { r throws(Refusal) in try r.removing(3, grounds: "A page.", by: .lea) }
    try goOn(&story)
    try story.unlink(1, 2)
    try story.act { r throws(Refusal) in try r.puttingBack(3, grounds: "No page.", by: .lea) }
    #expect(story.leaf(2) == .awaitingTitleAbstract)
    #expect(story.leaf(3) == .awaitingTitleAbstract)
  }

  @Test("Where everything has a decision there is nothing to stop")
  func nothingToStop() throws {
    var story = try Story(records: 1)
    try story.decide(1, .include, by: .ada)
    #expect(throws: Refusal.nothingToStop) { try stop(&story) }
  }
}
