import HTTP
import Reporting
import Screening
import Testing

@testable import Web

/// Two histories that differ only in a decision that a person may not know of give that person the
/// same bytes, whatever they ask for.
@Suite("Nothing of others' undisclosed work can be read")
struct LeakTests {
  /// What a person gets for every address, tokens aside.
  private static func seen(by person: Browser) async throws -> [String] {
    var answers: [String] = []
    for address in AddressesOfAReview.all {
      for type in ["text/html", "application/json"] {
        let answer = try await person.get(address, accepting: type)
        let fields = answer.headers.fields.map { "\($0.name): \($0.value)" }
        answers.append(
          "\(address.text) \(answer.status) \(fields)\n\(answer.withoutTokens)")
      }
    }
    return answers
  }

  /// What `who` sees after each of two histories.
  private static func compare(
    _ who: Blind,
    _ one: (Desk) async throws -> Void, _ other: (Desk) async throws -> Void
  ) async throws {
    let (desk, twin) = (try await Desk(), try await Desk())
    try await one(desk)
    try await other(twin)
    let pairs = zip(
      try await seen(by: who.browser(desk)), try await seen(by: who.browser(twin)))
    for (first, second) in pairs {
      #expect(first == second, "\(first.prefix { $0 != "\n" })")
    }
  }

  /// Who may not know of another's decision.
  enum Blind: CaseIterable {
    case one, chief, observer, arbiter

    func browser(_ desk: Desk) -> Browser {
      switch self {
      case .one: desk.one
      case .chief: desk.chief
      case .observer: desk.observer
      case .arbiter: desk.arbiter
      }
    }
  }

  @Test("What another decided while the round waits", arguments: Blind.allCases)
  func waiting(_ who: Blind) async throws {
    try await Self.compare(who) {
      try await $0.two.decide(1, "include", note: "A note that is rather long")
    } _: {
      try await $0.two.decide(1, "exclude", reason: "not-sleep")
    }
  }

  @Test("Whether another has decided at all", arguments: Blind.allCases)
  func deciding(_ who: Blind) async throws {
    try await Self.compare(who) {
      try await $0.two.decide(2, "include")
      try await $0.two.decide(3, "unsure")
    } _: { _ in
    }
  }

  @Test("Whether a round is settled or in conflict", arguments: [Blind.one, .observer])
  func conflict(_ who: Blind) async throws {
    try await Self.compare(who) {
      try await $0.one.decide(1, "exclude")
      try await $0.two.decide(1, "exclude")
    } _: {
      try await $0.one.decide(1, "exclude")
      try await $0.two.decide(1, "include", note: "No")
    }
  }

  @Test("Whether another has decided on a full text", arguments: Blind.allCases)
  func fullText(_ who: Blind) async throws {
    func begin(_ desk: Desk) async throws {
      for person in [desk.one, desk.two] { try await person.decide(1, "include") }
      try await desk.lead.send(
        ["act": "obtain", "place": "https://example.org/1", "access": "free"],
        to: .text(review: "sleep", RecordNumber(1)))
    }
    try await Self.compare(who) {
      try await begin($0)
      try await $0.two.decide(1, "include", at: .fullText)
    } _: {
      try await begin($0)
    }
  }

  @Test("What a colleague decided since the last disclosure")
  func sinceDisclosure() async throws {
    func begin(_ desk: Desk) async throws {
      for person in [desk.one, desk.two] { try await person.decide(1, "exclude") }
      try await desk.lead.send([:], to: .disclosure(review: "sleep"))
      try await desk.one.decide(2, "exclude")
    }
    try await Self.compare(.one) {
      try await begin($0)
      try await $0.two.decide(2, "exclude")
    } _: {
      try await begin($0)
      try await $0.two.decide(2, "include")
    }
  }
}
