import Bibliography
import TestSupport
import Testing

@Suite("The coding of references")
struct ReferenceCodingTests {
  @Test("What is coded is decoded as it was", arguments: 0..<300 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    let reference = Reference.random(seed: seed)
    #expect(Reference(decoding: reference.encoded()) == reference)
  }

  @Test("The smallest references are coded too")
  func smallest() {
    #expect(Reference().encoded() == [1, 0])
    #expect(Reference(decoding: [1, 0]) == Reference())
    var blank = Reference()
    blank.title = ""
    blank.authors = [.named(""), .person(family: "", given: ""), .person(family: "", given: nil)]
    blank.extra = [.init(tag: "X", values: [])]
    #expect(Reference(decoding: blank.encoded()) == blank)
  }

  @Test("A text of many bytes is coded")
  func long() {
    var reference = Reference()
    reference.abstract = String(repeating: "é", count: 100_000)
    #expect(Reference(decoding: reference.encoded()) == reference)
  }

  @Test("The bytes never change: archives of every version are read for ever")
  func frozen() {
    var reference = Reference()
    reference.title = "Té"
    reference.authors = [
      .person(family: "A", given: "B"), .person(family: "C", given: nil), .named("D"),
    ]
    reference.keywords = ["k"]
    reference.extra = [.init(tag: "X", values: ["y", "z"])]
    #expect(
      reference.encoded() == [
        1, 3, 3, 0x54, 0xC3, 0xA9, 20, 4, 1, 0x41, 1, 0x42, 21, 1, 0x43, 22, 1, 0x44, 23, 1, 0x6B,
        26, 6, 1, 0x58, 1, 0x79, 1, 0x7A, 0,
      ])
  }

  @Test("A coding cut short at any byte is no reference")
  func truncation() {
    let bytes = Reference.random(seed: 7).encoded()
    for end in bytes.indices { #expect(Reference(decoding: Array(bytes[..<end])) == nil) }
  }

  @Test("A field of a later version is left out, the others are read")
  func laterField() {
    #expect(Reference(decoding: [1, 200, 3, 9, 9, 9, 3, 1, 0x54, 0])?.title == "T")
  }

  @Test(
    "What is no coding is no reference",
    arguments: [
      [], [0], [2, 0], [1, 0, 0], [1, 3, 5, 0x54, 0], [1, 3, 1, 0xFF, 0], [1, 20, 2, 1, 0x41, 0],
      [1, 26, 0, 0], [1, 3, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1, 0],
    ] as [[UInt8]])
  func broken(bytes: [UInt8]) {
    #expect(Reference(decoding: bytes) == nil)
  }

  @Test("No change of a byte crashes the decoder")
  func mutation() {
    let whole = Reference.random(seed: 3).encoded()
    for index in whole.indices.prefix(400) {
      for byte in [0, 1, 0x7F, 0x80, 0xFF, whole[index] ^ 1] as [UInt8] {
        var changed = whole
        changed[index] = byte
        _ = Reference(decoding: changed)
      }
    }
  }
}
