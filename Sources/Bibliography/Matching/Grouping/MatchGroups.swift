/// The groups that sure pairs make, and the pairs that are left for people.
///
/// Strong pairs come first. A pair joins two groups only if no two of their records are barred from
/// being linked, and if the groups as a whole agree: one weak link never joins two strong groups.
public struct MatchGroups: Sendable {
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

  /// Builds the groups of some pairs, given in order.
  init(_ pairs: [MatchPair], apart: [(UInt32, UInt32)], keys: MatchKeys) {
    var building = GroupBuilding(pairs, apart: apart, keys: keys)
    building.joinGroups()
    links = building.links.sorted(by: MatchPair.isInOrder)
    asked = building.asked.sorted(by: MatchPair.isInOrder)
  }

  /// The groups of two and more records, each in order, by their first: what the links connect.
  public var groups: [[UInt32]] {
    let numbers = Set(links.flatMap { [$0.low, $0.high] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
    var forest = Forest(count: numbers.count, bound: .max)
    for link in links {
      guard let low = places[link.low], let high = places[link.high] else { continue }
      forest.join(forest.root(of: low), forest.root(of: high))
    }
    return forest.groups.map { $0.map { numbers[$0] } }
  }
}
