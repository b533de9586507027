extension Review {
  /// The labels that a person put on a report; where one person's word is everyone's, those.
  public func labels(of report: RecordNumber, by person: PersonID) -> [ThemeID] {
    let track = track(of: self.report(of: report))
    let isShared = currentVersion.content.labels.people == 1
    let short = people.place(of: person)
    return track.labels.filter { isShared || $0.person == short }
      .flatMap { lists[$0.themes] }.compactMap { themes.id(at: $0) }
  }

  /// Whether a report still asks this person for labels. It never tells what others gave it.
  public func labelCall(on report: RecordNumber, for person: PersonID) -> Bool {
    labels(of: report, by: person).isEmpty
  }
}
