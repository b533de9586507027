import Bibliography

/// What the matcher makes of some records: for each its group, how it came there, and whether it is
/// the one to keep.
struct Deduplication {
  /// One record's part in it.
  struct Row {
    /// The number of its group, from 1; a record that is like no other has one to itself.
    var group: Int
    /// Whether other records are in its group.
    var isGrouped = false
    /// The link that ties it to the record that is kept, directly or through others; nil for that
    /// record itself.
    var link: MatchPair?
    /// Whether it is kept: the first of its group.
    var isKept: Bool { link == nil }
  }

  /// The records' parts, in order.
  let rows: [Row]
  /// The pairs to ask.
  let asked: [MatchPair]

  /// Reads what was found among so many records, whose numbers are their places.
  init(_ found: MatchGroups, of count: Int) {
    var ties = [MatchPair?](repeating: nil, count: count)
    var firsts = Array(0..<count)
    let neighbours = Dictionary(
      grouping: found.links.flatMap { [($0.low, $0), ($0.high, $0)] }, by: \.0)
    for group in found.groups {
      var open = [group[0]]
      while let number = open.popLast() {
        for (_, link) in neighbours[number] ?? [] where link != ties[Int(number)] {
          let next = link.low == number ? link.high : link.low
          ties[Int(next)] = link
          open.append(next)
        }
      }
      for number in group { firsts[Int(number)] = Int(group[0]) }
    }
    var rows: [Row] = []
    var groups = 0
    for place in 0..<count {
      guard firsts[place] != place else {
        groups += 1
        rows.append(Row(group: groups))
        continue
      }
      rows[firsts[place]].isGrouped = true
      rows.append(
        Row(group: rows[firsts[place]].group, isGrouped: true, link: ties[place]))
    }
    self.rows = rows
    asked = found.asked
  }

  /// How it agrees with what is known of the works.
  func score(works: [Int]) -> MatchScore {
    MatchScore(
      groups: rows.map(\.group), asked: asked.map { (Int($0.low), Int($0.high)) }, works: works)
  }
}
