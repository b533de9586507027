/// The records that live links connect: one report.
struct Group: Hashable, Sendable {
  /// A link between two records, with the entry that made it.
  struct Link: Hashable, Sendable {
    var pair: RecordPair
    var position: UInt32
    var isByRule: Bool
  }

  /// Its records, lowest number first.
  var members: [RecordNumber]
  /// Its links, oldest first.
  var links: [Link]
  /// The record that is counted; the others are its duplicates.
  var kept: RecordNumber

  /// The entry since which two of its records have been in one report.
  func position(joining pair: RecordPair) -> UInt32? {
    links.map(\.position).first { position in
      var then = self
      then.links.removeAll { $0.position > position }
      return then.parts().contains {
        $0.members.contains(pair.low) && $0.members.contains(pair.high)
      }
    }
  }

  /// What is left connected once some links are gone: the parts, each with its links.
  func parts() -> [(members: [RecordNumber], links: [Link])] {
    var leader = Dictionary(uniqueKeysWithValues: members.map { ($0, $0) })
    func root(_ member: RecordNumber) -> RecordNumber {
      var member = member
      while let next = leader[member], next != member { member = next }
      return member
    }
    for link in links {
      let (one, other) = (root(link.pair.low), root(link.pair.high))
      if one != other { leader[max(one, other)] = min(one, other) }
    }
    let parts = Dictionary(grouping: members, by: root)
    return parts.keys.sorted().map { key in
      (parts[key] ?? [], links.filter { root($0.pair.low) == key })
    }
  }
}
