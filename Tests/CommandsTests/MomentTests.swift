import Foundation
import Screening
import Testing

@testable import Commands

@Suite("A moment is printed as ISO 8601 has it")
struct MomentTests {
  @Test(
    "Known moments",
    arguments: [
      (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
      (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
      (1_700_000_000_000_001, "2023-11-14T22:13:20.000001Z"),
      (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
    ] as [(Int64, String)])
  func known(_ microseconds: Int64, _ text: String) {
    #expect(Moment(microseconds: microseconds).text == text)
  }

  @Test("Any moment reads as another calendar reads it")
  func any() {
    let style = Date.ISO8601FormatStyle()
    var random = SplitMix(seed: 8601)
    for _ in 0..<500 {
      let seconds = Int64.random(in: -2_000_000_000...20_000_000_000, using: &random)
      let text = Moment(microseconds: seconds * 1_000_000).text
      let expected = Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(style)
      #expect(text == expected.replacing("Z", with: ".000000Z"))
    }
  }
}
