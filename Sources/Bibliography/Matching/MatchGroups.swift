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

  /// Builds the groups of some pairs.
  init(
    _ pairs: [MatchPair], apart: [(UInt32, UInt32)], key: (UInt32) -> MatchKey?
  ) {
    let refused = Set(apart.map { Couple($0.0, $0.1) })
    let verdicts = Dictionary(
      pairs.map { (Couple($0.low, $0.high), $0) }, uniquingKeysWith: { first, _ in first })
    var forest = Forest()
    var links: [MatchPair] = []
    var left: [MatchPair] = []
    for pair in Self.strongestFirst(pairs.filter { $0.band == .sure }, key: key) {
      let (one, other) = (forest.members(with: pair.low), forest.members(with: pair.high))
      if one[0] == other[0] { continue }
      var (sure, unlike, isBarred) = (0, 0, false)
      for mine in one {
        for theirs in other where !isBarred {
          let couple = Couple(mine, theirs)
          isBarred = refused.contains(couple)
          guard !isBarred, let first = key(mine), let second = key(theirs) else { continue }
          let verdict = verdicts[couple] ?? MatchPair(first, second)
          isBarred = verdict.rule.isBar
          sure += verdict.band == .sure ? 1 : 0
          unlike += verdict.band == .different ? 1 : 0
        }
      }
      let all = one.count * other.count
      let agree = one.count == 1 || other.count == 1 ? 2 * unlike <= all : 2 * sure >= all
      if !isBarred, agree {
        forest.join(pair.low, pair.high)
        links.append(pair)
      } else {
        left.append(pair.asked(because: .wouldJoin))
      }
    }
    self.links = links.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
    groups = forest.groups

    var best: [Couple: MatchPair] = [:]
    for pair in pairs.filter({ $0.band == .ask }) + left
    where !refused.contains(Couple(pair.low, pair.high)) {
      let (one, other) = (forest.members(with: pair.low)[0], forest.members(with: pair.high)[0])
      guard one != other else { continue }
      let couple = Couple(one, other)
      if let known = best[couple], !Self.comesFirst(pair, known) { continue }
      best[couple] = pair
    }
    asked = best.values.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
  }

  private static func comesFirst(_ one: MatchPair, _ other: MatchPair) -> Bool {
    (-one.weight, one.low, one.high) < (-other.weight, other.low, other.high)
  }

  /// By weight; pairs of one weight by what the records say, so that the numbers they happen to
  /// have decide nothing.
  private static func strongestFirst(
    _ pairs: [MatchPair], key: (UInt32) -> MatchKey?
  ) -> [MatchPair] {
    pairs.map { pair in
      let digests = [pair.low, pair.high].map { key($0)?.digest ?? 0 }.sorted()
      return (pair: pair, digests: digests)
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
