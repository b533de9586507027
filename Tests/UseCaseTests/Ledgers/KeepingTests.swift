import Bibliography
import Ledger
import Screening
import Testing

@testable import Service

@Suite("A ledger is exported, taken in, erased from and proved")
struct KeepingTests {
  private func exported(_ desk: Desk, withWords: Bool = true) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try desk.bench.exportLedger(of: desk.review, withWords: withWords) {
      (piece) throws(FileFault) in bytes += piece
    }
    return bytes
  }

  private func worked() throws -> Desk {
    let desk = try Desk()
    try desk.decide(1, .include, as: desk.one, note: "Mine alone.")
    try desk.decide(1, .exclude, as: desk.two, note: "Theirs.")
    return desk
  }

  @Test(
    "Taken in elsewhere, a ledger ends in the same digest and says the same",
    arguments: [true, false])
  func moved(withWords: Bool) throws {
    let desk = try worked()
    let file = ImportSource(name: "x", bytes: try exported(desk, withWords: withWords))
    let bench = try Desk.open(MemoryStore())
    let taken = try bench.importLedger(file)
    #expect(try taken.head.digest == desk.head().digest)
    let (here, there) = (
      try desk.bench.state(of: desk.review.id).review, try bench.state(of: taken.review.id).review
    )
    #expect(here.isSame(as: there))
    #expect(try bench.reference(RecordNumber(2), in: there)?.title == "Report 2")
    #expect(try bench.verify(taken.review).damage.isEmpty)
    #expect(
      try bench.people().map(\.name) == (withWords ? ["lead", "one", "two"] : [nil, nil, nil]))
    #expect(throws: Fault.self) { try bench.importLedger(file) }
  }

  @Test("Whatever line of an exported ledger is gone or changed, nothing of it is taken in")
  func spoiled() throws {
    let lines = try exported(worked()).split(separator: UInt8(ascii: "\n"))
    let bench = try Desk.open(MemoryStore())
    for place in lines.indices {
      let text = String(decoding: lines[place], as: UTF8.self)
      // Without its person, or a text of theirs, a ledger is whole: names and words may be erased.
      let mayGo = ["{\"person\"", "{\"words\"", "{\"block\"", "{\"record\"", "{\"batch\""]
        .contains { text.hasPrefix($0) }
      if !mayGo {
        var without = lines
        without.remove(at: place)
        let bytes = Array(without.joined(separator: [UInt8(ascii: "\n")]))
        #expect(throws: Fault.self, "without \(text.prefix(40))") {
          try bench.importLedger(ImportSource(name: "x", bytes: bytes))
        }
      }
      var torn = lines
      torn[place] = torn[place].dropLast(9)
      let bytes = Array(torn.joined(separator: [UInt8(ascii: "\n")]))
      #expect(throws: Fault.self, "torn \(text.prefix(40))") {
        try bench.importLedger(ImportSource(name: "x", bytes: bytes))
      }
    }
    #expect(try bench.reviews().isEmpty && bench.people().isEmpty)
  }

  @Test("A ledger whose entry was changed is refused by the digest")
  func changed() throws {
    let text = String(decoding: try exported(worked()), as: UTF8.self)
    let bench = try Desk.open(MemoryStore())
    let other = text.replacing("\"kind\":40", with: "\"kind\":41")
    #expect(other != text)
    #expect(throws: Fault.self) {
      try bench.importLedger(ImportSource(name: "x", bytes: Array(other.utf8)))
    }
    #expect(try bench.reviews().isEmpty)
  }

  @Test("Erased words are gone, the others stand, and all still verifies")
  func erased() throws {
    let desk = try worked()
    let head = try desk.head()
    #expect(throws: Fault.self) {
      try desk.bench.eraseWords(of: desk.one, in: desk.review, by: desk.one)
    }
    #expect(try desk.bench.eraseWords(of: desk.one, in: desk.review, by: desk.lead) == 1)
    #expect(try desk.bench.eraseWords(of: desk.one, in: desk.review, by: desk.lead) == 0)
    let notes = try desk.bench.ledger(of: desk.review.id).flatMap(\.fact.words)
      .map { try desk.bench.text(of: $0, in: desk.review.id) }
    #expect(notes == ["found.jsonl", nil, "Theirs."])
    #expect(try desk.head() == head)
    let proof = try desk.bench.verify(desk.review)
    #expect(proof.words == (2, 1) && proof.damage.isEmpty && proof.contradictions.isEmpty)
    #expect(try !String(decoding: exported(desk), as: UTF8.self).contains("Mine alone."))
  }

  @Test("An entry is found by its position, and nothing where there is none")
  func entries() throws {
    let desk = try worked()
    let head = try desk.head()
    let last = try desk.bench.entry(Position(head.position), of: desk.review.id)
    #expect(last?.digest == head.digest && last?.author == .person(desk.two))
    let beyond = try desk.bench.entry(Position(head.position + 1), of: desk.review.id)
    let before = try desk.bench.entry(.start, of: desk.review.id)
    #expect(beyond == nil && before == nil)
    let page = try desk.bench.ledger(of: desk.review.id, after: Position(2), limit: 2)
    #expect(page.map(\.position.value) == [3, 4])
    #expect(try desk.bench.ledger(of: desk.review.id, limit: 0).isEmpty)
  }
}
