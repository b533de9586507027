import Foundation
import Ledger
import ProtocolFile
import Reporting
import Screening
import Service
import Testing
import Unpacking

@testable import Commands

@Suite("Every fault has its sentence and its one exit status, and docs/errors.md tells it")
struct FaultTableTests {
  private static let ledger = Identifier(high: 1, low: 2)

  private static let files: [FileFault] = [
    .absent(path: "x"), .folder(path: "x"), .forbidden(path: "x"), .unread(path: "x", detail: "y"),
    .unwritten(path: "x", detail: "y"), .exists(path: "x"), .empty(path: "x"),
    .notAnExport(path: "x", known: ["jsonl"]),
    .holdsNone(path: "x", format: "ris"), .isOther(path: "x", format: "ris", found: "wos"),
    .packed(path: "x", .damaged),
    .nothingInside(path: "x"), .notClean(path: "x", quarantined: 1, warnings: 2),
    .notABackup(path: "x"), .inUse(path: "x"),
    .notEmptyWorkspace(place: "x"),
  ]

  private static let ledgerFiles: [LedgerFileFault] = [
    .notALedger(line: 1), .unreadable(line: 2), .endsEarly(expected: 3, found: 2),
    .otherDigest(expected: "a", found: "b"), .reviewExists(name: "x"), .nameTaken(name: "x"),
    .personTaken(name: "x"),
    .wordsDoNotFit(line: 3),
  ]

  private static let stores: [StoreFault] = [
    .absent(place: "x"), .foreign(place: "x"), .newer(place: "x", version: 9, known: 1),
    .full(place: "x"), .readOnly(place: "x"), .busy(place: "x"),
    .damaged(place: "x", detail: "y"), .broken(ledger: ledger, position: 3),
    .gap(ledger: ledger, expected: 3, found: 4),
    .unreadable(ledger: ledger, position: 3, kind: 40),
    .unknownKind(ledger: ledger, position: 3, kind: 999),
    .outOfOrder(ledger: ledger, head: 3, offered: 5), .commitUnknown(place: "x"),
    .failed(place: "x", detail: "y"),
  ]

  private static func faults() -> [(row: String, fault: Fault)] {
    var faults: [(String, Fault)] = [
      ("refused", .refused(.lastLead)), ("signIn", .signIn(.wrong)),
      ("unknownName", .unknownName(.review, "x", nearest: nil, known: ["one", "two"])),
      ("takenName", .takenName(.person, "x")), ("badName", .badName(.review, "x y")),
      ("whoActs", .whoActs(candidates: ["one", "two"])),
      ("numbersDoNotClose", .numbersDoNotClose([])),
      ("tallyDoesNotAddUp", .tallyDoesNotAddUp(["x does not add up."])),
      ("entryIsHidden", .entryIsHidden), ("spentRequest", .spentRequest),
      ("readOnlyReview", .readOnlyReview(from: Position(7))),
    ]
    do throws(ProtocolFaults) {
      _ = try ProtocolFile.read(Array("x: 1\n".utf8))
    } catch {
      faults.append(("protocolFile", .protocolFile(error)))
    }
    faults += files.map { ("file.\(name($0))", .file($0)) }
    faults += ledgerFiles.map { ("ledgerFile.\(name($0))", .ledgerFile(path: "x", $0)) }
    faults += stores.map { ("store.\(name($0))", .store($0)) }
    return faults
  }

  /// The name of an enum's case.
  private static func name(_ value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? ""
  }

  @Test("Each row of docs/errors.md gives the status that the program ends with")
  func rows() throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    for (row, fault) in Self.faults() {
      let line = page.split(separator: "\n").first { $0.hasPrefix("| `\(row)` |") }
      let status = Failure.fault(fault).status.rawValue
      #expect(line?.hasSuffix("| \(status) |") == true, "\(row) ends with \(status)")
    }
  }

  @Test("docs/errors.md has no row for a fault that is not there")
  func noMore() throws {
    let page = try String(contentsOf: Self.page, encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == Self.faults().count)
  }

  @Test("Each sentence ends with a full stop, stands in one line and is never a bare code")
  func sentences() {
    for (row, fault) in Self.faults() where row != "numbersDoNotClose" {
      #expect(fault.sentence.hasSuffix(".") || fault.sentence.hasSuffix("?"), "\(row)")
      #expect(!fault.sentence.contains("\n") && !fault.sentence.lowercased().contains("invalid"))
      #expect(fault.sentence.count > 30, "\(row): \(fault.sentence)")
    }
  }

  @Test("A name that is near is asked for, else those there are stand in a list")
  func names() {
    let near = Fault.unknownName(.review, "slep", nearest: "sleep", known: ["sleep"])
    #expect(near.sentence == "There is no review \"slep\" here. Did you mean \"sleep\"?")
    let far = Fault.unknownName(.person, "x", nearest: nil, known: ["one", "two"])
    #expect(far.sentence == "There is no person \"x\" here. There are: one, two.")
    let none = Fault.unknownName(.person, "x", nearest: nil, known: [])
    #expect(none.sentence == "There is no person \"x\" here. There is none yet.")
    #expect(Fault.whoActs(candidates: ["one", "two"]).sentence.hasSuffix("--as: one, two."))
    let many = (1...20).map { "p\($0)" }
    #expect(Fault.whoActs(candidates: many).sentence.hasSuffix("p12 and 8 more."))
  }

  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/errors.md")
}
