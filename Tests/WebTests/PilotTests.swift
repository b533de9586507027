import HTTP
import Screening
import Service
import Testing

@testable import Web

@Suite("A pilot through its pages")
struct PilotTests {
  private static let address = Address.pilot(review: "sleep", .titleAbstract)
  private static let conflicts = Address.conflicts(review: "sleep", .titleAbstract)

  private static let protocolFile = """
    title: Sleep
    framework: own
    domains:
      - {id: topic, name: Topic, exclude: [{id: not-sleep, text: No sleep}]}
    sources:
      - {id: medline, name: MEDLINE, route: database}
    stages:
      title-abstract: {reviewers: 2, pilot: {sample: 2, gate: 75}}

    """

  private static func conflict(_ report: RecordNumber) -> Address {
    .conflict(review: "sleep", report, .titleAbstract)
  }

  /// Draws the pilot; its reviewers are one, two and the chief.
  private static func drawn() async throws -> Desk {
    let desk = try await Desk(reports: 4, protocolFile: protocolFile)
    try await desk.lead.send(["act": "draw"], to: address)
    return desk
  }

  private static func sample(_ desk: Desk) throws -> [RecordNumber] {
    try #require(
      try desk.bench.state(of: desk.review.id).review.pilotStanding(at: .titleAbstract)
    ).sample
  }

  /// Everyone decides the sample; two reads its first report differently.
  private static func decide(_ desk: Desk) async throws {
    for (place, report) in try sample(desk).enumerated() {
      for person in [desk.one, desk.two, desk.chief] {
        let differs = place == 0 && person.name == "two"
        try await person.decide(report.value, differs ? "exclude" : "include")
      }
    }
  }

  @Test("Lead and reviewers are told what the pilot asks of them")
  func asks() async throws {
    let desk = try await Desk(reports: 4, protocolFile: Self.protocolFile)
    let lead = try await desk.lead.get(.review("sleep"))
    #expect(lead.text.contains(Self.address.text) && lead.text.contains("Draw its sample."))
    #expect(
      try await desk.one.get(.review("sleep")).text.contains("A lead draws its sample first."))
    let drawn = try await desk.lead.send(["act": "draw"], to: Self.address)
    #expect(drawn.location == Self.address.text)
    #expect(
      try await desk.one.get(.review("sleep")).text.contains("Decide the sample: 2 left for you"))
  }

  @Test("From the draw to the open queue, with a conflict that its parties settle together")
  func whole() async throws {
    let desk = try await Self.drawn()
    try await Self.decide(desk)
    let first = try Self.sample(desk)[0]
    #expect(try await desk.one.get(Self.conflicts).text.contains("No conflict waits for you."))
    #expect(try await desk.lead.get(Self.address).text.contains("Not settled: 1"))
    #expect(try await desk.lead.send([:], to: Self.conflicts).location == Self.address.text)

    let list = try await desk.one.get(Self.conflicts)
    #expect(list.text.contains(Self.conflict(first).text))
    #expect(try await desk.one.get(.review("sleep")).text.contains("settle with the others"))
    let opened = try await desk.two.get(Self.conflict(first))
    #expect(opened.status == .ok && opened.text.contains("Decisions"))
    let proposed = try await desk.one.send(
      ["act": "propose", "outcome": "include", "grounds": "In doubt, in"],
      to: Self.conflict(first))
    #expect(proposed.location == Self.conflict(first).text)
    let waits = try await desk.one.get(Self.conflict(first))
    #expect(waits.text.contains("waits for the others"))
    for person in [desk.two, desk.chief] {
      let page = try await person.get(Self.conflict(first))
      #expect(page.text.contains("In doubt, in") && !page.text.contains("waits for the others"))
      let confirmed = try await person.press(["act": "confirm"], on: Self.conflict(first))
      #expect(confirmed.location == Self.conflicts.text)
    }

    let closed = try await desk.lead.get(Self.address)
    #expect(closed.text.contains("1 of 2") && closed.text.contains("50 %"))
    let groundless = try await desk.lead.send(["act": "pass", "grounds": " "], to: Self.address)
    #expect(groundless.status == .unprocessable && groundless.text.contains("needs grounds"))
    #expect(try await desk.one.get(.queue(review: "sleep", .titleAbstract)).status == .ok)
    try await desk.lead.send(["act": "pass", "grounds": "We talked"], to: Self.address)
    #expect(try await desk.lead.get(Self.address).text.contains("the ordinary queue is open"))
    #expect(try await desk.one.get(.queue(review: "sleep", .titleAbstract)).status == .seeOther)
  }

  @Test("Whoever joined after the draw is told nothing of how far it is")
  func latecomer() async throws {
    let desk = try await Self.drawn()
    _ = try desk.bench.give(
      [.observer, .reviewer], to: desk.observer.person, desk.acting(desk.lead))
    let before = try await desk.observer.get(Self.address)
    #expect(before.text.contains("Nothing of the pilot waits for you now."))
    try await desk.one.decide(try Self.sample(desk)[0].value, "include")
    #expect(try await desk.observer.get(Self.address).withoutTokens == before.withoutTokens)
    let overview = try await desk.observer.get(.review("sleep"))
    #expect(!overview.text.contains("left for you"))
  }

  @Test("A proposal that was replaced since it was read is not confirmed")
  func replaced() async throws {
    let desk = try await Self.drawn()
    try await Self.decide(desk)
    try await desk.lead.send([:], to: Self.conflicts)
    let conflict = Self.conflict(try Self.sample(desk)[0])
    func propose(_ outcome: String) async throws {
      try await desk.one.send(
        ["act": "propose", "outcome": outcome, "grounds": "So"], to: conflict)
    }
    try await propose("include")
    let read = try #require(
      try await desk.two.get(conflict).hiddenFields.first { $0.name == "proposal" })
    try await propose("exclude")
    let answer = try await desk.two.send(
      Fields([read, .init(name: "act", value: "confirm")]), to: conflict)
    #expect(answer.status == .unprocessable && answer.text.contains("not the one that you read"))
  }

  @Test("Only a lead draws, opens and passes", arguments: ["draw", "pass"])
  func onlyLead(_ act: String) async throws {
    let desk = try await Desk(reports: 4, protocolFile: Self.protocolFile)
    let before = try desk.entries
    for person in [desk.one, desk.arbiter, desk.observer] {
      #expect(try await person.send(["act": act], to: Self.address).status == .unprocessable)
      #expect(try await person.send([:], to: Self.conflicts).status == .unprocessable)
    }
    #expect(try await desk.lead.send([:], to: Self.address).status == .unprocessable)
    #expect(try desk.entries == before)
  }

  @Test("A lead who screens is told neither how many are left nor which are in conflict")
  func blindLead() async throws {
    var pages: [[String]] = []
    for verdict in ["include", "exclude"] {
      let desk = try await Self.drawn()
      let sample = try Self.sample(desk)
      for person in [desk.chief, desk.one] { try await person.decide(sample[0].value, "exclude") }
      try await desk.two.decide(sample[0].value, verdict)
      let early = try await desk.chief.send(["act": "pass"], to: Self.address)
      #expect(early.status == .unprocessable)
      var seen = [early.withoutTokens]
      for address in [Self.address, Self.conflicts, .review("sleep")] {
        seen.append(try await desk.chief.get(address).withoutTokens)
      }
      #expect(!seen.joined().contains("Not settled"))
      pages.append(seen)
    }
    #expect(pages[0] == pages[1])
  }
}
