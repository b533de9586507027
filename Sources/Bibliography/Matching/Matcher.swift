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
  public private(set) var keys: MatchKeys
  /// How many of them are compared already.
  private var compared = 0

  /// No records yet; what of their keys goes beyond memory is put into other room.
  public init(beyondMemory scratch: (any Scratch)? = nil) {
    self.init(keys: MatchKeys(beyondMemory: scratch), pairs: [])
  }

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
    var search = PairSearch(keys, firstNew: compared)
    let found = search.run()
    compared = count
    pairs += found
    pairs.sort(by: MatchPair.isInOrder)
    return found
  }

  /// The groups that the sure pairs make, and what is left to ask.
  ///
  /// `apart` are the pairs that people have said are two documents.
  public func groups(apart: [(UInt32, UInt32)] = []) -> MatchGroups {
    MatchGroups(pairs, apart: apart, keys: keys)
  }
}
