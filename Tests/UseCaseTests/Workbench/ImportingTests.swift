import Bibliography
import Formats
import Screening
import Service
import Testing

@Suite("A file is taken in whole, kept byte for byte, and read back")
struct ImportingTests {
  @Test("The same bytes offered again change nothing; other bytes are a new import")
  func again() throws {
    let desk = try Desk()
    let head = try desk.head()
    let same = try desk.importReports(["Report 1", "Report 2", "Report 3"])
    #expect(same.wasFiled && same.file == ImportNumber(1))
    #expect(try desk.head() == head)
    let other = try desk.importReports(["Report 4"])
    #expect(!other.wasFiled && other.first == RecordNumber(4))
  }

  @Test("A record is read back as parsed and as printed, whatever block of the file it is in")
  func readBack() throws {
    let desk = try Desk()
    let long = String(repeating: "made up ", count: 60_000)
    let titles = (1...6).map { "\($0) \(long)" }
    let report = try desk.importReports(titles)
    let review = try desk.bench.state(of: desk.review.id).review
    for (place, title) in titles.enumerated() {
      let number = RecordNumber(report.first.value + UInt32(place))
      #expect(try desk.bench.reference(number, in: review)?.title == title)
      let printed = try desk.bench.printed(number, in: review).map {
        String(decoding: $0, as: UTF8.self)
      }
      #expect(printed == "{\"title\": \"\(title)\", \"year\": \"2020\"}")
    }
    #expect(try desk.bench.reference(RecordNumber(99), in: review) == nil)
    #expect(try desk.bench.printed(RecordNumber(99), in: review) == nil)
    #expect(try desk.bench.verify(desk.review).damage.isEmpty)
  }

  @Test("Of a report people see each field from the fullest record, with its provenance")
  func texts() throws {
    let desk = try Desk()
    let lines = """
      {"title": "Light", "year": "2019", "keywords": ["a", "b"]}
      {"title": "Light on a ward", "abstract": "Dim.", "authors": ["A", "B"], "keywords": ["c"]}
      """
    let report = try desk.bench.importFile(
      ImportSource(name: "two.jsonl", bytes: Array(lines.utf8)), from: SourceID("medline"),
      desk.acting(desk.lead))
    let (one, other) = (report.first, RecordNumber(report.first.value + 1))
    _ = try desk.bench.merge([one, other], desk.acting(desk.lead))
    let review = try desk.bench.state(of: desk.review.id).review
    let text = try #require(try desk.bench.texts(of: [one], in: review).first)
    #expect(text.reference.title == "Light on a ward" && text.reference.year == "2019")
    #expect(text.reference.abstract == "Dim." && text.reference.keywords == ["a", "b"])
    let origin = Dictionary(uniqueKeysWithValues: text.provenance.map { ($0.field, $0.record) })
    #expect(
      origin == ["title": other, "year": one, "abstract": other, "authors": other, "keywords": one])
  }

  @Test("What cannot be read waits in quarantine, and a file that is none is refused whole")
  func quarantine() throws {
    let desk = try Desk()
    func take(_ text: String, format: String? = nil) throws -> ImportReport {
      try desk.bench.importFile(
        ImportSource(name: "x.jsonl", bytes: Array(text.utf8)), from: SourceID("medline"),
        format: format, desk.acting(desk.lead))
    }
    let report = try take("{\"title\": \"One\"}\n{\"title\": \n{}\n")
    #expect(report.accepted == 1 && report.quarantined.map(\.line) == [2, 3])
    let head = try desk.head()
    for (text, format) in [("", nil), ("# A page\n", nil), ("{\"title\": \"Two\"}\n", "ris")] {
      #expect(throws: Fault.self) { try take(text, format: format) }
    }
    #expect(try desk.head() == head)
  }

  @Test("Duplicates of the sure band are linked by rule, once")
  func duplicates() throws {
    let desk = try Desk()
    let line =
      "{\"title\": \"The same paper on sleep\", \"doi\": \"10.5555/1\", \"year\": \"2019\"}\n"
    _ = try desk.bench.importFile(
      ImportSource(name: "x.jsonl", bytes: Array((line + line).utf8)), from: SourceID("medline"),
      desk.acting(desk.lead))
    #expect(try desk.bench.findDuplicates(desk.acting(desk.lead)).links == 1)
    #expect(try desk.bench.findDuplicates(desk.acting(desk.lead)).links == 0)
    #expect(throws: Fault.self) { try desk.bench.findDuplicates(desk.acting(desk.one)) }
  }
}
