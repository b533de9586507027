/// The conflicts that people settle together.
extension Review {
  /// The conflicts of a stage that were opened to a person as one of their parties.
  public func openedConflicts(at stage: Stage, to person: PersonID) -> [RecordNumber] {
    guard let short = people.place(of: person) else { return [] }
    return leaves[Int(Leaf.inConflict(at: stage).rawValue)].numbers.filter { report in
      let round = track(of: report)[stage]
      return round.sharedAt != nil && round.decision(of: short) != nil
    }
  }

  /// Whether a lead opens conflicts of a stage to their parties: its pilot's, which runs, and those
  /// of a protocol that asks for consensus. Follows from what everybody knows.
  public func opensConflicts(at stage: Stage) -> Bool {
    rule(of: stage).conflicts == .consensus
      || pilotStanding(at: stage).map { !$0.isPassed && $0.open > 0 } ?? false
  }
}
