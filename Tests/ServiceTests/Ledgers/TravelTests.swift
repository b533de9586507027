import JSON
import Ledger
import Screening
import Secrets
import TestSupport
import Testing

@testable import Service

@Suite("A ledger that travels")
struct TravelTests {
  @Test(
    "Exported and taken in, it is the same to the last digest, with words and archive",
    arguments: Desk.Kind.allCases, Desk.Kind.allCases)
  func whole(from: Desk.Kind, to: Desk.Kind) throws {
    let team = try Team.travelling(from, records: 520)  // enough to share a dictionary
    let lines = try team.export()
    let there = try Desk(to).workbench()
    let taken = try there.importLedger(ImportSource(name: "sleep.jsonl", bytes: lines))
    let here = try team.workbench.state(of: team.review.id)
    #expect(taken.head.position == here.head.position && taken.head.digest == here.head.digest)
    #expect(taken.review == team.review)
    #expect(try there.reviews() == [team.review])
    #expect(try there.people() == team.workbench.people())
    #expect(try there.state(of: team.review.id).review.isSame(as: here.review))
    let (before, after) = (
      try team.workbench.verify(team.review), try there.verify(team.review)
    )
    #expect(after.allIsWell && before.allIsWell)
    #expect(after.words == before.words && after.files == before.files)
    #expect(after.records == before.records)
    for number in 1...4 {
      let record = RecordNumber(UInt32(number))
      #expect(
        try there.reference(record, in: here.review)
          == team.workbench.reference(record, in: here.review))
      #expect(
        try there.printed(record, in: here.review)
          == team.workbench.printed(record, in: here.review))
    }
    #expect(try there.protocolFile(of: team.review.id) == .protocolFile("hospital", "clinic"))
    // What was taken in goes on: the people there act on it.
    _ = try there.addPerson(named: "mia")
    _ = try there.decide(
      DecisionForm(report: RecordNumber(3), stage: .titleAbstract, verdict: .include),
      Acting(on: team.review.id, as: team.ada))
    // And what is exported there is what was exported here.
    #expect(try [UInt8].exported(team.review, from: there).count > lines.count)
  }

  @Test("An export of an import is the same bytes")
  func again() throws {
    let team = try Team.travelling(.file)
    let lines = try team.export()
    let there = try Desk().workbench()
    _ = try there.importLedger(ImportSource(name: "sleep.jsonl", bytes: lines))
    #expect(try [UInt8].exported(team.review, from: there) == lines)
  }

  @Test("Without words it is as whole, and says so", arguments: Desk.Kind.allCases)
  func wordless(kind: Desk.Kind) throws {
    let team = try Team.travelling(kind)
    let lines = try team.export(withWords: false)
    let text = String(decoding: lines, as: UTF8.self)
    for word in ["Our note", "records.jsonl", "lea", "Lea Lead"] {
      #expect(!text.contains([UInt8](word.utf8).base64) && !text.contains("\"\(word)\""))
    }
    #expect(text.split(separator: "\n").first?.contains("\"words\":false") == true)
    let there = try Desk(kind).workbench()
    let taken = try there.importLedger(ImportSource(name: "sleep.jsonl", bytes: lines))
    #expect(try taken.head.digest == team.workbench.state(of: team.review.id).head.digest)
    #expect(try there.people().allSatisfy { $0.name == nil && $0.display == nil })
    let verified = try there.verify(team.review)
    #expect(verified.allIsWell && verified.words.kept == 0)
  }

  @Test("Words that were erased are marked so in the export, and stay erased")
  func erased() throws {
    let team = try Team.travelling(.memory)
    let count = try team.workbench.eraseWords(of: team.ada, in: team.review, by: team.lea)
    let lines = try team.export()
    let text = String(decoding: lines, as: UTF8.self)
    #expect(count == 2 && text.split(separator: "\n").count { $0.contains("\"erased\":true") } == 2)
    #expect(!text.contains([UInt8]("Our note 1".utf8).base64))
    let there = try Desk().workbench()
    _ = try there.importLedger(ImportSource(name: "sleep.jsonl", bytes: lines))
    #expect(try there.verify(team.review).words.erased == 2)
  }

  @Test("A sink that cannot take the lines is the fault that is told")
  func full() throws {
    let team = try Team.travelling(.memory)
    let told = FileFault.forbidden(path: "out.jsonl")
    let fault = fault { () throws(Fault) in
      try team.workbench.exportLedger(of: team.review) { (_) throws(FileFault) in throw told }
    }
    guard case .file(told)? = fault else { throw NotAsExpected(fault) }
  }
}

@Suite("An exported ledger that is wrong")
struct WrongLedgerTests {
  private let team: Team
  private let lines: [String]

  init() throws {
    team = try Team.travelling(.memory)
    lines = String(decoding: try team.export(), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  @Test("A file that is something else is no ledger", arguments: ["", "{}", "hello", "[1]\n[2]"])
  func another(text: String) throws {
    try expect(.notALedger(line: 1), of: [text])
  }

  @Test("A ledger whose first line is missing is no ledger")
  func headless() throws { try expect(.notALedger(line: 1), of: Array(lines.dropFirst())) }

  @Test("A line that cannot be read is named")
  func unreadable() throws {
    let middle = lines.count / 2
    for wrong in ["{", "{\"entry\":1}", "\"text\"", lines[0], "{\"block\":0,\"bytes\":\"a=b=\"}"] {
      var broken = lines
      broken[middle] = wrong
      try expect(.unreadable(line: middle + 1), of: broken)
    }
    // Rows of the archive belong to a batch.
    let block = try #require(lines.first { $0.hasPrefix("{\"block\"") })
    try expect(.unreadable(line: 2), of: [lines[0], block])
  }

  @Test("One that ends early, or goes on too long, is told by its first line")
  func length() throws {
    let entries = UInt32(try team.length())
    try expect(
      .endsEarly(expected: entries, found: entries - 1), of: Array(lines.dropLast()))
    let shorter = lines[0].replacing("\"entries\":\(entries)", with: "\"entries\":\(entries - 1)")
    try expect(
      .endsEarly(expected: entries - 1, found: entries), of: [shorter] + lines.dropFirst())
  }

  @Test("One that ends in another digest than it promised is told")
  func digest() throws {
    let digest = try team.workbench.state(of: team.review.id).head.digest.description
    let other = String(repeating: "0", count: 64)
    try expect(
      .otherDigest(expected: other, found: digest),
      of: [lines[0].replacing(digest, with: other)] + lines.dropFirst())
  }

  @Test("Changed words do not fit their digest")
  func words() throws {
    let place = try #require(lines.firstIndex { $0.contains("\"salt\"") })
    var changed = lines
    changed[place] = changed[place].replacing("\"text\":\"", with: "\"text\":\"QUJD")
    try expect(.wordsDoNotFit(line: place + 1), of: changed)
  }

  @Test("A changed, a missing and a moved entry break the chain, and are named")
  func chain() throws {
    let first = try #require(lines.firstIndex { $0.hasPrefix("{\"entry\":1,") })
    var changed = lines
    changed[first + 4] = changed[first + 4].replacing("\"protocol\":1", with: "\"protocol\":2")
    let broken = try storeFault { () throws(Fault) in try take(changed) }
    #expect(broken == .broken(ledger: team.review.id, position: 5))
    var missing = lines
    missing.remove(at: first + 4)
    let gap = try storeFault { () throws(Fault) in try take(missing) }
    #expect(gap == .gap(ledger: team.review.id, expected: 5, found: 6))
    var moved = lines
    moved.swapAt(first + 4, first + 5)
    let order = try storeFault { () throws(Fault) in try take(moved) }
    #expect(order == .gap(ledger: team.review.id, expected: 5, found: 6))
  }

  @Test("A review that is here already is not taken in again, nor under another's name")
  func exists() throws {
    let told = fault { () throws(Fault) in
      _ = try team.workbench.importLedger(
        ImportSource(name: "x", bytes: Array(lines.joined(separator: "\n").utf8)))
    }
    guard case .ledgerFile("x", .reviewExists(name: "sleep"))? = told else {
      throw NotAsExpected(told)
    }
    let elsewhere = try Team(records: 0)
    let taken = fault { () throws(Fault) in
      _ = try elsewhere.workbench.importLedger(
        ImportSource(name: "x", bytes: Array(lines.joined(separator: "\n").utf8)))
    }
    guard case .ledgerFile("x", .nameTaken(name: "sleep"))? = taken else {
      throw NotAsExpected(taken)
    }
    #expect(try elsewhere.workbench.reviews().count == 1)
    // Nor where someone else goes by the name of one of its people.
    let strangers = try Desk().workbench()
    let lea = try strangers.addPerson(named: "lea").person
    let person = fault { () throws(Fault) in
      _ = try strangers.importLedger(
        ImportSource(name: "x", bytes: Array(lines.joined(separator: "\n").utf8)))
    }
    guard case .ledgerFile("x", .personTaken(name: "lea"))? = person else {
      throw NotAsExpected(person)
    }
    #expect(try strangers.people() == [lea])
  }

  /// Takes lines in, in an empty workspace where nothing is to be left behind.
  private func take(_ lines: [String]) throws(Fault) {
    let desk: Desk
    do { desk = try Desk(.file) } catch { preconditionFailure("\(error)") }
    let workbench = try desk.workbench()
    defer {
      let ledgers = try? desk.store().ledgers()
      #expect(ledgers == [], "Nothing is left after a fault")
      let batches = try? desk.store().batches(of: team.review.id)
      #expect(batches == [])
    }
    _ = try workbench.importLedger(
      ImportSource(name: "sleep.jsonl", bytes: Array(lines.joined(separator: "\n").utf8)))
  }

  private func expect(
    _ wrong: LedgerFileFault, of lines: [String], at location: SourceLocation = #_sourceLocation
  ) throws {
    let told = fault { () throws(Fault) in try take(lines) }
    guard case .ledgerFile("sleep.jsonl", let found)? = told else { throw NotAsExpected(told) }
    #expect(found == wrong, sourceLocation: location)
  }
}

extension Team {
  /// A review with words, two versions of its protocol, quarantine and a corrected record.
  static func travelling(_ kind: Desk.Kind, records: Int = 20) throws -> Team {
    let team = try Team(kind, records: records)
    let number = try team.take(.lines(#"{"title":"Odd"}"#, "{x")).file
    _ = try team.workbench.correct(0, of: number, as: .titled("Even"), team.lead)
    try team.decide(1, by: team.ada, note: "Our note 1")
    try team.decide(2, .exclude, by: team.ada, note: "Our note 2")
    try team.decide(2, by: team.ben)
    _ = try team.workbench.merge([RecordNumber(3), RecordNumber(4)], team.lead)
    _ = try team.workbench.adoptProtocol(
      .protocolFile("hospital", "clinic"), because: "Clinics too.", team.lead)
    return team
  }

  func export(withWords: Bool = true) throws -> [UInt8] {
    try .exported(review, from: workbench, withWords: withWords)
  }
}

extension [UInt8] {
  static func exported(
    _ review: ReviewSummary, from workbench: Workbench, withWords: Bool = true
  ) throws -> [UInt8] {
    let pieces = Notes<[UInt8]>()
    try workbench.exportLedger(of: review, withWords: withWords) { pieces.add(Array($0)) }
    return Array(pieces.all.joined())
  }
}
