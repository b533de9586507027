import Bibliography
import Testing

@testable import Formats

@Suite("The places of a record's values")
struct PlacesTests {
  @Test("There is one for every text of a reference, and they come in the order of its fields")
  func texts() {
    var texts = TextPlaces()
    for field in Reference.TextField.allCases.reversed() { texts[field] = field.place..<100 }
    texts[.abstract] = nil
    var met: [Reference.TextField] = []
    texts.forEach { field, place in
      met.append(field)
      #expect(place == field.place..<100)
    }
    #expect(met == Reference.TextField.allCases.filter { $0 != .abstract })
    texts.clear()
    texts.forEach { field, _ in Issue.record("\(field) is still taken") }
  }

  @Test("There is one for the claim to every slot")
  func claims() {
    #expect(RISMapping().claims.count == RISClaim.Slot.allCases.count)
  }
}
