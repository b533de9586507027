import HTTP
import Screening
import Testing

@testable import Web

@Suite("Labels through their pages")
struct LabelTests {
  private static let labelling = Address.labelling(review: "sleep", RecordNumber(1))

  @Test("Labels in force are ticked for whoever may change them, and a form replaces them")
  func labels() async throws {
    let desk = try await Desk.included()
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
    let desk = try await Desk.included(file)
    try await desk.one.send(["theme": "wards"], to: Self.labelling)
    #expect(!(try await desk.two.get(Self.labelling)).text.contains("checked"))
    #expect(try await desk.one.get(Self.labelling).text.contains("checked"))
  }
}
