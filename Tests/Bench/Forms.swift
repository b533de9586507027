import Glibc
import HTTP
import HTTPServer
import Screening
import Service
import Web

/// What many people who screen at once through the pages get, and what a common server gives.
enum Forms {
  static let people = 64
  private static let each = 4_000

  /// Serves until standard input ends; prints the address and then each person's cookie.
  static func serve(in folder: String) throws {
    let workbench = try Place.workbench(in: folder, keepsCheckpoints: false, create: true)
    let cookies = try found(in: workbench)
    let site = Site(workbench)
    let server = try Server.start(on: .tcp(address: "127.0.0.1", port: 0)) { request, reply in
      site.answer(request) { reply.send($0) }
    }
    if case .tcp(_, let port) = server.endpoint { print(port) }
    for cookie in cookies { print(cookie) }
    fflush(nil)
    let before = Machine.cpuSeconds()
    while readLine() != nil {}
    server.stop()
    try tell(workbench, cpu: Machine.cpuSeconds() - before)
    workbench.close()
  }

  /// What the ledger says in the end.
  private static func tell(_ workbench: Workbench, cpu: Double) throws {
    let review = try workbench.state(of: try workbench.review(named: "bench").id).review
    let decided = review.reports(in: .excludedAtTitleAbstract).count
    print(
      "    in the ledger: \(decided) reports decided; server: "
        + "\((cpu * 1e6 / Double(max(1, decided))).rounded(to: 0)) µs of CPU a "
        + "decision with its page, peak \(Machine.peakMegabytes) MB")
  }

  private static func found(in workbench: Workbench) throws -> [String] {
    var members: [PersonID] = []
    for value in 1...people {
      members.append(try workbench.addPerson(named: "person-\(value)").person.id)
    }
    let review = try workbench.createReview(
      named: "bench", protocolFile: Array(rules.utf8), lead: members[0]
    ).review
    let lead = Acting(on: review.id, as: members[0])
    for member in members { _ = try workbench.give([.lead, .reviewer], to: member, lead) }
    _ = try workbench.importFile(export, from: SourceID("medline"), lead)
    return try members.map {
      try workbench.choosePassword("a long password", invitedBy: try workbench.invite($0)).cookie
    }
  }

  /// Reports with an abstract of usual length, a piece at a time.
  private static let export = ImportSource(name: "bench.jsonl") { () throws(FileFault) in
    var person = 0
    return { () throws(FileFault) in
      guard person < people else { return nil }
      defer { person += 1 }
      return Array(
        (1...each).map {
          "{\"title\": \"Report \(person * each + $0) on nothing\", \"year\": \"2020\", "
            + "\"abstract\": \"\(abstract)\"}\n"
        }.joined().utf8)
    }
  }

  private static let abstract = String(
    repeating: "Words of an abstract that says nothing about anything at all. ", count: 20)
  private static let rules = """
    title: Bench
    framework: own
    domains:
      - {id: topic, exclude: [{id: off-topic, text: The report is about something else}]}
    sources:
      - {id: medline, name: MEDLINE, route: database}
    stages:
      title-abstract: {reviewers: 1}
    """

  /// Everybody reads the page of a report and sends its form, one report after the other.
  static func ask(_ cookies: [String], port: UInt16, seconds: Double) {
    let outcome = FormClient.run(connections: cookies.count, port: port, seconds: seconds) {
      (person, turn, connection) in
      guard turn < each else { return false }
      let address = "/reviews/bench/reports/R\(person * each + turn + 1)/title-abstract"
      let cookie = "winnow-session=" + cookies[person]
      let page = try connection.ask("GET", address, cookie: cookie)
      guard let token = token(of: page.body) else {
        throw BenchFault(what: "no form: \(page.status)")
      }
      let answer = try connection.ask(
        "POST", address, cookie: cookie, body: "token=\(token)&verdict=exclude&note=")
      guard answer.status == 303 else { throw BenchFault(what: "not taken: \(answer.status)") }
      return true
    }
    outcome.tell("Winnow, each decision read from its page and sent by its form")
  }

  /// The same people send a form that is one insert to another server.
  static func askPeer(port: UInt16, seconds: Double) {
    let outcome = FormClient.run(connections: people, port: port, seconds: seconds) {
      (person, turn, connection) in
      let answer = try connection.ask(
        "POST", "/decide", cookie: "session=\(person)",
        body: "report=\(person * each + turn + 1)&verdict=exclude&note=")
      guard answer.status == 303 else { throw BenchFault(what: "not taken: \(answer.status)") }
      return true
    }
    outcome.tell("Flask and gunicorn, one insert a form")
  }

  /// The token of the first form, which signs out: it is as good as any other.
  private static func token(of page: ArraySlice<UInt8>) -> String? {
    let mark = "name=\"token\" value=\""
    guard let place = page.place(of: mark) else { return nil }
    let text = page[(place + mark.utf8.count)...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: text, as: UTF8.self)
  }
}

extension FormClient.Outcome {
  fileprivate func tell(_ name: String) {
    let rate = Double(done) / took
    let median = waits.isEmpty ? 0 : waits[waits.count / 2] / 1000
    let slow = waits.isEmpty ? 0 : waits[waits.count * 99 / 100] / 1000
    print(
      "  \(name): \(done) in \(took.rounded(to: 1)) s, \(rate.rounded(to: 0)) a second; a form's "
        + "answer in \(median.rounded(to: 1)) ms, 99 % under \(slow.rounded(to: 1)) ms; "
        + "\(failures.count) failed\(failures.first.map { ": \($0.prefix(200))" } ?? "")")
  }
}
