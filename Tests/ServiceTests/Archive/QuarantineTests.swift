import Bibliography
import Ledger
import Screening
import TestSupport
import Testing

@testable import Service

@Suite("Answering quarantine")
struct QuarantineTests {
  private static let file: [UInt8] = .lines(#"{"title":"One"}"#, "{a", "{b", "{c")

  @Test(
    "A corrected entry becomes a record, a dismissed one does not", arguments: Desk.Kind.allCases)
  func answered(kind: Desk.Kind) throws {
    let team = try Team(kind, records: 0)
    let number = try team.take(QuarantineTests.file).file
    var reference = Reference()
    reference.title = "Corrected"
    _ = try team.workbench.correct(1, of: number, as: reference, team.lead)
    _ = try team.workbench.dismiss(0, of: number, because: "A footer.", team.lead)
    let review = try team.state()
    let summary = try #require(review.imports.first)
    #expect((summary.corrected, summary.dismissed, summary.waiting) == (1, 1, 1))
    #expect(review.recordCount == 2)
    #expect(try team.workbench.reference(RecordNumber(2), in: review) == reference)
    #expect(try team.workbench.printed(RecordNumber(2), in: review) == Array("{b".utf8))
    let entries = try team.workbench.quarantine(of: number, in: team.review.id)
    #expect(entries.map(\.isWaiting) == [false, false, true])
    #expect(entries.map { String(decoding: $0.printed, as: UTF8.self) } == ["{a", "{b", "{c"])
    let again = try refusal { () throws(Fault) in
      _ = try team.workbench.correct(1, of: number, as: reference, team.lead)
    }
    #expect(again == .noSuchQuarantined(number, item: 1))
    // Two entries may be corrected to the same record.
    _ = try team.workbench.correct(2, of: number, as: reference, team.lead)
    #expect(try team.workbench.reference(RecordNumber(3), in: team.state()) == reference)
    #expect(try team.workbench.printed(RecordNumber(3), in: team.state()) == Array("{c".utf8))
    let verified = try team.workbench.verify(team.review)
    #expect(verified.allIsWell && verified.records == 3)
  }

  @Test("A corrected record that fails a limit is removed in the same act")
  func limits() throws {
    let team = try Team(records: 0)
    let number = try team.take(QuarantineTests.file).file
    var reference = Reference()
    reference.title = "Old"
    reference.year = "1950"
    let before = try team.length()
    _ = try team.workbench.correct(0, of: number, as: reference, team.lead)
    #expect(try team.length() == before + 2)
    #expect(try team.state().reports(in: .removedByAutomation).contains(RecordNumber(2)))
  }

  @Test("There is no quarantine of an import that is not there")
  func absent() throws {
    let team = try Team()
    let refusal = try refusal { () throws(Fault) in
      _ = try team.workbench.quarantine(of: ImportNumber(9), in: team.review.id)
    }
    #expect(refusal == .noSuchImport(ImportNumber(9)))
  }
}
