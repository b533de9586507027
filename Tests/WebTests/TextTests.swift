import HTTP
import Screening
import Service
import Testing

@testable import Web

@Suite("Full texts, labels and what stands beside a report")
struct TextTests {
  private static let text = Address.text(review: "sleep", RecordNumber(1))
  private static let reading = Address.screening(review: "sleep", RecordNumber(1), .fullText)
  private static let labelling = Address.labelling(review: "sleep", RecordNumber(1))

  /// Report 1 is to be found.
  private static func sought(_ protocolFile: String = Desk.protocolFile) async throws -> Desk {
    let desk = try await Desk(protocolFile: protocolFile)
    for person in [desk.one, desk.two] { try await person.decide(1, "include") }
    return desk
  }

  private static func included() async throws -> Desk {
    let desk = try await sought()
    try await desk.lead.send(
      ["act": "obtain", "place": "https://example.org/1", "access": "free"], to: text)
    for person in [desk.one, desk.two] { try await person.decide(1, "include", at: .fullText) }
    try await desk.lead.send([:], to: .disclosure(review: "sleep"))
    return desk
  }

  @Test("Whoever decides sees where the text is, whoever looks for it what was tried")
  func place() async throws {
    let desk = try await Self.sought()
    try await desk.lead.send(["act": "attempt", "words": "Asked a library"], to: Self.text)
    let history = try await desk.lead.get(Self.text)
    #expect(history.text.contains("Asked a library") && history.text.contains("2023-11-14"))
    try await desk.lead.send(
      ["act": "obtain", "place": "https://example.org/1", "access": "log-in"], to: Self.text)
    let page = try await desk.one.get(Self.reading)
    #expect(
      page.text.contains("<a href=\"https://example.org/1\" rel=\"noreferrer\">")
        && page.text.contains("with a log-in"))
    let after = try await desk.lead.get(Self.text)
    #expect(after.text.contains("Obtained, with a log-in"))
    #expect(!after.text.contains("value=\"give-up\""), "nothing is left to do")
  }

  @Test("A place that is no web address is shown, and is no link")
  func script() async throws {
    let desk = try await Self.sought()
    try await desk.lead.send(
      ["act": "obtain", "place": "javascript:alert(1)", "access": "free"], to: Self.text)
    let page = try await desk.one.get(Self.reading)
    #expect(page.text.contains("javascript:alert(1)"))
    #expect(!page.text.contains("<a href=\"javascript") && !page.text.contains("<a rel="))
  }

  @Test(
    "A form that says neither what to do nor how a text can be read changes nothing",
    arguments: [
      ["words": "No library has it"], ["act": "burn", "words": "No"],
      ["act": "obtain", "place": "https://example.org/1", "access": "secret"],
      ["act": "obtain", "place": "https://example.org/1"],
    ] as [Fields])
  func wordless(_ fields: Fields) async throws {
    let desk = try await Self.sought()
    try await desk.lead.send(["act": "attempt", "words": "Asked a library"], to: Self.text)
    let before = try desk.entries
    let answer = try await desk.lead.send(fields, to: Self.text)
    #expect(answer.status == .unprocessable && answer.text.contains("nothing was changed"))
    #expect(try desk.entries == before)
  }

  @Test("A report that does not exist, or is not to be found, has no page of its text")
  func elsewhere() async throws {
    let desk = try await Self.sought()
    for number: UInt32 in [2, 9999] {
      let page = try await desk.lead.get(.text(review: "sleep", RecordNumber(number)))
      #expect(page.status == .unprocessable && !page.text.contains("value=\"obtain\""))
    }
  }

  @Test("A merged report goes by the number of the report that it belongs to")
  func merged() async throws {
    let desk = try await Self.included()
    _ = try desk.bench.merge([RecordNumber(1), RecordNumber(3)], desk.acting(desk.lead))
    for address in [
      Address.text(review: "sleep", RecordNumber(3)), .labelling(review: "sleep", RecordNumber(3)),
    ] {
      let page = try await desk.lead.get(address)
      #expect(page.status == .ok && page.text.contains("R1 ·") && !page.text.contains("R3 ·"))
    }
  }

  @Test("Labels in force are ticked for whoever may change them, and a form replaces them")
  func labels() async throws {
    let desk = try await Self.included()
    func ticked(_ theme: String) -> String { "value=\"\(theme)\" checked" }
    try await desk.one.send(["theme": "wards"], to: Self.labelling)
    let page = try await desk.two.get(Self.labelling)
    #expect(page.text.contains(ticked("wards")) && !page.text.contains(ticked("homes")))
    try await desk.two.send(["theme": "homes"], to: Self.labelling)
    let after = try await desk.one.get(Self.labelling)
    #expect(after.text.contains(ticked("homes")) && !after.text.contains(ticked("wards")))
    let before = try desk.entries
    let empty = try await desk.one.send([:], to: Self.labelling)
    #expect(empty.status == .unprocessable && empty.text.contains("No theme is ticked"))
    #expect(try desk.entries == before)
  }

  @Test("Where two people label, one does not see the other's")
  func twoLabellers() async throws {
    let file = Desk.protocolFile.replacing("people: 1", with: "people: 2")
    let desk = try await Self.sought(file)
    try await desk.lead.send(
      ["act": "obtain", "place": "https://example.org/1", "access": "free"], to: Self.text)
    for person in [desk.one, desk.two] { try await person.decide(1, "include", at: .fullText) }
    try await desk.lead.send([:], to: .disclosure(review: "sleep"))
    try await desk.one.send(["theme": "wards"], to: Self.labelling)
    #expect(!(try await desk.two.get(Self.labelling)).text.contains("checked"))
    #expect(try await desk.one.get(Self.labelling).text.contains("checked"))
  }

  @Test("Limits that fail, or of which nothing can be told, stand beside the report")
  func limits() async throws {
    let file =
      Desk.protocolFile + """
        limits:
          - {id: new, text: Published since 2021, published: {from: 2021}}
          - {id: english, text: In English, language: [en]}
          - {id: titled, text: With an abstract, abstract: required}

        """
    let desk = try await Desk(protocolFile: file)
    let page = try await desk.one.get(
      .screening(review: "sleep", RecordNumber(1), .titleAbstract))
    #expect(page.text.contains("<strong>Fails the limit</strong>: Published since 2021"))
    #expect(page.text.contains("<strong>Cannot tell</strong>: In English"))
    #expect(!page.text.contains("With an abstract"))
  }

  @Test("Other reasons can be ticked, and what one said stands in the form again")
  func also() async throws {
    let file = Desk.protocolFile.replacing(
      "labels:",
      with: """
        stages:
          title-abstract: {reasons: optional}
        labels:
        """
    ).replacing(
      "exclude: [{", with: "exclude: [{id: too-old, text: Too old}, {")
    let desk = try await Desk(protocolFile: file)
    let address = Address.screening(review: "sleep", RecordNumber(1), .titleAbstract)
    try await desk.one.send(
      ["verdict": "exclude", "reason": "not-sleep", "also": "too-old", "note": "My own words"],
      to: address)
    let view = try desk.bench.state(of: desk.review.id).review
      .view(of: RecordNumber(1), for: desk.one.person)
    #expect(view.stages[0].mine?.also == [CriterionID("too-old")])
    let page = try await desk.one.get(address)
    #expect(page.text.contains("name=\"also\" value=\"too-old\" checked"))
    #expect(page.text.contains("name=\"reason\" value=\"not-sleep\" checked"))
    #expect(page.text.contains("My own words</textarea>"))
  }

  @Test("Which terms are marked is said in words, and which criteria include or exclude")
  func words() async throws {
    let desk = try await Desk()
    let page = try await desk.one.get(
      .screening(review: "sleep", RecordNumber(1), .titleAbstract))
    #expect(page.text.contains("Include terms: <mark class=\"include\">report</mark>"))
    #expect(page.text.contains("<h4>Include</h4>") && page.text.contains("<h4>Exclude</h4>"))
  }
}
