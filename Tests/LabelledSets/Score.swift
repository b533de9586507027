package import Bibliography

/// How a matcher's word on a labelled set agrees with the labels.
package struct Score {
  /// Works of which no record was kept.
  package let worksLost: Int
  /// Records too many among those that were kept.
  package let duplicatesLeft: Int
  /// True pairs in one group; pairs in one group that are none; true pairs there are.
  package let found: Int
  package let wrong: Int
  package let pairs: Int
  /// Questions put to people, and true pairs missed even if people answer all of them rightly.
  package let asked: Int
  package let missed: Int

  package var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }
  package var recall: Double { pairs == 0 ? 1 : Double(found) / Double(pairs) }

  /// Scores groups, given as a group's number for each record.
  package init(_ set: LabelledSet, groups: [Int], asked: [MatchPair]) {
    var kept: Set<Int> = []
    var works: Set<Int> = []
    for (place, group) in groups.enumerated() where kept.insert(group).inserted {
      works.insert(set.works[place])
    }
    worksLost = Set(set.works).subtracting(works).count
    duplicatesLeft = kept.count - works.count

    let truth = set.truePairs
    pairs = truth.count
    found = truth.count { groups[$0[0]] == groups[$0[1]] }
    var sizes: [Int: Int] = [:]
    for group in groups { sizes[group, default: 0] += 1 }
    wrong = sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 } - found

    self.asked = asked.count
    var answered = groups
    for pair in asked {
      let (one, other) = (Int(pair.low), Int(pair.high))
      guard set.works[one] == set.works[other] else { continue }
      let (old, new) = (answered[one], answered[other])
      for place in answered.indices where answered[place] == old { answered[place] = new }
    }
    missed = truth.count { answered[$0[0]] != answered[$0[1]] }
  }
}

extension LabelledSet {
  /// What the matcher says of this set.
  package func matched() -> (groups: [Int], result: MatchGroups) {
    var matcher = Matcher()
    matcher.add(references.enumerated().map { MatchKey($1, number: UInt32($0)) })
    let result = matcher.groups()
    var groups = Array(references.indices)
    for group in result.groups {
      for number in group { groups[Int(number)] = Int(group[0]) }
    }
    return (groups, result)
  }
}
