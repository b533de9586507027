import Screening
import TestSupport
import Testing

@Suite("Deciding")
struct DecidingTests {
  @Test("Two includes settle a round, and the report waits for its full text")
  func includes() throws {
    var story = try Story()
    try story.decide(1, .include, by: .ada)
    #expect(story.leaf(1) == .awaitingTitleAbstract)
    try story.decide(1, .include, by: .ben)
    #expect(story.leaf(1) == .awaitingRetrieval)
  }
}
