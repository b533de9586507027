import Bibliography
import Formats
import Ledger
import Screening
import Secrets
import Synchronization
import TestSupport
import Testing

@testable import Service

@Suite("Importing a file")
struct ImportingTests {
  private static let mixed: [UInt8] = .lines(
    #"{"title":"One","year":"2001"}"#, "{no json", #"{"title":"Two"}"#, "[1]",
    #"{"title":"Three","year":"1999"}"#)

  @Test(
    "Good records are accepted, the others kept with line and sentence",
    arguments: Desk.Kind.allCases)
  func quarantine(kind: Desk.Kind) throws {
    let team = try Team(kind, records: 0)
    let report = try team.take(ImportingTests.mixed)
    #expect(report.accepted == 3 && report.first == RecordNumber(1) && !report.wasFiled)
    #expect(report.quarantined.map(\.line) == [2, 4])
    let entries = try team.workbench.quarantine(of: report.file, in: team.review.id)
    #expect(entries.map(\.line) == [2, 4])
    #expect(entries.map(\.item) == [0, 1])
    #expect(entries.map { String(decoding: $0.printed, as: UTF8.self) } == ["{no json", "[1]"])
    #expect(entries.map(\.sentence) == report.quarantined.map(\.fault.sentence))
    #expect(entries.map(\.isWaiting) == [true, true])
    #expect(try team.state().recordCount == 3)
  }

  @Test(
    "Records come back as parsed and as printed, the file byte for byte",
    arguments: Desk.Kind.allCases)
  func back(kind: Desk.Kind) throws {
    let team = try Team(kind, records: 0)
    // More than one block, and enough records to learn a dictionary from.
    let bytes = [UInt8].records(2_500, words: 60)
    #expect(bytes.count > Staging.blockSize)
    let report = try team.take(bytes, in: 70_001)
    let review = try team.state()
    let fact = try #require(review.imports.first).fact
    let batch = Identifier(fact.batch)
    #expect(fact.fileDigest == Fingerprint(Digest(of: bytes)))
    #expect(fact.accepted == 2_500 && report.accepted == 2_500)
    #expect(try team.desk.store().printed(from: 0, length: bytes.count + 9, of: batch) == bytes)
    #expect(try team.desk.store().setting("record-dictionary") == Array("1".utf8))
    let lines = bytes.split(separator: 10)
    let wanted = [1, 2, 1_999, 2_000, 2_001, 2_500]
    let references = try team.workbench.references(
      wanted.map { RecordNumber(UInt32($0)) }, in: review)
    for (number, reference) in zip(wanted, references) {
      #expect(reference?.title == "Report \(number) of the night")
      let printed = try team.workbench.printed(RecordNumber(UInt32(number)), in: review)
      #expect(printed == Array(lines[number - 1]))
    }
    #expect(try team.workbench.reference(RecordNumber(2_501), in: review) == nil)
    #expect(try team.workbench.printed(RecordNumber(2_501), in: review) == nil)
    #expect(try team.workbench.verify(team.review).allIsWell)
  }

  @Test("Some printed text may lie across two blocks of the file")
  func acrossBlocks() throws {
    let team = try Team(records: 0)
    let bytes = [UInt8].records(2_500, words: 60)
    _ = try team.take(bytes)
    let batch = Identifier(try #require(try team.state().imports.first).fact.batch)
    let (store, size) = (try team.desk.store(), Staging.blockSize)
    for (from, length) in [
      (size - 5, 10), (size, 3), (0, 1), (bytes.count - 2, 50), (bytes.count, 1),
    ] {
      let printed = try store.printed(from: Int64(from), length: length, of: batch)
      #expect(printed == Array(bytes.dropFirst(from).prefix(length)))
    }
  }

  @Test("The dictionary is learnt once, from the first import that is long enough")
  func dictionary() throws {
    let team = try Team(records: 0)
    _ = try team.take(.records(20))
    #expect(try team.desk.store().dictionary(1) == nil)
    _ = try team.take(.records(600, from: 1_000))
    _ = try team.take(.records(600, from: 9_000))
    let store = try team.desk.store()
    #expect(try store.dictionary(1) != nil && store.dictionary(2) == nil)
    #expect(
      try team.workbench.reference(RecordNumber(1_220), in: team.state())?.title
        == "Report 9599 of the night")
  }

  @Test("The same bytes offered again change nothing and say so")
  func again() throws {
    let team = try Team(records: 0)
    let first = try team.take(ImportingTests.mixed)
    let length = try team.length()
    let second = try team.take(ImportingTests.mixed)
    #expect(second.wasFiled && second.file == first.file && second.accepted == 3)
    #expect(try team.length() == length)
    // From another source they are another import.
    let other = try team.take(ImportingTests.mixed, from: "cinahl")
    #expect(!other.wasFiled && other.first == RecordNumber(4))
  }

  @Test(
    "The same bytes offered twice at the same time are filed once", arguments: Desk.Kind.allCases)
  func atOnce(kind: Desk.Kind) throws {
    let team = try Team(kind, records: 0)
    let reports = Notes<Result<ImportReport, Fault>>()
    inThreads(4) { number in
      let bench = number % 2 == 0 ? team.workbench : try? team.elsewhere()
      reports.add(
        Result { () throws(Fault) in
          try (bench ?? team.workbench).importFile(
            ImportSource(name: "a.jsonl", bytes: .records(700)), from: "medline",
            team.lead)
        })
    }
    let all = try reports.all.map { try $0.get() }
    #expect(all.count { !$0.wasFiled } == 1)
    #expect(all.allSatisfy { $0.accepted == 700 && $0.file == ImportNumber(1) })
    #expect(try team.state().recordCount == 700)
    #expect(try team.desk.store().batches(of: team.review.id).count == 2)  // and the protocol's
  }

  @Test("A request sent twice names the import that it made the first time")
  func request() throws {
    let team = try Team(records: 0)
    let acting = Acting(
      on: team.review.id, as: team.lea, request: Identifier(request: "token"))
    let first = try team.workbench.importFile(
      ImportSource(name: "a.jsonl", bytes: .records(3)), from: "medline", acting)
    let length = try team.length()
    let second = try team.workbench.importFile(
      ImportSource(name: "b.jsonl", bytes: .records(5)), from: "medline", acting)
    #expect(second.file == first.file && second.accepted == 3 && second.wasFiled)
    #expect(try team.length() == length)
  }

  @Test("A file that begins like one that is filed, and goes on otherwise, is another file")
  func sameBeginning() throws {
    let team = try Team(records: 0)
    let long = "{\"title\": \"\(String(repeating: "long ", count: 250_000))\"}\n"
    func take(_ last: String) throws -> ImportReport {
      try team.workbench.importFile(
        ImportSource(name: "a.jsonl", bytes: Array((long + "{\"title\": \"\(last)\"}\n").utf8)),
        from: "medline", team.lead)
    }
    #expect(try !take("One").wasFiled)
    #expect(try !take("Two").wasFiled)
    #expect(try take("One").file == ImportNumber(1))
    #expect(try take("Two").wasFiled)
    #expect(try team.state().recordCount == 4)
  }

  @Test("A survey says what an import would bring, and writes nothing")
  func survey() throws {
    let team = try Team(records: 0)
    let file = ImportSource(name: "a.jsonl", bytes: .records(3) + Array("{}\n".utf8))
    let length = try team.length()
    let found = try team.workbench.surveyFile(file, from: "medline", team.lead)
    #expect(found.survey.records == 3 && found.quarantined.map(\.line) == [4])
    #expect(found.known == nil && found.reading.format.name == "jsonl")
    #expect(try team.length() == length)
    #expect(try team.desk.store().batches(of: team.review.id).count == 1)  // the protocol's
    _ = try team.workbench.importFile(file, from: "medline", team.lead)
    let again = try team.workbench.surveyFile(file, from: "medline", team.lead)
    #expect(again.known == ImportNumber(1))
  }

  @Test("A withdrawn import can be filed again")
  func withdrawn() throws {
    let team = try Team(records: 3)
    let done = try team.workbench.withdraw(ImportNumber(1), because: "Wrong file.", team.lead)
    #expect(try team.state().position == done.position)
    #expect(try team.state().reports(in: .gone).count == 3)
    let report = try team.file(3)
    #expect(!report.wasFiled && report.first == RecordNumber(4))
    #expect(try team.state().reports(in: .awaitingTitleAbstract).count == 3)
    #expect(try team.workbench.verify(team.review).allIsWell)
  }

  @Test("What cannot be read ends the import, and nothing of it is seen")
  func failing() throws {
    let team = try Team(records: 0)
    let length = try team.length()
    let broken = FileFault.absent(path: "a.jsonl")
    let openings = Notes<Int>()
    let source = ImportSource(name: "a.jsonl") { () throws(FileFault) in
      openings.add(1)
      // The first time the file is looked at, the second time it is read.
      let isSecond = openings.all.count == 2
      var pieces = 0
      return { () throws(FileFault) in
        pieces += 1
        if pieces < 3 { return .records(2_500, from: pieces * 10_000) }
        if isSecond { throw broken }
        return nil
      }
    }
    let fault = fault { () throws(Fault) in
      _ = try team.workbench.importFile(source, from: "medline", team.lead)
    }
    guard case .file(broken)? = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(try team.length() == length)
    #expect(try team.state().recordCount == 0)
    #expect(try team.desk.store().batches(of: team.review.id).count == 1)
  }

  @Test("A file that is empty, of no format, or from a source that is not there is refused")
  func refused() throws {
    let team = try Team(records: 0)
    let (length, lead) = (try team.length(), team.lead)
    let empty = fault { () throws(Fault) in _ = try team.take([]) }
    guard case .file(.empty(path: "a.jsonl"))? = empty else { throw NotAsExpected(empty) }
    let strange = fault { () throws(Fault) in _ = try team.take(Array("once upon a time".utf8)) }
    guard case .file(.notAnExport(path: "a.jsonl", known: _))? = strange else {
      throw NotAsExpected(strange)
    }
    let format = fault { () throws(Fault) in
      _ = try team.workbench.importFile(
        ImportSource(name: "a", bytes: .records(1)), from: "medline", format: "jsonk",
        lead)
    }
    guard case .unknownName(.format, "jsonk", nearest: "jsonl"?, known: _)? = format else {
      throw NotAsExpected(format)
    }
    let source = try refusal { () throws(Fault) in
      _ = try team.take(.records(1), from: SourceID("medlin"))
    }
    #expect(
      source
        == .undeclaredSource(
          "medlin", nearest: "medline", declared: ["medline", "cinahl"]))
    let person = try refusal { () throws(Fault) in
      _ = try team.workbench.importFile(
        ImportSource(name: "a", bytes: .records(1)), from: "medline",
        Acting(on: team.review.id, as: team.ada))
    }
    #expect(person == .needsRole([.lead, .librarian]))
    #expect(try team.length() == length)
    _ = try team.workbench.importFile(
      ImportSource(name: "a", bytes: .records(1)), from: "medline", format: "jsonl", lead)
  }

  @Test("What a dead import left staged is never seen, and is swept by a later one")
  func swept() throws {
    let team = try Team(.file, records: 0)
    let dead = Identifier(high: 6, low: 6)
    let store = try team.desk.store()
    let staging = try Staging(
      dead, of: team.review.id, limits: [], in: store, clock: { team.desk.clock.withLock { $0 } })
    for item in JSONLinesReader.items(of: .records(2_000)) { try staging.add(item) }
    #expect(try store.batch(dead)?.isFiled == false)
    #expect(try store.record(0, of: dead) == nil && store.batches(of: team.review.id).count == 1)
    _ = try team.take(.records(1))
    #expect(try store.batch(dead) != nil, "It may still be worked on")
    team.desk.clock.withLock { $0 += 16 * 60 * 1_000_000 }
    _ = try team.take(.records(1, from: 2))
    #expect(try store.batch(dead) == nil)
  }
}
