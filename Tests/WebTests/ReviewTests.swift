import HTTP
import Reporting
import Screening
import Testing

@testable import Web

@Suite("A review through its pages")
struct ReviewTests {
  private static func number(_ count: Int, in box: String, _ page: Response) -> Bool {
    page.text.contains("\"/reviews/sleep/boxes/\(box)\" aria-label=\"\(count),")
  }

  /// Report 1 is included and labelled, 2 is a conflict that the arbiter excludes, 3 is excluded.
  private static func screen(_ desk: Desk) async throws {
    for (report, verdicts) in [
      (1, ["include", "include"]), (2, ["include", "exclude"]), (3, ["exclude", "exclude"]),
    ] as [(UInt32, [String])] {
      for (person, verdict) in zip([desk.one, desk.two], verdicts) {
        let answer = try await person.decide(
          report, verdict, note: Desk.script("note of \(person.name)"))
        try #require(answer.location == "/reviews/sleep/title-abstract")
      }
    }
  }

  @Test("The queue leads from report to report, and ends")
  func queue() async throws {
    let desk = try await Desk()
    var seen: Set<String> = []
    for _ in 1...3 {
      let next = try await desk.one.get(.queue(review: "sleep", .titleAbstract))
      let address = try #require(next.location)
      seen.insert(address)
      try await desk.one.send(
        ["verdict": "exclude"],
        to: try #require(Address(try Request(.get, address).path)))
    }
    #expect(seen.count == 3)
    let end = try await desk.one.get(.queue(review: "sleep", .titleAbstract))
    #expect(end.status == .ok && end.text.contains("Nothing waits for you here now"))
  }

  @Test("A conflict is shown to the arbiter with its notes, and settled with grounds")
  func conflict() async throws {
    let desk = try await Desk()
    try await Self.screen(desk)
    let address = Address.conflict(review: "sleep", RecordNumber(2), .titleAbstract)
    let list = try await desk.arbiter.get(.conflicts(review: "sleep", .titleAbstract))
    #expect(list.text.contains(address.text))
    #expect(!list.text.contains("note of"), "the list shows no decision")
    let entries = try desk.entries
    let closed = try await desk.arbiter.get(address)
    #expect(closed.status == .ok && closed.text.contains("Show the decisions"))
    #expect(!closed.text.contains("note of"), "the decisions show once they are asked for")
    #expect(try desk.entries == entries, "looking writes nothing")
    let opened = try await desk.arbiter.send(["act": "open"], to: address)
    #expect(opened.location == address.text)
    #expect(try desk.entries == entries + 1)
    let shown = try await desk.arbiter.get(address)
    #expect(shown.text.contains("note of one") && shown.text.contains("note of two"))
    #expect(!shown.text.contains("Show the decisions"))
    func settle(_ grounds: String) async throws -> Response {
      try await desk.arbiter.press(["outcome": "exclude", "grounds": grounds], on: address)
    }
    let groundless = try await settle("  ")
    #expect(groundless.status == .unprocessable && groundless.text.contains("role=\"alert\""))
    #expect(try await settle("Not about sleep").status == .seeOther)
    let after = try await desk.arbiter.get(.conflicts(review: "sleep", .titleAbstract))
    #expect(after.text.contains("No conflict waits for you."))
  }

  @Test("From the first decision to a label, and the numbers of it")
  func whole() async throws {
    let desk = try await Desk()
    try await Self.screen(desk)
    let conflict = Address.conflict(review: "sleep", RecordNumber(2), .titleAbstract)
    try await desk.arbiter.send(["act": "open"], to: conflict)
    try await desk.arbiter.press(["outcome": "exclude", "grounds": "Off topic"], on: conflict)
    let text = Address.text(review: "sleep", RecordNumber(1))
    #expect(try await desk.lead.get(.texts(review: "sleep")).text.contains(text.text))
    let attempt = try await desk.lead.send(
      ["act": "attempt", "words": "Asked a library"], to: text)
    #expect(attempt.status == .seeOther)
    let obtained = try await desk.lead.send(
      ["act": "obtain", "place": "https://example.org/1", "access": "free"], to: text)
    #expect(obtained.location == "/reviews/sleep/texts")
    for person in [desk.one, desk.two] {
      let answer = try await person.decide(1, "include", at: .fullText)
      #expect(answer.location == "/reviews/sleep/full-text")
    }
    #expect(try await desk.one.get(.labels(review: "sleep")).text.contains("No included report"))
    try await desk.lead.send([:], to: .disclosure(review: "sleep"))
    #expect(try await desk.one.get(.labels(review: "sleep")).text.contains("To label"))
    try await desk.one.send(["theme": "wards"], to: .labelling(review: "sleep", RecordNumber(1)))
    for person in [desk.lead, desk.one, desk.observer] {
      let flow = try await person.get(.prisma(review: "sleep"))
      #expect(Self.number(3, in: "databases.screened", flow))
      #expect(Self.number(2, in: "databases.excluded-at-title-abstract", flow))
      #expect(Self.number(1, in: "databases.assessed", flow))
      #expect(Self.number(1, in: "new.reports", flow))
    }
    let box = try await desk.lead.get(
      .box(review: "sleep", "databases.excluded-at-title-abstract"))
    #expect(box.text.contains("Report 2") && box.text.contains("Report 3"))
    #expect(!box.text.contains("Report 1"))
    let themes = try await desk.lead.get(.themes(review: "sleep", .reports))
    #expect(themes.text.contains("With 1 label</th><td class=\"number\">1</td>"))
  }

  @Test("Programs get the numbers of the pages as JSON, the form as a picture")
  func programs() async throws {
    let desk = try await Desk()
    for address in [
      Address.review("sleep"), .prisma(review: "sleep"), .themes(review: "sleep", .studies),
    ] {
      let answer = try await desk.lead.get(address, accepting: "application/json")
      #expect(answer.headers["Content-Type"]?.hasPrefix("application/json") == true)
      #expect(answer.text.hasPrefix("{"))
    }
    let picture = try await desk.lead.get(.prismaPicture(review: "sleep"))
    #expect(picture.headers["Content-Type"]?.hasPrefix("image/svg+xml") == true)
    #expect(picture.text.contains("<svg") && !picture.text.contains("<script"))
  }

  @Test("Script in names, titles, criteria, reasons and notes is text on every page")
  func script() async throws {
    let desk = try await Desk()
    try await Self.screen(desk)
    var pages = 0
    for person in [desk.lead, desk.one, desk.arbiter, desk.observer, desk.chief] {
      for address in AddressesOfAReview.all {
        let page = try await person.get(address)
        guard page.status != .seeOther else { continue }
        pages += 1
        #expect(!page.text.contains("<script"), "\(address.text) for \(person.name)")
        #expect(!page.text.contains("=\"javascript:"), "\(address.text) for \(person.name)")
      }
    }
    #expect(pages > 60)
    let conflict = Address.conflict(review: "sleep", RecordNumber(2), .titleAbstract)
    try await desk.arbiter.send(["act": "open"], to: conflict)
    let note = try await desk.arbiter.get(
      .conflict(review: "sleep", RecordNumber(2), .titleAbstract))
    #expect(note.text.contains("&lt;script&gt;alert('note of one')"))
  }
}

/// The addresses of the review that a person may ask for.
enum AddressesOfAReview {
  static let all: [Address] = {
    var all: [Address] = [
      .home, .review("sleep"), .texts(review: "sleep"), .labels(review: "sleep"),
      .themes(review: "sleep", .reports), .themes(review: "sleep", .studies),
      .prisma(review: "sleep"), .prismaPicture(review: "sleep"), .duplicates(review: "sleep"),
      .pair(review: "sleep", RecordPair(RecordNumber(1), RecordNumber(2))),
      .merged(review: "sleep", RecordNumber(1)),
    ]
    all += [
      "databases.identified", "databases.screened", "databases.excluded-at-title-abstract",
      "databases.in-progress-at-title-abstract", "databases.in-conflict-at-title-abstract",
      "new.reports",
    ].map { .box(review: "sleep", $0) }
    for stage in Stage.allCases {
      all += [.conflicts(review: "sleep", stage), .pilot(review: "sleep", stage)]
    }
    for number: UInt32 in 1...3 {
      let report = RecordNumber(number)
      all += [.text(review: "sleep", report), .labelling(review: "sleep", report)]
      for stage in Stage.allCases {
        all += [
          .screening(review: "sleep", report, stage), .conflict(review: "sleep", report, stage),
        ]
      }
    }
    // Asking for the queue takes a lease, so it comes last.
    return all + Stage.allCases.map { .queue(review: "sleep", $0) }
  }()
}
