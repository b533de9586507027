import Ledger
import Testing

@Suite("Ids and faults")
struct LedgerTests {
  @Test("An id comes back from its bytes and shows them as digits")
  func identifiers() {
    let id = Identifier(high: 0x0001_0203_0405_0607, low: 0x0809_0A0B_0C0D_0E0F)
    #expect(id.bytes == Array(0..<16))
    #expect(Identifier(bytes: id.bytes) == id)
    #expect(id.bytes.withUnsafeBytes { Identifier(bytes: $0) } == id)
    #expect(Identifier(bytes: id.bytes.dropLast()) == nil)
    #expect(Identifier(bytes: id.bytes + [0]) == nil)
    #expect(id.description == "000102030405060708090a0b0c0d0e0f")
  }

  @Test("Random ids differ")
  func random() {
    #expect(Set((0..<1_000).map { _ in Identifier.random() }).count == 1_000)
  }

  static let faults: [StoreFault] = [
    .absent(place: "here.db"), .foreign(place: "here.db"),
    .newer(place: "here.db", version: 9, known: 1), .full(place: "here.db"),
    .readOnly(place: "here.db"), .busy(place: "here.db"),
    .damaged(place: "here.db", detail: "a page is gone"),
    .broken(ledger: .workspace, position: 412),
    .gap(ledger: .workspace, expected: 412, found: 413),
    .unreadable(ledger: .workspace, position: 412, kind: 7),
    .unknownKind(ledger: .workspace, position: 412, kind: 7),
    .outOfOrder(ledger: .workspace, head: 3, offered: 412),
    .commitUnknown(place: "here.db"), .failed(place: "here.db", detail: "the disk is on fire"),
  ]

  @Test("Every fault of the store says where it is and what is wrong", arguments: faults)
  func sentence(fault: StoreFault) {
    let sentence = fault.description
    #expect(sentence.contains("here.db") || sentence.contains("412"))
    #expect(sentence.hasSuffix("."))
    #expect(!sentence.contains("\n"))
  }
}
