import Bibliography
import Glibc
import LabelledSets

/// What the matcher finds on labelled sets, beside bib-dedupe where that is installed, and how fast.
enum Duplicates {
  /// Where the labelled sets lie: the environment's word, or beside the repository.
  private static let folder =
    getenv("WINNOW_BENCH_LABELLED").map { String(cString: $0) } ?? "../shared/data/dedup"

  /// The sets with sets of ids for an answer, and the one with marks only.
  static func measure() throws {
    let header = [
      "set", "by", "lost", "left", "asked", "missed", "precision", "recall", "s", "MB",
    ]
    let sets = ["diabetes", "respiratory"].compactMap { name in
      LabelledSet(folder: "\(folder)/\(name)", name: name)
    }
    if sets.isEmpty { print("  no labelled sets in \(folder): not measured") }
    if !sets.isEmpty { print(row(header)) }
    for set in sets {
      let start = Machine.cpuSeconds()
      let (groups, result) = set.matched()
      let took = Machine.cpuSeconds() - start
      let score = set.score(groups, asked: result.asked)
      print(row(cells(score, of: set, by: "winnow", took, Machine.peakMegabytes)))
      if let other = try BibDedupe.run(on: "\(folder)/\(set.name)") {
        let score = set.score(other.groups(of: set), asked: [])
        print(row(cells(score, of: set, by: "bib-dedupe", other.seconds, other.megabytes)))
      }
    }
    if let marked = MarkedSet(path: "\(folder)/tafenoquine/tafenoquine.xml") {
      let found = marked.matched()
      print(
        "  tafenoquine: \(marked.references.count) records, \(found.marked) marked as having a "
          + "duplicate; of these \(found.sure) linked, \(found.asked) asked, \(found.missed) "
          + "neither; \(found.unmarked) linked that are not marked")
    }
  }

  private static func cells(
    _ score: MatchScore, of set: LabelledSet, by tool: String, _ seconds: Double, _ megabytes: Int
  ) -> [String] {
    [
      set.name, tool, String(score.worksLost), String(score.duplicatesLeft), String(score.asked),
      String(score.missed), score.precision.rounded(to: 4), score.recall.rounded(to: 4),
      seconds.rounded(to: 2), String(megabytes),
    ]
  }

  private static func row(_ cells: [String]) -> String {
    let widths = [12, 11, 5, 5, 6, 7, 10, 7, 7, 5]
    return "  "
      + zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - cell.count))
      }.joined(separator: " ")
  }

  /// Matches made-up records, made in portions so that only their keys stay in memory.
  static func measureSpeed(count: Int) {
    var generated = GeneratedRecords()
    var matcher = Matcher()
    var spent = 0.0
    while matcher.count < count {
      let portion = generated.make(min(10_000, count - matcher.count))
      let start = Machine.seconds()
      for reference in portion {
        matcher.append(MatchKey(reference, number: UInt32(matcher.count)))
      }
      spent += Machine.seconds() - start
    }
    let start = Machine.seconds()
    matcher.match()
    let groups = matcher.groups()
    let total = spent + Machine.seconds() - start
    print(
      "  \(count) records: \(total.rounded(to: 1)) s (keys \(spent.rounded(to: 1)) s), peak "
        + "\(Machine.peakMegabytes) MB; \(groups.groups.count) groups, \(groups.asked.count) asked"
        + (count == 100_000 ? " (bars: 15 s, 500 MB)" : ""))
  }
}
