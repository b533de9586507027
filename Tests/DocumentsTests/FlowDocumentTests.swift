import Documents
import JSON
import Reporting
import Screening
import TestSupport
import Testing

@Suite("The flow as a document")
struct FlowDocumentTests {
  /// The worked example as one may see it.
  private static let example = Result {
    let story = try Story.workedExample()
    return FlowDocument(
      FlowChart(Flow(story.review), story.review.content ?? .sample()), provenance)
  }

  private static let provenance = Provenance(
    title: "The worked example", view: .live(entry: 1745, digest: "00ff"), protocolVersion: 1,
    moment: "2024-01-31T10:00:00.000000Z")

  @Test("The worked example reads the same as ever, in every format")
  func goldens() throws {
    let document = try Self.example.get()
    try Golden.expect(document.text + "\n", is: "worked-example.txt")
    try Golden.expect(document.csv, is: "worked-example.csv")
    try Golden.expect(document.json.text(indented: true) + "\n", is: "worked-example.json")
    try Golden.expect(document.svg, is: "worked-example.svg")
  }

  @Test("Text, CSV and JSON tell the numbers that the rules print for the worked example")
  func workedExample() throws {
    let document = try Self.example.get()
    let expected = [
      "databases.identified": 1000, "databases.duplicates": 200, "databases.reports": 800,
      "databases.automation": 10, "databases.removed": 5, "databases.screened": 700,
      "databases.excluded-at-title-abstract": 650, "databases.awaiting-title-abstract": 70,
      "databases.in-conflict-at-title-abstract": 15, "databases.sought": 50,
      "databases.not-retrieved": 5, "databases.awaiting-retrieval": 10, "databases.assessed": 30,
      "databases.awaiting-full-text": 3, "databases.in-conflict-at-full-text": 2,
      "databases.included": 18, "new.studies": 17,
    ]
    let boxes = document.json["boxes"]?.elements ?? []
    let rows = document.csv.split(separator: "\r\n").map { $0.split(separator: ",") }
    let lines = document.text.split(separator: "\n").map { $0.split(separator: " ") }
    for (name, number) in expected {
      let box = boxes.first { $0["name"]?.string == name }
      #expect(box?["number"]?.integer == number, "\(name) in JSON")
      #expect(rows.first { $0[0] == name }?[3] == "\(number)", "\(name) in CSV")
      #expect(
        lines.first { $0.last ?? "" == name }?.dropLast().last == "\(number)", "\(name) in text")
    }
  }

  @Test("JSON and CSV hold every box that can be told, empty or not, and say where they are from")
  func complete() throws {
    let document = try Self.example.get()
    let names = document.json["boxes"]?.elements?.compactMap { $0["name"]?.string } ?? []
    #expect(names.contains("other.identified") && names.contains("databases.left-unscreened"))
    #expect(!names.contains("databases.in-progress-at-full-text"))
    #expect(document.json["entry"]?.integer == 1745)
    #expect(document.json["digest"]?.string == "00ff")
    let rows = document.csv.split(separator: "\r\n")
    #expect(
      rows.dropFirst().allSatisfy { $0.hasSuffix("live,1745,00ff,1,\(Self.provenance.moment)") })
  }

  @Test("Empty parts are shown when asked for, and only then")
  func all() throws {
    let example = try Self.example.get()
    let full = FlowDocument(example.chart, example.provenance, showsAll: true)
    #expect(!example.text.contains("Other methods") && full.text.contains("Other methods"))
    #expect(!example.svg.contains("via other methods") && full.svg.contains("via other methods"))
  }

  @Test("Whoever is blind is told neither entry nor digest, and one figure of what is in progress")
  func blind() {
    let document = Shapes.disclosed.document
    #expect(document.text.contains("In progress now: 64 reports."))
    #expect(document.json["inProgress"]?.integer == 64)
    #expect(document.json["entry"] == .null && document.json["digest"] == .null)
    for text in [document.text, document.csv, document.svg, document.json.text()] {
      #expect(!text.contains("onflict"))
      #expect(!text.contains("awaiting-title-abstract") && !text.contains("awaiting-full-text"))
    }
  }

  @Test("Before the first disclosure a document says so, and has no number but one")
  func undisclosed() {
    let flow = Flow(disclosedBy: Review())
    let document = FlowDocument(
      FlowChart(flow, ReviewProtocol(title: "", framework: .own)),
      Provenance(title: "Quiet", view: .undisclosed(inProgress: 1), protocolVersion: 0, moment: "?")
    )
    #expect(
      document.text == """
        Quiet

        Nothing has been disclosed to the team yet, so there are no numbers to show.
        In progress now: 1 report.
        """)
    #expect(document.json["moment"] == .null)
    #expect(document.json["boxes"]?.elements == [])
    #expect(
      document.svg.contains("Nothing has been disclosed") && !document.svg.contains("n\u{A0}="))
  }

  @Test("A cell with a comma, a quotation mark or a line end is quoted")
  func quoting() {
    let content = ReviewProtocol(
      title: "", framework: .own,
      sources: [Source(id: "a", name: "One, \"two\"\nthree", route: .database)])
    let document = FlowDocument(FlowChart(Flow(Review()), content), Self.provenance)
    #expect(document.csv.contains("databases.identified.a,\"One, \"\"two\"\"\nthree\",records,0,"))
  }
}
