import HTTP
import Screening
import Service
import Testing

@testable import Web

@Suite("Duplicates")
struct DuplicatesTests {
  private let desk: Desk
  private let list = Address.duplicates(review: "sleep")
  private let pair = Address.pair(
    review: "sleep", RecordPair(RecordNumber(2), RecordNumber(3)))

  /// Two records that are alike, and each with a DOI of its own.
  init() async throws {
    desk = try await Desk(reports: 1)
    let lines = ["1", "2"].map { doi in
      """
      {"title": "Light at night and how older patients sleep \(Desk.script("title"))", \
      "year": "2019", "journal": "Wards", "doi": "10.5555/\(doi)"}

      """
    }.joined()
    _ = try desk.bench.importFile(
      ImportSource(name: "x.jsonl", bytes: Array(lines.utf8)), from: SourceID("medline"),
      desk.acting(desk.lead))
  }

  private var reports: Int {
    get throws {
      let review = try desk.bench.state(of: desk.review.id).review
      return Set(review.liveRecords.map { review.report(of: $0) }).count
    }
  }

  @Test("A pair waits on the list, and stands there side by side with what differs marked")
  func asked() async throws {
    let page = try await desk.lead.get(list).text
    #expect(page.contains(pair.text) && page.contains("each has a DOI of its own"))
    let beside = try await desk.lead.get(pair).text
    #expect(beside.contains("doi (differs)") && beside.contains(">10.5555/2</mark>"))
    #expect(!beside.contains("journal (differs)") && !beside.contains("<script"))
  }

  @Test("Same makes one report, and its page splits it again")
  func merging() async throws {
    let answer = try await desk.lead.send(["answer": "same"], to: pair)
    #expect(answer.status == .seeOther && answer.location == list.text)
    #expect(try reports == 2)
    let merged = Address.merged(review: "sleep", RecordNumber(2))
    #expect(try await desk.lead.get(list).text.contains(merged.text))
    #expect(try await desk.lead.get(merged).text.contains("Split off R3"))
    #expect(try await desk.lead.send(["split": "R3"], to: merged).status == .seeOther)
    #expect(try reports == 3)
    #expect(try await !desk.lead.get(list).text.contains(pair.text))
  }

  @Test("Different is not asked again")
  func parting() async throws {
    try await desk.lead.send(["answer": "different"], to: pair)
    #expect(try await desk.lead.get(list).text.contains("No pair waits"))
    #expect(try reports == 3)
  }

  @Test("A form without an answer, and what the rules refuse, comes back with a sentence")
  func problems() async throws {
    #expect(try await desk.lead.send([:], to: pair).status == .unprocessable)
    let merged = Address.merged(review: "sleep", RecordNumber(1))
    #expect(try await desk.lead.send(["split": "R1"], to: merged).status == .unprocessable)
    #expect(try await desk.lead.send([:], to: merged).status == .unprocessable)
  }

  @Test("It is for leads and librarians, and for records that there are")
  func refused() async throws {
    for address in [list, pair, .merged(review: "sleep", RecordNumber(2))] {
      #expect(try await desk.one.get(address).status == .unprocessable)
      #expect(try await !desk.one.get(.review("sleep")).text.contains(list.text))
    }
    let none = Address.merged(review: "sleep", RecordNumber(99))
    #expect(try await desk.lead.get(none).status == .unprocessable)
  }
}
