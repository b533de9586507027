import Ledger
import Screening
import Service
import Testing

@Suite("People and reviews have names, each once")
struct NamingTests {
  @Test(
    "A name is a short ASCII word",
    arguments: ["", "a b", "-a", ".a", "é", String(repeating: "a", count: 61)])
  func bad(_ name: String) throws {
    let desk = try Desk()
    let head = try desk.bench.verifyWorkspace().head
    #expect(throws: Fault.self) { try desk.bench.addPerson(named: name) }
    #expect(throws: Fault.self) {
      try desk.bench.createReview(
        named: name, protocolFile: Desk.file(title: "x"), lead: desk.lead)
    }
    #expect(try desk.bench.verifyWorkspace().head == head)
  }

  @Test("A name that is taken is refused, a name that is near is asked for")
  func names() throws {
    let desk = try Desk()
    #expect(throws: Fault.self) { try desk.bench.addPerson(named: "one") }
    let fault = #expect(throws: Fault.self) { try desk.bench.review(named: "slep") }
    #expect(fault?.sentence.contains("Did you mean \"sleep\"?") == true)
    #expect(try desk.bench.people().map(\.called) == ["lead", "The first", "two"])
    #expect(try desk.bench.reviews().map(\.name) == ["sleep"])
  }

  @Test("A protocol is archived byte for byte, version by version")
  func protocols() throws {
    let desk = try Desk()
    let (first, second) = (Desk.file(title: "Sleep on a ward"), Desk.file(title: "Sleep"))
    let (changes, preview) = try desk.bench.previewProtocol(second, for: desk.review.id)
    #expect(changes.count == 1 && preview.resting.isEmpty && preview.moves.isEmpty)
    _ = try desk.bench.adoptProtocol(second, because: "Shorter.", desk.acting(desk.lead))
    #expect(try desk.bench.protocolFile(of: desk.review.id) == second)
    #expect(try desk.bench.protocolFile(of: desk.review.id, version: 1) == first)
    #expect(throws: Fault.self) {
      try desk.bench.protocolFile(of: desk.review.id, version: 3)
    }
    #expect(throws: Fault.self) {
      try desk.bench.adoptProtocol(Array("x: 1".utf8), because: "No.", desk.acting(desk.lead))
    }
    #expect(try desk.bench.verify(desk.review).damage.isEmpty)
  }
}
