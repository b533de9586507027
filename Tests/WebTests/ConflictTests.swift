import HTTP
import Screening
import Service
import Testing

@testable import Web

@Suite("A conflict through its pages")
struct ConflictTests {
  private static let address = Address.conflict(
    review: "sleep", RecordNumber(2), .titleAbstract)

  /// Report 2 is a conflict that the arbiter was shown.
  private static func opened() async throws -> Desk {
    let desk = try await Desk()
    try await desk.one.decide(2, "include")
    try await desk.two.decide(2, "exclude")
    try await desk.arbiter.send(["act": "open"], to: address)
    return desk
  }

  @Test("A page holds no place in the ledger, only a mark of what it was made of")
  func stamp() async throws {
    let desk = try await Self.opened()
    let page = try await desk.arbiter.get(Self.address)
    let mark = try #require(page.hiddenFields.first { $0.name == "rests-on" }?.value)
    #expect(mark.utf8.count == 64 && mark.utf8.allSatisfy { $0 > 0x2F })
    let decisions = try desk.bench.state(of: desk.review.id).review
      .view(of: RecordNumber(2), for: desk.arbiter.person).stages[0].decisions
    for decision in decisions {
      #expect(!page.text.contains("value=\"\(decision.entry.value)\""))
    }
  }

  @Test("A conflict is not settled on decisions that were changed since they were read")
  func changed() async throws {
    let desk = try await Self.opened()
    let read = try await desk.arbiter.get(Self.address).hiddenFields.filter {
      $0.name != "token"
    }
    try await desk.two.decide(2, "unsure")
    try await desk.two.decide(2, "exclude")
    try await desk.arbiter.send(["act": "open"], to: Self.address)
    let before = try desk.entries
    let answer = try await desk.arbiter.send(
      Fields(
        read + [.init(name: "outcome", value: "include"), .init(name: "grounds", value: "Fits")]
      ), to: Self.address)
    #expect(answer.status == .unprocessable && answer.text.contains("was changed since you looked"))
    #expect(try desk.entries == before)
    let anew = try await desk.arbiter.press(
      ["outcome": "include", "grounds": "Fits"], on: Self.address)
    #expect(anew.status == .seeOther)
  }

  @Test(
    "A form that names no outcome, or nothing to do, changes nothing",
    arguments: [["outcome": ""], ["outcome": "maybe"], ["act": "guess", "outcome": "include"]]
      as [Fields])
  func wordless(_ fields: Fields) async throws {
    let desk = try await Self.opened()
    let before = try desk.entries
    let grounds = Fields(fields.list + [.init(name: "grounds", value: "My grounds")])
    let answer = try await desk.arbiter.press(grounds, on: Self.address)
    #expect(answer.status == .unprocessable && answer.text.contains("nothing was changed"))
    #expect(answer.text.contains("My grounds"), "the words are kept")
    #expect(try desk.entries == before)
  }

  @Test("Whoever decided a conflict is not shown it, and asking leaves no trace")
  func party() async throws {
    let desk = try await Self.opened()
    let before = try desk.entries
    #expect(try await desk.one.get(Self.address).status == .unprocessable)
    let asked = try await desk.one.send(["act": "open"], to: Self.address)
    #expect(asked.status == .unprocessable && !asked.text.contains("Decisions"))
    #expect(try desk.entries == before)
  }

  @Test("A list shows the first two hundred, and says how many more there are")
  func many() async throws {
    let desk = try await Desk(reports: 203)
    for report: UInt32 in 1...203 {
      for (person, verdict) in [(desk.one, Verdict.include), (desk.two, .exclude)] {
        _ = try desk.bench.decide(
          .init(report: RecordNumber(report), stage: .titleAbstract, verdict: verdict),
          desk.acting(person))
      }
    }
    let page = try await desk.arbiter.get(.conflicts(review: "sleep", .titleAbstract))
    #expect(page.text.components(around: "/title-abstract/conflict\"").count == 201)
    #expect(page.text.contains("And 3 more"))
  }
}
