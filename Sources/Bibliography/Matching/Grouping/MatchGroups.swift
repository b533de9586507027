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

  /// Builds the groups of some pairs, given in order.
  init(_ pairs: [MatchPair], apart: [(UInt32, UInt32)], keys: MatchKeys) {
    var building = GroupBuilding(pairs, apart: apart, keys: keys)
    building.joinGroups()
    links = building.links.sorted(by: MatchPair.isInOrder)
    groups = building.forest.groups.map { $0.map { keys.numbers[$0] } }
    asked = building.asked.sorted(by: MatchPair.isInOrder)
  }
}
