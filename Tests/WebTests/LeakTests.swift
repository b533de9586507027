import HTTP
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
    _ who: KeyPath<Desk, Browser>,
    _ one: (Desk) async throws -> Void, _ other: (Desk) async throws -> Void
  ) async throws {
    let (desk, twin) = (try await Desk(), try await Desk())
    try await one(desk)
    try await other(twin)
    let pairs = zip(
      try await seen(by: desk[keyPath: who]), try await seen(by: twin[keyPath: who]))
    for (first, second) in pairs {
      #expect(first == second, "\(first.prefix { $0 != "\n" })")
    }
  }

  private static let blind: [KeyPath<Desk, Browser> & Sendable] = [
    \.one, \.chief, \.observer, \.arbiter,
  ]

  @Test("What another decided while the round waits", arguments: blind)
  func waiting(_ who: KeyPath<Desk, Browser> & Sendable) async throws {
    try await Self.compare(who) {
      try await $0.two.decide(1, "include", note: "A note that is rather long")
    } _: {
      try await $0.two.decide(1, "exclude", reason: "not-sleep")
    }
  }

  @Test("Whether another has decided at all", arguments: blind)
  func deciding(_ who: KeyPath<Desk, Browser> & Sendable) async throws {
    try await Self.compare(who) {
      try await $0.two.decide(2, "include")
      try await $0.two.decide(3, "unsure")
    } _: { _ in }
  }

  @Test("Whether a round is settled or in conflict", arguments: [\.one, \.observer] as [KeyPath<Desk, Browser> & Sendable])
  func conflict(_ who: KeyPath<Desk, Browser> & Sendable) async throws {
    try await Self.compare(who) {
      try await $0.one.decide(1, "exclude")
      try await $0.two.decide(1, "exclude")
    } _: {
      try await $0.one.decide(1, "exclude")
      try await $0.two.decide(1, "include", note: "No")
    }
  }

  @Test("What a colleague decided since the last disclosure")
  func sinceDisclosure() async throws {
    func begin(_ desk: Desk) async throws {
      for person in [desk.one, desk.two] { try await person.decide(1, "exclude") }
      try await desk.lead.send([:], to: .disclosure(review: "sleep"))
      try await desk.one.decide(2, "exclude")
    }
    try await Self.compare(\.one) {
      try await begin($0)
      try await $0.two.decide(2, "exclude")
    } _: {
      try await begin($0)
      try await $0.two.decide(2, "include")
    }
  }
}
