import Ledger
import Screening
import Testing

@testable import Service

@Suite("The coding of facts")
struct FactCodingTests {
  @Test("A fact of any kind reads back as it was", arguments: FactKind.allCases)
  func roundTrip(kind: FactKind) throws {
    var dice = Dice(seed: UInt64(kind.rawValue))
    for _ in 0..<100 {
      let fact = dice.fact(kind)
      #expect(fact.kind == kind)
      #expect(try Fact(kind, payload: fact.payload) == fact)
    }
  }

  @Test("A payload that is cut short is refused wherever it is cut", arguments: FactKind.allCases)
  func truncation(kind: FactKind) {
    var dice = Dice(seed: UInt64(kind.rawValue) + 1_000)
    for _ in 0..<3 {
      let payload = dice.fact(kind).payload
      for length in 0..<payload.count {
        #expect(throws: CodingFault.self) {
          try Fact(kind, payload: Array(payload.prefix(length)))
        }
      }
    }
  }

  @Test("A payload with a byte too many is refused", arguments: FactKind.allCases)
  func trailing(kind: FactKind) {
    var dice = Dice(seed: UInt64(kind.rawValue) + 2_000)
    let payload = dice.fact(kind).payload
    for byte: UInt8 in [0, 1, 255] {
      #expect(throws: CodingFault.self) { try Fact(kind, payload: payload + [byte]) }
    }
  }

  @Test("Damaged bytes are a fact or a fault, never a trap", arguments: FactKind.allCases)
  func garbage(kind: FactKind) {
    var dice = Dice(seed: UInt64(kind.rawValue) + 3_000)
    for _ in 0..<300 {
      var payload = dice.fact(kind).payload
      for _ in 0..<dice.below(4) where !payload.isEmpty {
        payload[dice.below(payload.count)] = dice.byte()
      }
      if dice.below(4) == 0 { payload = dice.bytes(dice.below(200)) }
      // What reads at all must be fit to be written again.
      if let fact = try? Fact(kind, payload: payload) {
        #expect((try? Fact(kind, payload: fact.payload)) == fact)
      }
    }
  }

  @Test("A decision without a note takes six bytes, as most do")
  func short() {
    let decision = Fact.decisionGiven(
      DecisionGiven(
        report: RecordNumber(170_000), shown: [RecordNumber(170_000)], stage: .titleAbstract,
        round: 1, verdict: .include))
    #expect(decision.payload.count <= 6)
  }

  @Test("Themes nested without an end are refused, not followed")
  func deepThemes() {
    var theme = Theme(id: ProtocolID("t"), name: "t")
    for _ in 0..<80 { theme = Theme(id: ProtocolID("t"), name: "t", themes: [theme]) }
    let adopted = Fact.protocolAdopted(
      ProtocolAdopted(
        version: 1, content: ReviewProtocol(title: "", framework: .own, themes: [theme]),
        file: Fingerprint(quarters: (0, 0, 0, 0))))
    #expect(throws: CodingFault.self) {
      try Fact(.protocolAdopted, payload: adopted.payload)
    }
  }
}

@Suite("The coding of workspace facts")
struct WorkspaceFactCodingTests {
  private static func facts(_ dice: inout Dice) -> [WorkspaceFact] {
    [
      .personAdded(dice.person(), name: dice.words(), display: dice.maybe { $0.words() }),
      .reviewCreated(Identifier(high: dice.bits(), low: dice.bits()), name: dice.text()),
      .wordsErased(
        of: dice.person(), ledger: Identifier(high: dice.bits(), low: dice.bits()),
        count: dice.word()),
    ]
  }

  @Test("Each reads back as it was, and is refused with a byte more or less")
  func roundTrip() throws {
    var dice = Dice(seed: 100)
    for _ in 0..<100 {
      for fact in WorkspaceFactCodingTests.facts(&dice) {
        let payload = fact.payload
        #expect(try WorkspaceFact(fact.kind, payload: payload) == fact)
        for cut in [Array(payload.dropLast()), payload + [0], []] {
          #expect(throws: CodingFault.self) { try WorkspaceFact(fact.kind, payload: cut) }
        }
      }
    }
  }

  @Test("A kind that only a newer program knows is not read")
  func newer() throws {
    #expect(try WorkspaceFact(999, payload: [1, 2, 3]) == nil)
  }
}

@Suite("Whole numbers in payloads")
struct NumberCodingTests {
  @Test(
    "Every number has one way to be written",
    arguments: [
      0, 1, 127, 128, 16_383, 16_384, UInt64(UInt32.max), .max - 1, .max,
    ] as [UInt64])
  func canonical(number: UInt64) throws {
    var out = ByteWriter()
    out.number(number)
    var input = ByteReader(out.bytes)
    #expect(try input.number() == number)
    try input.end()
  }

  @Test(
    "A number with a byte that adds nothing, or that no number has, is refused",
    arguments: [
      [0x80, 0x00], [0xff, 0x80, 0x00],
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02],
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x81, 0x00],
    ] as [[UInt8]])
  func refused(bytes: [UInt8]) {
    var input = ByteReader(bytes)
    #expect(throws: CodingFault.self) { try input.number() }
  }
}
