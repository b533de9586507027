import Ledger
import Screening
import Testing

@testable import Service

/// What someone changes in the file, past every guard.
@Suite("Verifying a workspace that was changed")
struct VerifyingTests {
  private let team: Team

  init() throws { team = try Team.travelling(.file) }

  @Test("Nothing is found where nothing was changed")
  func whole() throws {
    let verified = try team.workbench.verify(team.review)
    #expect(verified.allIsWell)
    #expect(verified.files == 4 && verified.records == 22)
    #expect(try verified.head == team.workbench.state(of: team.review.id).head)
    #expect(try team.workbench.verifyWorkspace().damage == [])
  }

  @Test("Changed words are named")
  func words() throws {
    try change("update words set text = x'41' where ledger <> zeroblob(16)", guardedBy: [])
    let damage = try team.workbench.verify(team.review).damage
    #expect(!damage.isEmpty && damage.allSatisfy { $0.hasPrefix("The words kept under ") })
    #expect(try team.workbench.verifyLedger(of: team.review).damage == damage)
  }

  @Test("A changed entry is named, and nothing after it is believed")
  func entry() throws {
    try change(
      "update entry set payload = cast(payload || x'00' as blob) where ledger <> zeroblob(16) and position = 4",
      guardedBy: ["entry_update"])
    let fault = try storeFault { () throws(Fault) in
      _ = try team.elsewhere().verify(team.review)
    }
    #expect(fault == .broken(ledger: team.review.id, position: 4))
    let seen = try storeFault { () throws(Fault) in _ = try team.workbench.verify(team.review) }
    #expect(seen == .broken(ledger: team.review.id, position: 4))
  }

  @Test(
    "A changed record is named by its import",
    arguments: [
      "update archived_record set parsed = (select parsed from archived_record a where a.ordinal = 7)"
        + " where ordinal = 8",
      "update archived_record set parsed = x'00' where ordinal = 8",
      "delete from archived_record where ordinal = 19",
    ])
  func record(sql: String) throws {
    try change(sql, guardedBy: ["archived_record_update", "archived_record_delete"])
    #expect(
      try team.workbench.verify(team.review).damage
        == ["The archived records of import I1 were changed. Restore a backup."])
  }

  @Test("A changed record that a person had corrected is named")
  func corrected() throws {
    try change(
      "update archived_record set byte_offset = byte_offset + 1 where batch in "
        + "(select batch from archived_record group by batch having count(*) = 1)",
      guardedBy: ["archived_record_update"])
    #expect(
      try team.workbench.verify(team.review).damage == [
        "The archived record R22, which a person corrected, was changed. Restore a backup."
      ])
  }

  @Test(
    "A changed file is named",
    arguments: [
      "update block set bytes = x'00'", "update block set bytes = (select max(bytes) from block)",
      "delete from block",
    ])
  func file(sql: String) throws {
    try change(sql, guardedBy: ["block_update", "block_delete"])
    let damage = Set(try team.workbench.verify(team.review).damage)
    let all: Set = [
      "The archived file of protocol version 1 was changed. Restore a backup.",
      "The archived file of protocol version 2 was changed. Restore a backup.",
      "The archived file of import I1 was changed. Restore a backup.",
      "The archived file of import I2 was changed. Restore a backup.",
    ]
    // With one file's bytes in every place, that file alone is as it was.
    #expect(damage.isSubset(of: all) && damage.count >= 3)
  }

  /// Changes the database behind the back of its guards.
  private func change(_ sql: String, guardedBy triggers: [String]) throws {
    let raw = try RawDatabase(team.desk.path)
    for trigger in triggers { #expect(raw.run("drop trigger \(trigger)") == nil) }
    #expect(raw.run(sql) == nil)
  }
}
