import Screening
import Service
import Testing

@testable import Commands

@Suite("A past moment is read as it is meant", .serialized)
struct AsOfWordTests {
  private static func microseconds(_ text: String, in zone: String = "UTC") -> Int64? {
    guard case .moment(let moment) = AsOfWord(text)?.asOf(in: Zone(zone)) else { return nil }
    return moment.microseconds
  }

  /// The last microsecond of what was said.
  private static func end(_ seconds: Int64) -> Int64 { seconds * 1_000_000 - 1 }

  @Test("A date, a minute and a second are meant to their end")
  func ends() {
    let day: Int64 = 1_706_659_200  // 2024-01-31T00:00:00Z
    #expect(Self.microseconds("2024-01-31") == Self.end(day + 86_400))
    #expect(Self.microseconds("2024-01-31T12:00Z") == Self.end(day + 43_260))
    #expect(Self.microseconds("2024-01-31T12:00:05Z") == Self.end(day + 43_206))
    #expect(Self.microseconds("2024-01-31T00:00") == Self.end(day + 60))
    #expect(Self.microseconds("1970-01-01T00:00:00Z") == 999_999)
  }

  @Test("A moment as the program prints it is that microsecond")
  func exact() {
    for micros: Int64 in [1_706_659_200_000_000, 1_706_659_200_000_001, 951_782_399_999_999, 0] {
      #expect(Self.microseconds(Moment(microseconds: micros).text) == micros)
    }
  }

  @Test("A date is the review's own day; Z is universal time")
  func zones() {
    // A day of summer in London ends an hour early by universal time.
    #expect(Self.microseconds("2024-07-01", in: "Europe/London") == Self.end(1_719_874_800))
    #expect(Self.microseconds("2024-07-01T12:00", in: "Europe/London") == Self.end(1_719_831_660))
    #expect(Self.microseconds("2024-07-01T12:00Z", in: "Europe/London") == Self.end(1_719_835_260))
    // The day that the clocks go forward has 23 hours.
    #expect(Self.microseconds("2024-03-31", in: "Europe/London") == Self.end(1_711_926_000))
  }

  @Test("An entry is named by its number")
  func entries() {
    #expect(AsOfWord("#17")?.asOf(in: .utc) == .entry(Position(17)))
  }

  @Test(
    "What is no past moment is none",
    arguments: [
      "", "yesterday", "2024", "2024-01", "2024-13-01", "2024-02-30", "2024-01-31T", "#0", "#",
      "#x", "17", "2024-01-31T24:00", "2024-01-31T1:00", "2024-01-31T12:60", "2024-01-31 12:00",
      "2024-01-31T12:00:00.1234567Z", "2024-01-31T12:00.5", "2024-01-31T12:00+01:00",
    ])
  func none(text: String) { #expect(AsOfWord(text) == nil) }
}
