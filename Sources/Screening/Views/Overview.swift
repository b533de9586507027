/// The numbers of a review as one person may see them.
public struct Overview: Hashable, Sendable {
  /// A person's own share of a stage.
  public struct Share: Hashable, Sendable {
    /// The stage.
    public let stage: Stage
    /// How many reports wait for the person.
    public let open: Int
  }

  /// How many reports are in each leaf, live for those who are not blind, else as disclosed.
  public let leaves: [Leaf: Int]
  /// How many reports are somewhere the person is blind for.
  public let inProgress: Int
  /// The person's own share of each stage.
  public let shares: [Share]
}

extension Review {
  /// The reports of a leaf, whoever asks: for numbers that are not shown to the blind.
  public func reports(in leaf: Leaf) -> NumberSet { leaves[Int(leaf.rawValue)] }

  /// Whether a person sees live counts by standing.
  public func seesLiveCounts(_ person: PersonID) -> Bool {
    let roles = roles(of: person)
    if hasLiftedBlind(person) && roles.contains(.lead) { return true }
    return !roles.contains(.reviewer) && !roles.isDisjoint(with: [.lead, .librarian])
  }

  /// The numbers of a review as a person may see them.
  public func overview(for person: PersonID) throws(Refusal) -> Overview {
    let who = try who(person, with: [.lead, .reviewer, .arbiter, .librarian, .observer])
    let shares =
      who.isReviewer
      ? Stage.allCases.map {
        Overview.Share(stage: $0, open: openCount(at: $0, for: person))
      } : []
    var counts: [Leaf: Int] = [:]
    var hidden = 0
    for leaf in Leaf.allCases {
      let reports = leaves[Int(leaf.rawValue)]
      if seesLiveCounts(person) {
        counts[leaf] = reports.count
        continue
      }
      for report in reports.numbers {
        switch whereabouts(of: report, for: person) {
        case .leaf(let seen): counts[seen, default: 0] += 1
        case .inProgress: hidden += 1
        }
      }
    }
    return Overview(
      leaves: counts.filter { $0.value > 0 }, inProgress: hidden, shares: shares)
  }
}
