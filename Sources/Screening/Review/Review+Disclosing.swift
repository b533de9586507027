extension Review {
  /// Shows the team the settled outcomes and numbers up to this moment.
  public func disclosing(_ stages: [Stage], by person: PersonID) throws(Refusal) -> Fact {
    _ = try who(person, with: .lead)
    return .outcomesDisclosed(stages: stages.isEmpty ? Stage.allCases : stages)
  }

  /// A lead lifts the blind for themself, for everyone to see.
  public func liftingBlind(by person: PersonID) throws(Refusal) -> Fact {
    let who = try who(person, with: .lead)
    guard who.liftedAt == nil else { throw .alreadyLifted }
    return .blindLifted
  }
}
