/// Groups on their way. Records go by their places among the keys, which rise as their numbers do.
struct GroupBuilding {
  private let pairs: [MatchPair]
  private let apart: Set<Couple>
  private let keys: MatchKeys
  /// For each record those with which it must never be in one group, as far as they were found.
  private var bars: [Int: [Int]] = [:]
  private(set) var forest: Forest
  private(set) var links: [MatchPair] = []
  private var left: [MatchPair] = []
  /// Pairs of groups that may not be joined, with how many records they had together: until one
  /// of them grows, the answer stays.
  private var refused: [Couple: Int] = [:]

  init(_ pairs: [MatchPair], apart: [(UInt32, UInt32)], keys: MatchKeys) {
    self.pairs = pairs
    self.apart = Set(apart.map { Couple($0.0, $0.1) })
    self.keys = keys
    forest = Forest(count: keys.count, bound: Self.bound)
  }

  mutating func joinGroups() {
    let sure = strongestFirst()
    if !sure.isEmpty { collectBars(among: sure) }
    for pair in sure.lazy.map(\.pair) {
      guard let low = keys.place(of: pair.low), let high = keys.place(of: pair.high) else {
        continue
      }
      let (one, other) = (forest.root(of: low), forest.root(of: high))
      if one == other { continue }
      if mayJoin(one, other) {
        forest.join(one, other)
        links.append(pair)
      } else {
        left.append(pair.asked(because: .wouldJoin))
      }
    }
  }

  /// Only records with a sure pair ever come into a group, so the bars of others are of no matter.
  private mutating func collectBars(among sure: [Ranked]) {
    var isSure = [Bool](repeating: false, count: keys.count)
    for ranked in sure {
      for number in [ranked.pair.low, ranked.pair.high] {
        if let place = keys.place(of: number) { isSure[place] = true }
      }
    }
    func bar(_ one: UInt32, _ other: UInt32) {
      guard let one = keys.place(of: one), let other = keys.place(of: other), isSure[one],
        isSure[other]
      else { return }
      bars[one, default: []].append(other)
      bars[other, default: []].append(one)
    }
    for pair in pairs where pair.band == .ask && pair.rule.isBar { bar(pair.low, pair.high) }
    for couple in apart { bar(couple.low, couple.high) }
  }

  /// The strongest question for each two groups; none where people have answered it.
  var asked: [MatchPair] {
    mutating get {
      var questions: [(groups: Couple, pair: MatchPair)] = []
      for pair in pairs where pair.band == .ask { ask(pair, &questions) }
      for pair in left { ask(pair, &questions) }
      let order = questions.indices.sorted { one, other in
        let (mine, theirs) = (questions[one], questions[other])
        if mine.groups != theirs.groups { return mine.groups.order < theirs.groups.order }
        if mine.pair.weight != theirs.pair.weight { return mine.pair.weight > theirs.pair.weight }
        return one < other
      }
      var strongest: [MatchPair] = []
      var last: Couple?
      for index in order where questions[index].groups != last {
        last = questions[index].groups
        strongest.append(questions[index].pair)
      }
      return strongest
    }
  }

  private mutating func ask(
    _ pair: MatchPair, _ questions: inout [(groups: Couple, pair: MatchPair)]
  ) {
    guard !apart.contains(Couple(pair.low, pair.high)), let low = keys.place(of: pair.low),
      let high = keys.place(of: pair.high)
    else { return }
    let (one, other) = (forest.root(of: low), forest.root(of: high))
    if one != other { questions.append((Couple(UInt32(one), UInt32(other)), pair)) }
  }

  /// Whether no two records of two groups are barred, and enough of them agree: a single record
  /// may be unlike half of a group, two groups must be surely alike by half. How much agrees, the
  /// first records of a very large group tell for all.
  private mutating func mayJoin(_ group: Int, _ otherGroup: Int) -> Bool {
    let groups = Couple(UInt32(group), UInt32(otherGroup))
    let size = forest.size(of: group) + forest.size(of: otherGroup)
    if refused[groups] == size { return false }
    let mayJoin =
      !areBarred(group, otherGroup)
      && agree(forest.firsts(of: group), forest.firsts(of: otherGroup))
    if !mayJoin { refused[groups] = size }
    return mayJoin
  }

  private mutating func areBarred(_ group: Int, _ otherGroup: Int) -> Bool {
    if bars.isEmpty { return false }
    let isSmaller = forest.size(of: group) < forest.size(of: otherGroup)
    let (small, large) = isSmaller ? (group, otherGroup) : (otherGroup, group)
    for member in forest.members(of: small) {
      for barred in bars[member] ?? [] where forest.root(of: barred) == large { return true }
    }
    return false
  }

  private func agree(_ group: [Int], _ otherGroup: [Int]) -> Bool {
    var (sure, unlike) = (0, 0)
    for mine in group {
      for theirs in otherGroup {
        let (band, rule) = verdict(at: mine, theirs)
        if rule.isBar { return false }
        switch band {
        case .sure: sure += 1
        case .ask: break
        case .different: unlike += 1
        }
      }
    }
    let all = group.count * otherGroup.count
    return group.count == 1 || otherGroup.count == 1 ? 2 * unlike <= all : 2 * sure >= all
  }

  private func verdict(at one: Int, _ other: Int) -> (Band, MatchRule) {
    let couple = Couple(keys.numbers[one], keys.numbers[other])
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if Couple(pairs[middle].low, pairs[middle].high).order < couple.order {
        low = middle + 1
      } else {
        high = middle
      }
    }
    if low < pairs.count, Couple(pairs[low].low, pairs[low].high) == couple {
      return (pairs[low].band, pairs[low].rule)
    }
    let verdict = PairVerdict(keys.view(one), keys.view(other))
    return (verdict.band, verdict.rule)
  }

  /// The sure pairs by weight; pairs of one weight by what the records say, so that the numbers they
  /// happen to have decide nothing.
  private func strongestFirst() -> [Ranked] {
    var digests = [UInt64](repeating: 0, count: keys.count)
    func digest(_ number: UInt32) -> UInt64 {
      guard let place = keys.place(of: number) else { return 0 }
      if digests[place] == 0 { digests[place] = keys.view(place).digest }
      return digests[place]
    }
    var ranked: [Ranked] = []
    ranked.reserveCapacity(pairs.count { $0.band == .sure })
    for pair in pairs where pair.band == .sure {
      let (one, other) = (digest(pair.low), digest(pair.high))
      ranked.append(Ranked(pair: pair, digest: min(one, other), otherDigest: max(one, other)))
    }
    ranked.sort { $0.comes(before: $1) }
    return ranked
  }

  private static let bound = 32

  private struct Ranked {
    let pair: MatchPair
    let digest: UInt64
    let otherDigest: UInt64

    func comes(before other: Self) -> Bool {
      let (weight, otherWeight) = (pair.weight, other.pair.weight)
      if weight != otherWeight { return weight > otherWeight }
      if digest != other.digest { return digest < other.digest }
      if otherDigest != other.otherDigest { return otherDigest < other.otherDigest }
      return MatchPair.isInOrder(pair, other.pair)
    }
  }
}
