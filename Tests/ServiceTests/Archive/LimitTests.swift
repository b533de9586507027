import Ledger
import Screening
import TestSupport
import Testing

@testable import Service

@Suite("Limits that remove")
struct LimitTests {
  private static let years: [UInt8] = .lines(
    #"{"title":"One","year":"1995"}"#, #"{"title":"Two","year":"2005"}"#,
    #"{"title":"Three"}"#, #"{"title":"Four","year":"2015"}"#, #"{"title":"Five","year":"1998"}"#)

  @Test("An import removes what fails, in the act that files it", arguments: Desk.Kind.allCases)
  func importing(kind: Desk.Kind) throws {
    let team = try Team(kind, records: 0)
    let before = try team.length()
    try team.take(LimitTests.years)
    #expect(try team.removed() == [1, 5])
    let rows = try team.workbench.ledger(of: team.review.id, after: Position(UInt32(before)))
    #expect(rows.map(\.author) == [.person(team.lea), .rule(.limits)])
    #expect(Set(rows.map(\.moment)).count == 1)
  }

  @Test("An amendment judges the records anew that it can reach, in the same act")
  func amending() throws {
    let team = try Team(records: 0)
    try team.take(LimitTests.years)
    try team.decide(4, by: team.ada)  // out of reach from now on
    let before = try team.length()
    try team.amend("published: {from: 2000}", "published: {from: 2010}")
    #expect(try team.removed() == [1, 2, 5])
    let rows = try team.workbench.ledger(of: team.review.id, after: Position(UInt32(before)))
    #expect(rows.map(\.author) == [.person(team.lea), .rule(.limits)])
    #expect(rows.map(\.protocolVersion) == [1, 2])
    try team.amend("published: {from: 2000}", "published: {from: 2020}")
    #expect(try team.removed() == [1, 2, 5], "A decided report is never removed by a rule")
    try team.amend("published: {from: 2000}", "published: {from: 1997}")
    #expect(try team.removed() == [1], "What passes comes back")
    try team.amend("action: remove", "action: flag")
    #expect(try team.removed() == [])
    #expect(try team.workbench.verify(team.review).allIsWell)
  }

  @Test("What a person put back is never removed again")
  func putBack() throws {
    let team = try Team(records: 0)
    try team.take(LimitTests.years)
    _ = try team.workbench.putBack(RecordNumber(5), because: "A classic.", team.lead)
    try team.amend("published: {from: 2000}", "published: {from: 2010}")
    #expect(try team.removed() == [1, 2])
  }

  @Test("A report is removed only if all of its records fail")
  func merged() throws {
    let team = try Team(records: 0)
    try team.take(LimitTests.years)
    _ = try team.workbench.merge([RecordNumber(2), RecordNumber(4)], team.lead)
    _ = try team.workbench.merge([RecordNumber(1), RecordNumber(3)], team.lead)
    try team.amend("published: {from: 2000}", "published: {from: 2010}")
    let review = try team.state()
    #expect(review.leaf(of: review.report(of: RecordNumber(2))) == .awaitingTitleAbstract)
    #expect(review.leaf(of: review.report(of: RecordNumber(1))) == .awaitingTitleAbstract)
    try team.amend("published: {from: 2000}", "published: {from: 2018}")
    #expect(try team.removed() == [2, 5])
  }

  @Test("An amendment that leaves the limits as they are is one entry")
  func sameLimits() throws {
    let team = try Team(records: 0)
    try team.take(LimitTests.years)
    let before = try team.length()
    try team.amend("sleep on a hospital ward", "sleep in a hospital")
    #expect(try team.length() == before + 1)
    #expect(try team.removed() == [1, 5])
  }

  @Test("Records that come up while an amendment is on its way are judged by it, or it by them")
  func race() throws {
    let team = try Team(.file, records: 0)
    let other = try team.elsewhere()
    let faults = Notes<Fault?>()
    inThreads(2) { number in
      for round in 0..<6 {
        faults.add(
          fault { () throws(Fault) in
            if number == 0 {
              _ = try team.workbench.importFile(
                ImportSource(
                  name: "\(round)", bytes: .records(20, from: 1 + 20 * round)),
                from: "medline", team.lead)
            } else {
              _ = try other.adoptProtocol(
                .protocolFile("from: 2000", "from: \(2003 + round)"), because: "We learnt.",
                team.lead)
            }
          })
      }
    }
    #expect(faults.all.count == 12 && faults.all.allSatisfy { $0 == nil })
    // Whoever came first: in the end every record is judged by the last version.
    let review = try team.state()
    #expect(review.recordCount == 120 && review.protocolVersion == 7)
    let removed = review.reports(in: .removedByAutomation)
    for number in 1...120 {
      let year = 2001 + number % 20
      #expect(removed.contains(RecordNumber(UInt32(number))) == (year < 2008), "\(number)")
    }
  }

  @Test("The same protocol, or one that may not follow, is refused and leaves nothing")
  func refused() throws {
    let team = try Team()
    let before = try team.length()
    let same = try refusal { () throws(Fault) in
      _ = try team.workbench.adoptProtocol(.protocolFile(), because: "Again.", team.lead)
    }
    #expect(same == .sameProtocol)
    let blank = try refusal { () throws(Fault) in
      _ = try team.workbench.adoptProtocol(
        .protocolFile("hospital", "clinic"), because: " ", team.lead)
    }
    #expect(blank == .groundsMissing)
    let broken = fault { () throws(Fault) in
      _ = try team.workbench.adoptProtocol(
        Array("title: 7\nfoo: 1\n".utf8), because: "?", team.lead)
    }
    guard case .protocolFile? = broken else { throw NotAsExpected(broken) }
    #expect(try team.length() == before)
    #expect(try team.desk.store().batches(of: team.review.id).count == 2)
  }

  @Test("Every version of the protocol file is kept byte for byte")
  func versions() throws {
    let team = try Team()
    let second = [UInt8].protocolFile("hospital", "clinic")
    let preview = try team.workbench.previewProtocol(second, for: team.review.id)
    #expect(preview.changes.count == 2)
    _ = try team.workbench.adoptProtocol(second, because: "Clinics too.", team.lead)
    let bench = try team.elsewhere()
    #expect(try bench.protocolFile(of: team.review.id, version: 1) == .protocolFile())
    #expect(try bench.protocolFile(of: team.review.id) == second)
    let unknown = try refusal { () throws(Fault) in
      _ = try bench.protocolFile(of: team.review.id, version: 3)
    }
    #expect(unknown == .noSuchVersion(3, latest: 2))
  }
}

extension [UInt8] {
  /// The sample protocol with a text in place of another.
  static func protocolFile(_ old: String = "", _ new: String = "") -> [UInt8] {
    old.isEmpty
      ? Array(String.sampleProtocol.utf8)
      : Array(
        String.sampleProtocol.split(separator: old, omittingEmptySubsequences: false)
          .joined(separator: new).utf8)
  }
}

extension Team {
  fileprivate func removed() throws -> [UInt32] {
    try state().reports(in: .removedByAutomation).numbers.map(\.value)
  }

  /// Adopts the sample protocol with one text in place of another.
  fileprivate func amend(_ old: String, _ new: String) throws {
    _ = try workbench.adoptProtocol(.protocolFile(old, new), because: "We learnt.", lead)
  }
}
