/// How groups and questions agree with what is known of the works behind some records.
public struct MatchScore: Hashable, Sendable {
  /// Works of which no record would be kept, if the first of each group were.
  public let worksLost: Int
  /// Records too many among those that would be kept.
  public let duplicatesLeft: Int
  /// Pairs of one work that are in one group.
  public let found: Int
  /// Pairs of two works that are in one group.
  public let wrong: Int
  /// Pairs of one work that are in two groups.
  public let left: Int
  /// Pairs that are put before people.
  public let asked: Int
  /// Pairs of one work that stay in two groups even if people answer every question rightly.
  public let missed: Int

  /// The share of pairs found that are right; 1 if none is found.
  public var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }

  /// The share of true pairs that are found; 1 if there is none.
  public var recall: Double { found + left == 0 ? 1 : Double(found) / Double(found + left) }

  /// Scores groups, given like the works as a number for each record, and the pairs to ask, given
  /// as places.
  public init(groups: [Int], asked: [(Int, Int)], works: [Int]) {
    var kept: Set<Int> = []
    var keptWorks: Set<Int> = []
    for (group, work) in zip(groups, works) where kept.insert(group).inserted {
      keptWorks.insert(work)
    }
    worksLost = Set(works).count - keptWorks.count
    duplicatesLeft = kept.count - keptWorks.count

    let inGroups = Self.pairs(groups)
    let inWorks = Self.pairs(works)
    found = Self.pairs(zip(groups, works).map { Couple($0, $1) })
    wrong = inGroups - found
    left = inWorks - found

    self.asked = asked.count
    var answered = Joined(groups)
    for (one, other) in asked where works[one] == works[other] {
      answered.join(groups[one], groups[other])
    }
    missed = inWorks - Self.pairs(zip(groups, works).map { Couple(answered.root(of: $0), $1) })
  }

  /// How many pairs of records have the same mark.
  private static func pairs<Mark: Hashable>(_ marks: [Mark]) -> Int {
    var counts: [Mark: Int] = [:]
    for mark in marks { counts[mark, default: 0] += 1 }
    return counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  private struct Couple: Hashable {
    let group: Int
    let work: Int

    init(_ group: Int, _ work: Int) {
      self.group = group
      self.work = work
    }
  }

  /// Groups that answers have joined.
  private struct Joined {
    private var parents: [Int: Int] = [:]

    init(_ groups: [Int]) {
      for group in groups { parents[group] = group }
    }

    func root(of group: Int) -> Int {
      var group = group
      while let parent = parents[group], parent != group { group = parent }
      return group
    }

    mutating func join(_ one: Int, _ other: Int) { parents[root(of: one)] = root(of: other) }
  }
}
