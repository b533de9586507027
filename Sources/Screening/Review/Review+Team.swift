extension Review {
  /// Gives a person their roles in the review, in place of those they had; none: they leave it.
  ///
  /// The first lead is given by the person who founds the review.
  public func giving(
    _ roles: Roles, to person: PersonID, by lead: PersonID
  ) throws(Refusal) -> Fact {
    if leads.isEmpty { return .rolesGiven(person: person, roles: roles) }
    _ = try who(lead, with: .lead)
    if leads == [person] && !roles.contains(.lead) { throw .lastLead }
    return .rolesGiven(person: person, roles: roles)
  }

  /// The leads.
  public var leads: [PersonID] { team.filter { $0.roles.contains(.lead) }.map(\.person) }

  /// Everyone with a role, in the order in which they joined.
  public var team: [(person: PersonID, roles: Roles)] {
    members.indices.compactMap { place in
      guard !members[place].roles.isEmpty,
        let id = people.id(at: UInt16(truncatingIfNeeded: place))
      else { return nil }
      return (id, members[place].roles)
    }
  }

  /// The roles of a person; none for someone who has no part in the review.
  public func roles(of person: PersonID) -> Roles {
    people.place(of: person).map { members[Int($0)].roles } ?? []
  }

  /// Whether a person occurs in the ledger, with a role or without.
  public func knows(_ person: PersonID) -> Bool { people.place(of: person) != nil }

  /// Whether a person lifted the blind for themself.
  public func hasLiftedBlind(_ person: PersonID) -> Bool {
    people.place(of: person).map { members[Int($0)].liftedAt != nil } ?? false
  }
}
