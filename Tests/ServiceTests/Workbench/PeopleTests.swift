import Ledger
import Screening
import TestSupport
import Testing

@testable import Service

@Suite("People and their words")
struct PeopleTests {
  @Test("A name is taken once", arguments: Desk.Kind.allCases)
  func taken(kind: Desk.Kind) throws {
    let workbench = try Desk(kind).workbench()
    let lea = try workbench.addPerson(named: "lea", display: "Lea Lead").person
    #expect(lea.called == "Lea Lead")
    #expect(throws: Fault.self) { try workbench.addPerson(named: "lea") }
    #expect(try workbench.people() == [lea])
    _ = try workbench.createReview(
      named: "sleep", protocolFile: Array(String.sampleProtocol.utf8), lead: lea.id)
    #expect(throws: Fault.self) {
      try workbench.createReview(
        named: "sleep", protocolFile: Array(String.sampleProtocol.utf8), lead: lea.id)
    }
    #expect(try workbench.reviews().map(\.name) == ["sleep"])
  }

  @Test(
    "A name that cannot be typed anywhere is refused",
    arguments: ["", "-x", ".x", "a b", "naïve", "a/b", String(repeating: "a", count: 61)])
  func bad(name: String) throws {
    let workbench = try Desk().workbench()
    let person = fault { () throws(Fault) in _ = try workbench.addPerson(named: name) }
    let review = fault { () throws(Fault) in
      _ = try workbench.createReview(
        named: name, protocolFile: Array(String.sampleProtocol.utf8),
        lead: PersonID(high: 0, low: 0))
    }
    guard case .badName(.person, let one)? = person, case .badName(.review, let other)? = review
    else {
      Issue.record("\(name) was taken for a name")
      return
    }
    #expect([one, other] == [name, name])
  }

  @Test("An unknown name comes with the nearest that is known")
  func unknown() throws {
    let team = try Team()
    let unknown = fault { () throws(Fault) in _ = try team.workbench.person(named: "led") }
    guard case .unknownName(.person, let name, let nearest, let known)? = unknown else {
      Issue.record("Somebody is called led")
      return
    }
    #expect(name == "led" && nearest == "lea")
    #expect(known == ["lea", "ada", "ben", "zoe"])
    #expect(throws: Fault.self) { try team.workbench.review(named: "slepe") }
  }

  @Test("Erased words are gone, and the chain is whole", arguments: Desk.Kind.allCases)
  func erased(kind: Desk.Kind) throws {
    let team = try Team(kind)
    try team.decide(1, by: team.ada, note: "A secret.")
    try team.decide(2, by: team.ada, note: "Another.")
    try team.decide(1, by: team.ben, note: "Not hers.")
    let (before, head) = (try team.state(), try team.desk.store().head(of: team.review.id))
    let request = Identifier(request: "erase")
    let count = try team.workbench.eraseWords(
      of: team.ada, in: team.review, by: team.lea, request: request)
    #expect(count == 2)
    // Sent again it answers the same; asked anew there is nothing left.
    #expect(
      try team.workbench.eraseWords(
        of: team.ada, in: team.review, by: team.lea, request: request) == 2)
    #expect(try team.workbench.eraseWords(of: team.ada, in: team.review, by: team.lea) == 0)
    let kept = try team.texts().compactMap { words in
      if case .kept(_, let text) = words { String(decoding: text, as: UTF8.self) } else { nil }
    }
    #expect(Set(kept) == ["Not hers.", "records.jsonl"])
    #expect(try team.desk.store().verifyChain(of: team.review.id) == head)
    #expect(try team.elsewhere().state(of: team.review.id).review.isSame(as: before))
    let verified = try team.workbench.verify(team.review)
    #expect(verified.allIsWell && verified.words == (kept: 2, erased: 2))
    #expect(
      try team.workbench.currentWorkspace().erasures
        == [.wordsErased(of: team.ada, ledger: team.review.id, count: 2)])
    for row in try team.workbench.ledger(of: team.review.id) where row.author == .person(team.ada) {
      for words in row.fact.words {
        #expect(try team.workbench.text(of: words, in: team.review.id) == nil)
      }
    }
  }

  @Test("An erased name leaves someone without a name, and frees it")
  func erasedName() throws {
    let team = try Team()
    let bench = team.workbench
    let session = try bench.choosePassword("a long one", invitedBy: try bench.invite(team.lea))
    let link = try bench.invite(team.lea)
    #expect(try team.workbench.eraseNames(of: team.lea, by: team.lea) == 2)
    #expect(try !bench.isSignedIn(session))
    #expect(try bench.invited(by: link) == nil)
    let lea = try #require(try team.workbench.people().first { $0.id == team.lea })
    #expect(lea.name == nil && lea.display == nil)
    #expect(lea.called == "someone (name erased)")
    #expect(throws: Fault.self) { try team.workbench.person(named: "lea") }
    let another = try team.workbench.addPerson(named: "lea").person
    #expect(another.id != team.lea)
    _ = try team.workbench.give(.arbiter, to: another.id, team.lead)  // and still leads
    _ = try team.workbench.verifyWorkspace()
  }

  @Test("Every word that a fact can refer to is found for erasing", arguments: FactKind.allCases)
  func everyWord(kind: FactKind) {
    var dice = Dice(seed: UInt64(kind.rawValue))
    for _ in 0..<30 {
      let fact = dice.fact(kind)
      let printed = "\(fact)".split(separator: "Words(fingerprint").count - 1
      #expect(fact.words.count == printed, "\(fact)")
    }
  }
}
