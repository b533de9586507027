import HTTP
import Screening
import Service
import Testing

@testable import Web

@Suite("Full texts through their pages")
struct TextTests {
  private static let text = Address.text(review: "sleep", RecordNumber(1))
  private static let reading = Address.screening(review: "sleep", RecordNumber(1), .fullText)

  @Test("Whoever decides sees where the text is, whoever looks for it what was tried")
  func place() async throws {
    let desk = try await Desk.sought()
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

  @Test("What was obtained and what was not stand below what is still looked for")
  func lists() async throws {
    let desk = try await Desk.sought()
    func list() async throws -> String { try await desk.lead.get(.texts(review: "sleep")).text }
    #expect(!(try await list()).contains("<h2>"))
    try await desk.lead.send(["act": "attempt", "words": "Asked a library"], to: Self.text)
    try await desk.lead.send(["act": "give-up", "words": "No answer"], to: Self.text)
    #expect(try await list().contains("<h2>Not retrieved</h2>"))
    try await desk.lead.send(
      ["act": "obtain", "place": "https://example.org/1", "access": "free"], to: Self.text)
    #expect(try await list().contains("<h2>Obtained</h2>"))
  }

  @Test("A place that is no web address is shown, and is no link")
  func script() async throws {
    let desk = try await Desk.sought()
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
    let desk = try await Desk.sought()
    try await desk.lead.send(["act": "attempt", "words": "Asked a library"], to: Self.text)
    let before = try desk.entries
    let answer = try await desk.lead.send(fields, to: Self.text)
    #expect(answer.status == .unprocessable && answer.text.contains("nothing was changed"))
    #expect(try desk.entries == before)
  }

  @Test("A report that does not exist, or is not to be found, has no page of its text")
  func elsewhere() async throws {
    let desk = try await Desk.sought()
    for number: UInt32 in [2, 9999] {
      let page = try await desk.lead.get(.text(review: "sleep", RecordNumber(number)))
      #expect(page.status == .unprocessable && !page.text.contains("value=\"obtain\""))
    }
  }

  @Test("A merged report goes by the number of the report that it belongs to")
  func merged() async throws {
    let desk = try await Desk.included()
    _ = try desk.bench.merge([RecordNumber(1), RecordNumber(3)], desk.acting(desk.lead))
    for address in [
      Address.text(review: "sleep", RecordNumber(3)), .labelling(review: "sleep", RecordNumber(3)),
    ] {
      let page = try await desk.lead.get(address)
      #expect(page.status == .ok && page.text.contains("R1 ·") && !page.text.contains("R3 ·"))
    }
  }
}
