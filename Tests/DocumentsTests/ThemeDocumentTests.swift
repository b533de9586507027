import JSON
import Reporting
import Screening
import TestSupport
import Testing

@testable import Documents

@Suite("The tally as a document")
struct ThemeDocumentTests {
  private static func document(_ unit: ThemeTally.Unit) throws -> ThemeDocument {
    ThemeDocument(
      ThemeTally(try Story.workedExample().review, counting: unit),
      Provenance(
        title: "The worked example", view: .live(entry: 1745, digest: "00ff"), protocolVersion: 1,
        moment: "2024-01-31T10:00:00.000000Z"))
  }

  @Test("The worked example's tally reads the same as ever")
  func goldens() throws {
    let document = try Self.document(.reports)
    try Golden.expect(document.text + "\n", is: "worked-example-themes.txt")
    try Golden.expect(document.csv, is: "worked-example-themes.csv")
    try Golden.expect(document.json.text(indented: true) + "\n", is: "worked-example-themes.json")
  }

  @Test("Each document says whether it counts reports or studies")
  func units() throws {
    for unit in ThemeTally.Unit.allCases {
      let document = try Self.document(unit)
      #expect(document.json["counts"]?.string == unit.rawValue)
      #expect(document.text.contains(unit.rawValue))
      #expect(document.csv.hasPrefix("theme,name,depth,labels,\(unit.rawValue),"))
    }
  }

  @Test("A retired theme that nothing carries is not shown to people")
  func retired() throws {
    let document = try Self.document(.reports)
    #expect(!document.text.contains("Old") && document.csv.contains("old,Old"))
  }
}
