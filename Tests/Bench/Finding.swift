import Formats
import Glibc
import HTTP
import LabelledSets
import Screening
import Service
import Web

/// Finding duplicates in a review: the first time, again, on its page, and after another import;
/// each step is a process of its own.
enum Finding {
  static func measureAll(count: Int, in folder: String, again: ([String]) throws -> Void) throws {
    print("\nDuplicates of a review of \(count) records, each step in a process of its own")
    let place = "\(folder)/finding"
    mkdir(place, 0o700)
    var generated = GeneratedRecords()
    try write(count, of: &generated, to: place + "/first.ris")
    try write(1_000, of: &generated, to: place + "/second.ris")
    for step in ["first.ris", "find", "again", "page", "report", "second.ris", "find"] {
      try again(["finding", place, step])
    }
    Machine.remove(place)
  }

  /// Takes one step.
  static func run(_ step: String, in folder: String) throws {
    let isNew = access(folder + "/winnow.sqlite", F_OK) != 0
    let workbench = try Place.workbench(in: folder, keepsCheckpoints: true, create: isNew)
    defer { workbench.close() }
    if isNew { try found(in: workbench) }
    let review = try workbench.review(named: "bench")
    guard let lead = try workbench.state(of: review.id).review.leads.first else {
      throw BenchFault(what: "the review has no lead")
    }
    let acting = Acting(on: review.id, as: lead)
    let (start, cpu) = (Machine.seconds(), Machine.cpuSeconds())
    let told: String
    switch step {
    case "find", "again": told = "\(try workbench.findDuplicates(acting).links) links"
    case "report": told = "\(try workbench.duplicateNumbers(acting).open) open"
    case "page": told = try visit(workbench, lead)
    case _:
      let file = Importing.file(folder + "/" + step)
      told = "\(try workbench.importFile(file, from: SourceID("medline"), acting).accepted) records"
    }
    print(
      "  \(step): \((Machine.seconds() - start).rounded(to: 2)) s, "
        + "\((Machine.cpuSeconds() - cpu).rounded(to: 2)) s of CPU, peak "
        + "\(Machine.peakMegabytes) MB; \(told)")
  }

  /// Visits the page twice, as the same daemon would.
  private static func visit(_ workbench: Workbench, _ lead: PersonID) throws -> String {
    let site = Site(workbench)
    var headers = Headers()
    let cookie = try workbench.choosePassword(
      "a long password", invitedBy: try workbench.invite(lead)
    ).cookie
    headers.set("Cookie", "winnow-session=\(cookie)")
    var times: [String] = []
    for _ in 0..<2 {
      let start = Machine.seconds()
      site.answer(try Request(.get, "/reviews/bench/duplicates", headers: headers)) { response in
        if response.status != .ok { print("    the page was answered with \(response.status)") }
      }
      times.append((Machine.seconds() - start).rounded(to: 3))
    }
    return "visits of \(times.joined(separator: " s and ")) s"
  }

  private static func found(in workbench: Workbench) throws {
    let lead = try workbench.addPerson(named: "lead").person.id
    _ = try workbench.createReview(
      named: "bench", protocolFile: Array(Importing.rules.utf8), lead: lead)
  }

  /// Writes made-up records, many of them printed again in other ways.
  static func write(
    _ count: Int, of generated: inout GeneratedRecords, to path: String
  ) throws {
    guard let file = fopen(path, "w") else { throw BenchFault(what: "cannot write \(path)") }
    defer { fclose(file) }
    var left = count
    while left > 0 {
      let bytes = RISWriter().file(of: generated.make(min(left, 10_000)))
      fwrite(bytes, 1, bytes.count, file)
      left -= 10_000
    }
  }
}
