import Screening
import TestSupport
import Testing

@Suite("Random legal histories")
struct WalkTests {
  @Test("A walk meets every kind of fact")
  func reach() throws {
    var reach = Reach()
    for seed in 1...24 as ClosedRange<UInt64> {
      var walk = try Wanderer(seed: seed)
      for _ in 0..<450 { walk.step() }
      reach.add(walk.reach)
    }
    print(reach)
    #expect(Set(reach.facts.keys) == Set(Fact.kindNames))
  }
}
