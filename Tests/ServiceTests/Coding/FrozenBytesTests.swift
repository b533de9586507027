import Screening
import Testing

@testable import Service

/// Payloads as they were written by the first version that wrote such a fact. A line here is never
/// changed: ledgers with these bytes exist, and must be read for ever.
@Suite("Bytes that are frozen")
struct FrozenBytesTests {
  @Test("A fact of each kind is written as these bytes, and read from them", arguments: facts)
  func frozen(number: UInt16, hexadecimal: String) throws {
    let kind = try #require(FactKind(rawValue: number))
    let bytes = try #require([UInt8](hexadecimal: hexadecimal))
    #expect(FactSamples.fact(kind).payload == bytes)
    #expect(try Fact(kind, payload: bytes) == FactSamples.fact(kind))
  }

  @Test("A fact of the workspace is written as these bytes, and read from them")
  func workspace() throws {
    #expect(FactSamples.ofTheWorkspace.map(\.kind) == FrozenBytesTests.ofTheWorkspace.map(\.0))
    for (fact, (kind, hexadecimal)) in zip(
      FactSamples.ofTheWorkspace, FrozenBytesTests.ofTheWorkspace)
    {
      let bytes = try #require([UInt8](hexadecimal: hexadecimal))
      #expect(fact.payload == bytes)
      #expect(try WorkspaceFact(kind, payload: bytes) == fact)
    }
  }

  @Test("No kind is without its frozen bytes")
  func complete() {
    #expect(FrozenBytesTests.facts.map(\.0) == FactKind.allCases.map(\.rawValue))
  }

  static let facts: [(UInt16, String)] = [
    (
      1,
      """
      020154010151047069636f0d4575726f70652f4c6f6e646f6e010a706f70756c6174696f6e015001\
      02493102696e000000000001025031036f757401016e010165010174010102503205046461746501\
      640672656d6f7665000001c60f070100046c616e67016c04666c616700010102656e047479706501\
      7904666c616700020104626f6f6b01067468657369730461627374016104666c616701030472756c\
      65017204666c6167000402057469746c65086162737472616374020002612a0102622b0001037765\
      620157077765627369746501017001e70f00000101730101780001010208636f6e666c696374086f\
      7074696f6e616c05666972737409636f6e73656e73757301194b0207696e636c7564650872657175\
      697265640e70726f746f636f6c2d6f726465720c74686972642d6d656d6265720001076c69627261\
      72790b626c696e642d6e616d65732d010463617265014301016e0103706179015000000101010000\
      0001030206026630014601016e000100026631014600010000026632014600020000026633014600\
      03000002663401460004010163000002663501460005010163000101000000000000002a05a0a1a2\
      a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d70100a0a1a2a3a4a5a6a7b0\
      b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d701010301ac02
      """
    ),
    (2, "0102030405060708090a0b0c0d0e0f1009"),
    (3, ""),
    (4, "020001"),
    (
      10,
      """
      03037765620201ac02e8070211111111111111112222222222222222a0a1a2a3a4a5a6a7b0b1b2b3\
      b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3\
      c4c5c6c7d0d1d2d3d4d5d6d7076a736f6e6c2f3101e70f080000a0a1a2a3a4a5a6a7b0b1b2b3b4b5\
      b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (11, "0301ac0211111111111111112222222222222222"),
    (
      12,
      """
      030100a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      13,
      """
      030107a50200a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (20, "0107ac02"),
    (21, "0107ac02"),
    (22, "0107ac02010708"),
    (30, "0104646174650107a502010700"),
    (
      31,
      """
      ac0200a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      32,
      """
      ac0200a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      40,
      """
      ac02fb020207ac020250310102433100a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7\
      d0d1d2d3d4d5d6d7
      """
    ),
    (41, "0102030405060708090a0b0c0d0e0f10000207ac02"),
    (42, "0101ac02"),
    (
      43,
      """
      ac0201010102503100a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6\
      d700
      """
    ),
    (44, "ac02011101"),
    (
      45,
      """
      ac0200000000a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d70211\
      9003
      """
    ),
    (
      46,
      """
      0101ac02020102030405060708090a0b0c0d0e0f10aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb00a0a1\
      a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (47, "ac02010102030405060708090a0b0c0d0e0f10"),
    (
      48,
      """
      0102030405060708090a0b0c0d0e0f10aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb0001ac02
      """
    ),
    (49, "000207ac02010102030405060708090a0b0c0d0e0f10000000000000002a"),
    (
      50,
      """
      000101a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      51,
      """
      0107a50200a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      52,
      """
      00a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      60,
      """
      ac0200a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      61,
      """
      ac02010100a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d70100a0\
      a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      62,
      """
      ac0200a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (
      63,
      """
      ac0200a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d7
      """
    ),
    (70, "ac0202046361726503706179"),
    (
      71,
      """
      ac0201046361726500a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6\
      d7
      """
    ),
    (72, "ac020773657474696e67050204686f6d65047761726401023132"),
    (
      73,
      """
      ac02010100a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d70100a0\
      a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4d5d6d70102697601
      """
    ),
    (74, "ac0201"),
    (75, "ac0207"),
    (76, "ac02"),
  ]

  static let ofTheWorkspace: [(UInt16, String)] = [
    (
      100,
      """
      0102030405060708090a0b0c0d0e0f1000a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6\
      c7d0d1d2d3d4d5d6d70100a0a1a2a3a4a5a6a7b0b1b2b3b4b5b6b7c0c1c2c3c4c5c6c7d0d1d2d3d4\
      d5d6d7
      """
    ),
    (101, "1111111111111111222222222222222205736c656570"),
    (
      102,
      """
      0102030405060708090a0b0c0d0e0f100000000000000000000000000000000002
      """
    ),
  ]
}
