/// What somebody has said of some records: which of them are one work.
///
/// A set a row, ids joined by semicolons; a head is passed over, and of several columns the one
/// that holds semicolons is read.
struct TruthSheet {
  /// The number of its work for each record; those of no set have one to themselves.
  let works: [Int]
  /// The ids of the sheet that no record has.
  let unknown: [String]

  /// Reads the sheet for records with these ids; nil if it speaks of none of them.
  init?(_ csv: CSV, ids: [String]) {
    let known = Set(ids)
    var sets: [String: Int] = [:]
    var unknown: [String] = []
    for (place, row) in csv.rows.enumerated() {
      let cell = row.cells.first { $0.contains(";") } ?? row.cells.first ?? ""
      let members = cell.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
      let isHead = place == 0 && !members.contains { known.contains($0) }
      if isHead { continue }
      for id in members {
        if known.contains(id) { sets[id] = place } else { unknown.append(id) }
      }
    }
    guard !sets.isEmpty else { return nil }
    works = ids.enumerated().map { sets[$1] ?? csv.rows.count + $0 }
    self.unknown = unknown
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
