/// Finds the pairs of records that are, or may be, one document.
///
/// Records may come all at once or import by import: the pairs are the same, and do not depend on
/// the order within what is added. Numbers rise from one addition to the next.
public struct Matcher: Sendable {
  /// The version of the rules, to be named where a method is reported. It rises whenever two
  /// records might come into another band.
  public static let version = 1

  /// The pairs found so far that are linked or asked, by their numbers.
  public private(set) var pairs: [MatchPair] = []
  /// What the records are compared by.
  public private(set) var keys = MatchKeys()
  /// How many of them are compared already.
  private var compared = 0

  /// No records yet.
  public init() {}

  /// Takes up what was found before among some records.
  public init(keys: MatchKeys, pairs: [MatchPair]) {
    (self.keys, self.pairs) = (keys, pairs)
    compared = keys.count
  }

  /// How many records there are.
  public var count: Int { keys.count }

  /// Adds a record, whose number is higher than all before, to be compared at the next `match`.
  public mutating func append(_ key: MatchKey) { keys.append(key) }

  /// Adds records and gives the pairs in which one of them is, sure or to be asked.
  @discardableResult
  public mutating func add(_ records: [MatchKey]) -> [MatchPair] {
    for record in records.sorted(by: { $0.number < $1.number }) { append(record) }
    return match()
  }

  /// Compares the records that were added, with each other and with all before, and gives the pairs
  /// in which one of them is, sure or to be asked.
  @discardableResult
  public mutating func match() -> [MatchPair] {
    guard compared < count else { return [] }
    let passes = (0..<Passes.count).map { Pass($0, of: keys, firstNew: compared) }
    var search = PairSearch(keys: keys, passes: passes)
    while compared < count {
      let end = min(count, compared + Self.slice)
      search.compare(compared..<end)
      compared = end
    }
    let found = search.found.sorted(by: MatchPair.isInOrder)
    pairs = pairs.isEmpty ? found : (pairs + found).sorted(by: MatchPair.isInOrder)
    return found
  }

  /// The groups that the sure pairs make, and what is left to ask.
  ///
  /// `apart` are the pairs that people have said are two documents.
  public func groups(apart: [(UInt32, UInt32)] = []) -> MatchGroups {
    MatchGroups(pairs, apart: apart, keys: keys)
  }

  /// So many records are compared at a time, which bounds the memory for where their blocks begin.
  private static let slice = 1 << 16
}

/// The comparing of records with those that share a key with them.
private struct PairSearch {
  let keys: MatchKeys
  let passes: [Pass]
  private(set) var found: [MatchPair] = []
  /// For each record the last with which it was compared, plus one: passes overlap.
  private var seen: [UInt32]

  init(keys: MatchKeys, passes: [Pass]) {
    (self.keys, self.passes) = (keys, passes)
    seen = [UInt32](repeating: 0, count: keys.count)
  }

  mutating func compare(_ places: Range<Int>) {
    let starts = passes.map { $0.starts(of: places) }
    for later in places {
      for (pass, starts) in zip(passes, starts) {
        let start = Int(starts[later - places.lowerBound])
        guard start >= 0 else { continue }
        pass.forEachEarlier(than: later, from: start) { earlier in compare(earlier, later) }
      }
    }
  }

  private mutating func compare(_ earlier: Int, _ later: Int) {
    guard seen[earlier] != UInt32(later + 1) else { return }
    seen[earlier] = UInt32(later + 1)
    let numbers = (keys.numbers[earlier], keys.numbers[later])
    let one = keys.view(earlier)
    let other = keys.view(later)
    guard PairVerdict.isOpen(one, other) else { return }
    let verdict = PairVerdict(one, other)
    if verdict.band != .different { found.append(MatchPair(verdict, of: numbers)) }
  }
}
