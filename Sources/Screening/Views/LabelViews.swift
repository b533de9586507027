extension Review {
  /// Whether a report still asks this person for labels. Where two people label without seeing each
  /// other, it never tells what the other gave.
  public func asksForLabels(_ report: RecordNumber, of person: PersonID) -> Bool {
    if currentVersion.content.labels.people == 1 {
      return labelStanding(of: report) == .unfinished
    }
    return labels(of: report, by: person).isEmpty
  }
}
