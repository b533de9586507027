/// The groups that sure pairs make, and the pairs that are left for people.
///
/// Strong pairs come first. A pair joins two groups only if no two of their records are barred from
/// being linked, and if the groups as a whole agree: one weak link never joins two strong groups.
public struct MatchGroups: Sendable {
  /// The groups of two and more records, each in order, by their first.
  public let groups: [[UInt32]]
  /// The sure pairs that hold the groups together: one less in each group than it has records.
  public let links: [MatchPair]
  /// The pairs to ask, one for each two groups that may belong together, by their numbers.
  public let asked: [MatchPair]

  /// Matches some records with each other.
  public init(among keys: [MatchKey]) {
    var matcher = Matcher()
    matcher.add(keys)
    self = matcher.groups()
  }

  /// Builds the groups of some pairs. `key` gives what a record is compared by.
  init(_ pairs: [MatchPair], apart: [(UInt32, UInt32)], key: @escaping (UInt32) -> MatchKey?) {
    var building = Building(pairs, apart: apart, key: key)
    building.joinGroups()
    links = building.links.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
    groups = building.forest.groups
    asked = building.asked.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
  }
}

/// Groups on their way.
private struct Building {
  private let pairs: [MatchPair]
  private let apart: Set<Couple>
  private let verdicts: [Couple: MatchPair]
  private let key: (UInt32) -> MatchKey?
  var forest = Forest()
  var links: [MatchPair] = []
  private var left: [MatchPair] = []

  init(_ pairs: [MatchPair], apart: [(UInt32, UInt32)], key: @escaping (UInt32) -> MatchKey?) {
    self.pairs = pairs
    self.apart = Set(apart.map { Couple($0.0, $0.1) })
    verdicts = Dictionary(
      pairs.map { (Couple($0.low, $0.high), $0) }, uniquingKeysWith: { first, _ in first })
    self.key = key
  }

  mutating func joinGroups() {
    for pair in strongestFirst(pairs.filter { $0.band == .sure }) {
      let (one, other) = (forest.members(with: pair.low), forest.members(with: pair.high))
      if one[0] == other[0] { continue }
      if mayJoin(one, other) {
        forest.join(pair.low, pair.high)
        links.append(pair)
      } else {
        left.append(pair.asked(because: .wouldJoin))
      }
    }
  }

  /// The strongest question for each two groups; none where people have answered it.
  var asked: [MatchPair] {
    var strongest: [Couple: MatchPair] = [:]
    for pair in pairs.filter({ $0.band == .ask }) + left
    where !apart.contains(Couple(pair.low, pair.high)) {
      let (one, other) = (forest.members(with: pair.low)[0], forest.members(with: pair.high)[0])
      guard one != other else { continue }
      if let known = strongest[Couple(one, other)], known.weight >= pair.weight { continue }
      strongest[Couple(one, other)] = pair
    }
    return Array(strongest.values)
  }

  /// Whether no two records of two groups are barred, and enough of them agree: a single record
  /// may be unlike half of a group, two groups must be surely alike by half. Of a very large group
  /// its first records stand for all.
  private func mayJoin(_ group: [UInt32], _ otherGroup: [UInt32]) -> Bool {
    let (one, other) = (group.prefix(Self.bound), otherGroup.prefix(Self.bound))
    var (sure, unlike) = (0, 0)
    for mine in one {
      for theirs in other {
        let couple = Couple(mine, theirs)
        guard !apart.contains(couple), let verdict = verdict(on: couple), !verdict.rule.isBar else {
          return false
        }
        switch verdict.band {
        case .sure: sure += 1
        case .ask: break
        case .different: unlike += 1
        }
      }
    }
    let all = one.count * other.count
    return one.count == 1 || other.count == 1 ? 2 * unlike <= all : 2 * sure >= all
  }

  private static let bound = 100

  private func verdict(on couple: Couple) -> MatchPair? {
    if let known = verdicts[couple] { return known }
    guard let one = key(couple.low), let other = key(couple.high) else { return nil }
    return MatchPair(one, other)
  }

  /// By weight; pairs of one weight by what the records say, so that the numbers they happen to
  /// have decide nothing.
  private func strongestFirst(_ pairs: [MatchPair]) -> [MatchPair] {
    pairs.map { pair in
      (pair: pair, digests: [pair.low, pair.high].map { key($0)?.digest ?? 0 }.sorted())
    }.sorted { one, other in
      if one.pair.weight != other.pair.weight { return one.pair.weight > other.pair.weight }
      if one.digests != other.digests {
        return one.digests.lexicographicallyPrecedes(other.digests)
      }
      return (one.pair.low, one.pair.high) < (other.pair.low, other.pair.high)
    }.map(\.pair)
  }
}

/// Two numbers in order.
private struct Couple: Hashable {
  let low: UInt32
  let high: UInt32

  init(_ one: UInt32, _ other: UInt32) {
    low = min(one, other)
    high = max(one, other)
  }
}

/// Groups that grow together.
private struct Forest {
  private var group: [UInt32: Int] = [:]
  private var lists: [[UInt32]] = []

  /// The group of a number in order; only itself if it has joined none.
  func members(with number: UInt32) -> [UInt32] {
    group[number].map { lists[$0] } ?? [number]
  }

  mutating func join(_ one: UInt32, _ other: UInt32) {
    let all = (members(with: one) + members(with: other)).sorted()
    if let old = group[one] { lists[old] = [] }
    if let old = group[other] { lists[old] = [] }
    for number in all { group[number] = lists.count }
    lists.append(all)
  }

  var groups: [[UInt32]] { lists.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] } }
}

extension MatchKey {
  /// A number made of what the record says, and not of the number that it has.
  fileprivate var digest: UInt64 {
    var digest = joined(hash64(title.letters), doi)
    for name in names.words { digest = joined(digest, UInt64(name.bits)) }
    for span in pages { digest = joined(digest, UInt64(span.first) << 32 | UInt64(span.last)) }
    for name in journal.names { digest = joined(digest, hash64(name)) }
    return joined(digest, UInt64(volume) << 32 | UInt64(UInt16(bitPattern: year)))
  }
}
