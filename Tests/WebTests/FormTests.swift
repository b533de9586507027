import HTTP
import Screening
import Testing

@testable import Web

@Suite("Forms")
struct FormTests {
  private static let first = Address.screening(review: "sleep", RecordNumber(1), .titleAbstract)

  @Test("A form without a token of this service, or with another session's, changes nothing")
  func forged() async throws {
    let desk = try await Desk()
    let before = try desk.entries
    let others = try await desk.two.token()
    let own = try await desk.one.token()
    let broken = String(own.reversed())
    for token in ["", "forged", others, broken, own + "A"] {
      let answer = try await desk.one.decide(1, "include", token: token)
      #expect(answer.status == .forbidden)
      #expect(answer.text.contains("Nothing was changed"))
    }
    let elsewhere = try await desk.one.send(
      ["verdict": "include"], to: Self.first, more: ["Sec-Fetch-Site": "cross-site"])
    #expect(elsewhere.status == .forbidden)
    #expect(try desk.entries == before)
  }

  @Test("A form that is sent twice gets the first answer, and is one entry")
  func replayed() async throws {
    let desk = try await Desk()
    let token = try await desk.one.token()
    let first = try await desk.one.decide(1, "include", token: token)
    let entries = try desk.entries
    let again = try await desk.one.decide(1, "include", token: token)
    #expect(first == again && first.status == .seeOther)
    #expect(try desk.entries == entries)
  }

  @Test("A form that is gone back to and sent with another answer is refused, not taken silently")
  func goneBackTo() async throws {
    let desk = try await Desk()
    let token = try await desk.one.token()
    try await desk.one.decide(1, "include", token: token)
    let before = try desk.entries
    let changed = try await desk.one.decide(1, "exclude", token: token)
    let elsewhere = try await desk.one.decide(2, "include", token: token)
    for answer in [changed, elsewhere] {
      #expect(answer.status == .unprocessable)
      #expect(answer.text.contains("was sent before with another answer"))
    }
    #expect(try desk.entries == before)
    #expect(try await desk.one.decide(1, "exclude").status == .seeOther, "a new form changes it")
  }

  @Test("What is no form, or too much of one, is told as that")
  func unreadable() async throws {
    let desk = try await Desk()
    let many = Fields((0..<1_100).map { Fields.Field(name: "f\($0)", value: "") })
    let answer = try await desk.one.send(
      many, to: .screening(review: "sleep", RecordNumber(1), .titleAbstract))
    #expect(answer.status == .contentTooLarge)
    #expect(answer.text.contains("fields"))
  }

  @Test("A form outlives a restart of the service")
  func restart() async throws {
    let desk = try await Desk()
    let token = try await desk.one.token()
    let other = Site(desk.bench)
    let form: Fields = ["verdict": "include", "token": token]
    let answer = await other.answer(
      to: try Request(sending: form, to: Self.first.text, headers: ["Cookie": desk.one.cookie]))
    #expect(answer.status == .seeOther)
  }

  @Test("A refusal stands beside the form, which keeps what was typed")
  func refused() async throws {
    let desk = try await Desk()
    try await desk.one.decide(1, "include")
    try await desk.two.decide(1, "include")
    try await desk.chief.decide(2, "exclude")
    let before = try desk.entries
    let answer = try await desk.chief.decide(1, "include", note: "My long \"words\"")
    #expect(answer.status == .unprocessable)
    #expect(answer.text.contains("role=\"alert\""))
    #expect(answer.text.contains("My long"), "the words are kept to be copied")
    let wordless = try await desk.one.decide(2, "perhaps", note: "Typed")
    #expect(wordless.status == .unprocessable && wordless.text.contains("Typed"))
    #expect(wordless.text.contains("Say include, exclude or unsure."))
    let unknown = try await desk.one.decide(2, "exclude", reason: "no-such-reason")
    #expect(unknown.status == .unprocessable)
    #expect(try desk.entries == before)
  }

  @Test(
    "What a person has no role for is refused on every address",
    arguments: [
      Address.texts(review: "sleep"), .text(review: "sleep", RecordNumber(1)),
      .labelling(review: "sleep", RecordNumber(1)),
      .conflict(review: "sleep", RecordNumber(1), .titleAbstract),
    ])
  func roles(_ address: Address) async throws {
    let desk = try await Desk()
    let before = try desk.entries
    #expect(try await desk.observer.get(address).status == .unprocessable)
    #expect(try desk.entries == before)
  }

  @Test("Addresses that only show take no form, and acts are not done by looking")
  func methods() async throws {
    let desk = try await Desk()
    #expect(try await desk.one.send([:], to: .prisma(review: "sleep")).status == .methodNotAllowed)
    #expect(try await desk.lead.get(.disclosure(review: "sleep")).status == .notFound)
  }
}
