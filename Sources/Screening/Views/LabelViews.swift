extension Review {
  /// Whether a report still asks this person for labels. Where two people label without seeing each
  /// other, it never tells what the other gave.
  public func asksForLabels(_ report: RecordNumber, of person: PersonID) -> Bool {
    if currentVersion.content.labels.people == 1 {
      return labelStanding(of: report) == .unfinished
    }
    return labels(of: report, by: person).isEmpty
  }

  /// The labels that a person's own would take the place of: where one person labels, those in
  /// force, whoever gave them; else their own.
  public func labelsInForce(on report: RecordNumber, for person: PersonID) -> [ThemeID] {
    guard currentVersion.content.labels.people == 1 else { return labels(of: report, by: person) }
    let track = track(of: self.report(of: report))
    let inForce = track.settledLabels.isEmpty ? track.labels : track.settledLabels
    let places = inForce.reduce(into: Set<UInt16>()) { $0.formUnion(lists[$1.themes]) }
    return places.sorted().compactMap { themes.id(at: $0) }
  }
}
