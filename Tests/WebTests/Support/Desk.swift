import HTTP
import Ledger
import Screening
import Service
import Synchronization

@testable import Web

/// A workspace in memory with its pages, a review, and a team that has come in by its links.
///
/// Whatever people write themselves holds script, so that every page has some to escape.
struct Desk {
  static let password = "correct horse battery"

  let bench: Workbench
  let site: Site
  let review: ReviewSummary
  let lead: Browser
  let one: Browser
  let two: Browser
  let arbiter: Browser
  let observer: Browser
  /// Leads and screens too: blind like every reviewer.
  let chief: Browser

  /// Founds the review, imports reports, and signs everybody in.
  init(reports: Int = 3, protocolFile: String = Desk.protocolFile) async throws {
    let store = MemoryStore()
    let (moments, identifiers) = (Counter(1_700_000_000_000_000), Counter(0))
    bench = try Workbench(
      Workbench.Surroundings(
        openStore: { () throws(StoreFault) in store.connect() },
        clock: { moments.next(by: 1_000_000) },
        newIdentifier: { Identifier(high: 7, low: UInt64(identifiers.next(by: 1))) }))
    site = Site(bench)
    var people: [String: PersonID] = [:]
    for name in ["lead", "one", "two", "arbiter", "observer", "chief"] {
      people[name] = try bench.addPerson(
        named: name, display: Desk.script("name of \(name)")
      ).person.id
    }
    let (bench, site) = (bench, site)
    func browser(_ name: String) async throws -> Browser {
      guard let person = people[name] else { throw Missing(what: name) }
      return try await Browser(name, person, site, link: bench.invite(person))
    }
    lead = try await browser("lead")
    one = try await browser("one")
    two = try await browser("two")
    arbiter = try await browser("arbiter")
    observer = try await browser("observer")
    chief = try await browser("chief")
    review = try bench.createReview(
      named: "sleep", protocolFile: Array(protocolFile.utf8), lead: lead.person
    ).review
    let roles: [(Roles, Browser)] = [
      (.reviewer, one), (.reviewer, two), (.arbiter, arbiter), (.observer, observer),
      ([.lead, .reviewer], chief),
    ]
    for (role, person) in roles {
      _ = try bench.give(role, to: person.person, acting(lead))
    }
    let lines = (1...reports).map { number in
      "{\"title\": \"Report \(number) \(Desk.script("title"))\", \"year\": \"2020\", "
        + "\"abstract\": \"About \(Desk.script("abstract"))\", "
        + "\"urls\": [\"javascript:alert(1)\"]}\n"
    }
    _ = try bench.importFile(
      ImportSource(name: "found.jsonl", bytes: Array(lines.joined().utf8)),
      from: SourceID("medline"), acting(lead))
  }

  /// A desk where the full text of report 1 is to be found.
  static func sought(_ protocolFile: String = Desk.protocolFile) async throws -> Desk {
    let desk = try await Desk(protocolFile: protocolFile)
    for person in [desk.one, desk.two] { try await person.decide(1, "include") }
    return desk
  }

  /// A desk where report 1 is included, and everyone may know.
  static func included(_ protocolFile: String = Desk.protocolFile) async throws -> Desk {
    let desk = try await sought(protocolFile)
    try await desk.lead.send(
      ["act": "obtain", "place": "https://example.org/1", "access": "free"],
      to: .text(review: "sleep", RecordNumber(1)))
    for person in [desk.one, desk.two] { try await person.decide(1, "include", at: .fullText) }
    try await desk.lead.send([:], to: .disclosure(review: "sleep"))
    return desk
  }

  /// Who acts, past the pages.
  func acting(_ browser: Browser) -> Acting { Acting(on: review.id, as: browser.person) }

  /// How many entries the review has.
  var entries: UInt32 { get throws { try bench.state(of: review.id).head.position } }

  static func script(_ what: String) -> String { "<script>alert('\(what)')</script>" }

  static let protocolFile = """
    title: "Sleep \(script("review"))"
    framework: own
    domains:
      - id: topic
        name: "Topic \(script("domain"))"
        include: [{id: sleeps, text: "Sleep \(script("include"))", terms: [report]}]
        exclude: [{id: not-sleep, text: "No sleep \(script("reason"))"}]
    sources:
      - {id: medline, name: "MEDLINE \(script("source"))", route: database}
    labels: {min: 1, max: 2, people: 1}
    themes:
      - {id: wards, name: "Wards \(script("theme"))"}
      - {id: homes, name: Homes}

    """
}

/// Something that a test needs is not there.
struct Missing: Error {
  let what: String
}

/// Counts up, from any thread.
final class Counter: Sendable {
  private let last: Mutex<Int64>
  init(_ start: Int64) { last = Mutex(start) }
  func next(by step: Int64) -> Int64 {
    last.withLock { last in
      last += step
      return last
    }
  }
}
