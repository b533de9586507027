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

  private var keys: [MatchKey] = []
  private var passes = [Pass](repeating: Pass(), count: Passes.count)

  /// No records yet.
  public init() {}

  /// How many records there are.
  public var count: Int { keys.count }

  /// Adds records and gives the pairs in which one of them is, sure or to be asked.
  @discardableResult
  public mutating func add(_ records: [MatchKey]) -> [MatchPair] {
    let sorted = records.sorted { $0.number < $1.number }
    var found: [MatchPair] = []
    var start = 0
    while start < sorted.count {
      let end = min(sorted.count, start + Self.slice)
      found += add(slice: sorted[start..<end])
      start = end
    }
    found.sort { ($0.low, $0.high) < ($1.low, $1.high) }
    pairs = (pairs + found).sorted { ($0.low, $0.high) < ($1.low, $1.high) }
    return found
  }

  /// The groups that the sure pairs make, and what is left to ask.
  ///
  /// `apart` are the pairs that people have said are two documents.
  public func groups(apart: [(UInt32, UInt32)] = []) -> MatchGroups {
    var places: [UInt32: Int] = [:]
    for (place, key) in keys.enumerated() { places[key.number] = place }
    return MatchGroups(pairs, apart: apart) { number in places[number].map { keys[$0] } }
  }

  private mutating func add(slice: ArraySlice<MatchKey>) -> [MatchPair] {
    let firstNew = keys.count
    keys += slice
    var filed = [[(key: UInt64, place: Int)]](repeating: [], count: Passes.count)
    for place in firstNew..<keys.count {
      for (pass, key) in Passes.keys(of: keys[place]).enumerated() where key != 0 {
        filed[pass].append((key, place))
      }
    }
    var candidates: [UInt64] = []
    for pass in 0..<Passes.count {
      passes[pass].file(filed[pass]) { candidates.append(UInt64($0) << 32 | UInt64($1)) }
      filed[pass] = []
    }
    candidates.sort()
    var found: [MatchPair] = []
    var previous: UInt64 = .max
    for candidate in candidates where candidate != previous {
      previous = candidate
      let (one, other) = (Int(candidate >> 32), Int(candidate & 0xFFFF_FFFF))
      guard Verdict.isOpen(keys[one], keys[other]) else { continue }
      let pair = MatchPair(keys[one], keys[other])
      if pair.band != .different { found.append(pair) }
    }
    return found
  }

  /// So many records are compared at a time, which bounds the memory for pairs to compare.
  private static let slice = 1 << 16
}
