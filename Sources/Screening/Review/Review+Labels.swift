/// How the labels of an included report stand.
public enum LabelStanding: Hashable, Sendable {
  /// Nobody, or not enough people, labelled it yet, or with fewer labels than asked for.
  case unfinished
  /// People differ, or there are more labels than allowed: it stays out of tallies until settled.
  case toSettle
  /// It carries these.
  case settled([ThemeID])
}

extension Review {
  /// How the labels of a report stand.
  public func labelStanding(of report: RecordNumber) -> LabelStanding {
    labelStanding(of: track(of: self.report(of: report)))
  }

  /// The labels that a person gave a report.
  public func labels(of report: RecordNumber, by person: PersonID) -> [ThemeID] {
    guard let short = people.place(of: person) else { return [] }
    let labellings = track(of: self.report(of: report)).labels.filter { $0.person == short }
    let places = labellings.reduce(into: Set<UInt16>()) { $0.formUnion(lists[$1.themes]) }
    return places.sorted().compactMap { themes.id(at: $0) }
  }

  func labelStanding(of track: Track) -> LabelStanding {
    let rule = currentVersion.content.labels
    if !track.settledLabels.isEmpty { return weigh(union(track.settledLabels), under: rule) }
    if rule.people == 1 { return weigh(union(track.labels), under: rule) }
    let byPerson = Dictionary(grouping: track.labels, by: \.person).mapValues(union)
    guard byPerson.count >= rule.people else { return .unfinished }
    let sets = Set(byPerson.values)
    guard sets.count == 1, let set = sets.first else { return .toSettle }
    return weigh(set, under: rule)
  }

  private func union(_ labellings: [Track.Labelling]) -> Set<UInt16> {
    labellings.reduce(into: []) { $0.formUnion(lists[$1.themes]) }
  }

  private func weigh(_ labels: Set<UInt16>, under rule: LabelRule) -> LabelStanding {
    if labels.count > rule.max { return .toSettle }
    if labels.count < rule.min || labels.isEmpty { return .unfinished }
    return .settled(labels.sorted().compactMap { themes.id(at: $0) })
  }

  /// The charted values of a report, by field.
  public func chart(of report: RecordNumber) -> [FieldID: FieldCharted] {
    var chart: [FieldID: FieldCharted] = [:]
    for place in track(of: self.report(of: report)).chart.values {
      let charted = values[Int(place)].fact
      if charted.value != .none { chart[charted.field] = charted }
    }
    return chart
  }

  /// Whether a report is marked as cited in the write-up.
  public func isSelected(_ report: RecordNumber) -> Bool {
    track(of: self.report(of: report)).isSelected
  }

  /// The study of a report, by the lowest number among its reports' records.
  public func study(of report: RecordNumber) -> RecordNumber {
    var seen: Set<RecordNumber> = []
    var waiting = records(of: self.report(of: report))
    while let record = waiting.popLast() {
      guard seen.insert(record).inserted else { continue }
      waiting += records(of: self.report(of: record))
      for join in studyJoins where join.low == record || join.high == record {
        waiting += [join.low, join.high]
      }
    }
    return seen.min() ?? report
  }
}
