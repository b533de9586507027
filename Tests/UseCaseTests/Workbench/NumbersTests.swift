import Ledger
import Reporting
import Screening
import Secrets
import Service
import Testing

@Suite("Numbers are live for some and as disclosed for the rest")
struct NumbersTests {
  private let desk: Desk

  init() throws {
    desk = try Desk(reports: 4)
    for person in [desk.one, desk.two] { try desk.decide(1, .exclude, as: person) }
  }

  private func numbers(for person: PersonID, asOf: AsOf = .now) throws -> Numbers {
    try desk.bench.numbers(of: desk.review.id, for: person, asOf: asOf)
  }

  @Test("The lead who does not screen sees where everything stands, and the entry it was at")
  func live() throws {
    let numbers = try numbers(for: desk.lead)
    let head = try desk.head()
    #expect(numbers.view == .live)
    #expect(numbers.review.position == Position(head.position))
    #expect(numbers.digest == head.digest.description)
    #expect(try numbers.flow()[.databases].excludedAtScreening.count == 1)
    #expect(try numbers.tally(counting: .reports).labels == 0)
  }

  @Test("Before a disclosure a reviewer has no number but what is in progress")
  func undisclosed() throws {
    let numbers = try numbers(for: desk.one)
    #expect(numbers.view == .undisclosed(inProgress: 4))
    #expect(try numbers.flow() == Flow(disclosedBy: Review()))
    #expect(numbers.digest.isEmpty)
  }

  @Test("After it the reviewer's numbers stand still, whatever the others do")
  func disclosed() throws {
    _ = try desk.bench.disclose([.titleAbstract], desk.acting(desk.lead))
    let before = try numbers(for: desk.one)
    #expect(before.view == .disclosed(inProgress: 3))
    #expect(try before.flow()[.databases].excludedAtScreening.count == 1)

    for person in [desk.one, desk.two] { try desk.decide(2, .exclude, as: person) }
    try desk.decide(3, .include, as: desk.two)
    let after = try numbers(for: desk.one)
    #expect(after.view == before.view)
    #expect(after.review.position == before.review.position)
    #expect(try after.flow() == before.flow())
    #expect(try numbers(for: desk.lead).flow()[.databases].excludedAtScreening.count == 2)
  }

  @Test("A lead who also screens is blind, until they lift the blind for themself")
  func lifting() throws {
    _ = try desk.bench.give([.lead, .reviewer], to: desk.lead, desk.acting(desk.lead))
    #expect(try numbers(for: desk.lead).view == .undisclosed(inProgress: 4))
    _ = try desk.bench.liftBlind(desk.acting(desk.lead))
    #expect(try numbers(for: desk.lead).view == .live)
  }

  @Test("Numbers of the past are those of then")
  func past() throws {
    let then = try desk.bench.state(of: desk.review.id).review
    try desk.decide(2, .exclude, as: desk.one)
    try desk.decide(2, .exclude, as: desk.two)
    for asOf in [AsOf.entry(then.position), .moment(then.moment)] {
      let numbers = try numbers(for: desk.lead, asOf: asOf)
      #expect(numbers.review.position == then.position)
      #expect(try numbers.flow()[.databases].excludedAtScreening.count == 1)
    }
    #expect(try numbers(for: desk.lead).flow()[.databases].excludedAtScreening.count == 2)
  }

  @Test("Whoever is blind may ask as of a moment, but not as of an entry")
  func entries() throws {
    let disclosed = try desk.bench.disclose([.titleAbstract], desk.acting(desk.lead))
    let then = try desk.bench.state(of: desk.review.id, at: disclosed.position).review.moment
    let before = Moment(microseconds: then.microseconds - 1)
    #expect(try numbers(for: desk.one, asOf: .moment(then)).view == .disclosed(inProgress: 3))
    #expect(try numbers(for: desk.one, asOf: .moment(before)).view == .undisclosed(inProgress: 3))
    let fault = #expect(throws: Fault.self) {
      try numbers(for: desk.one, asOf: .entry(Position(1)))
    }
    #expect(fault?.family == .refused)
  }

  @Test("Someone without a part in the review is refused")
  func strangers() throws {
    let stranger = try desk.bench.addPerson(named: "stranger").person.id
    let fault = #expect(throws: Fault.self) { try numbers(for: stranger) }
    #expect(fault?.family == .refused)
  }
}
