import Bibliography
import Testing

@Suite("The reasons of pairs")
struct MatchRuleTests {
  @Test("Each rule has a name and a reason of its own, without a full stop")
  func reasons() {
    let reasons = MatchRule.allCases.map(\.reason)
    #expect(Set(reasons).count == MatchRule.allCases.count)
    #expect(reasons.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") })
    #expect(MatchRule.allCases.allSatisfy { MatchRule(rawValue: $0.rawValue) == $0 })
  }

  @Test("What no rule may link is what bars a group, and nothing else")
  func bars() {
    let bars: Set<MatchRule> = [
      .twoDOIs, .twoPMIDs, .parts, .opposites, .notice, .conference, .twoTitles, .twoTypes,
    ]
    #expect(Set(MatchRule.allCases.filter(\.isBar)) == bars)
  }

  @Test("A field of the evidence is found by its name")
  func fields() {
    let found = pair(
      record("Evening walks on wards", doi: "10.1000/a", pmid: "1", type: "Journal Article"),
      record("Evening walks on wards", issue: "2", doi: "10.1000/a", pmid: "1", type: "JOUR"))
    for field in Evidence.Field.allCases {
      let isTold = found.evidence.told.contains { $0.field == field }
      #expect(isTold == (found.evidence[field] != .unknown))
    }
    #expect(found.evidence[.doi] == .same && found.evidence[.pmid] == .same)
    #expect(found.evidence[.type] == .same && found.evidence[.issue] == .unknown)
  }
}
