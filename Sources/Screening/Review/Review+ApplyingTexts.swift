extension Review {
  mutating func obtain(_ fact: TextObtained, by person: UInt16, at: UInt32) {
    take(
      Step(position: at, person: person, kind: .obtained, code: TextAccess(fact).code),
      on: fact.report)
  }

  mutating func label(
    _ report: RecordNumber, _ themes: [ThemeID], by person: UInt16, at: UInt32
  ) {
    let isShared = version(at: at).content.labels.people == 1
    take(
      Step(
        position: at, detail: enter(themes), person: person, kind: .labelled,
        code: isShared ? 1 : 0), on: report)
  }

  mutating func settleLabels(
    of report: RecordNumber, _ themes: [ThemeID], by person: UInt16, at: UInt32
  ) {
    take(
      Step(position: at, detail: enter(themes), person: person, kind: .labelsSettled), on: report)
  }

  mutating func chart(_ fact: FieldCharted, by person: UInt16, at: UInt32) {
    values.append(Charted(fact: fact, position: at))
    take(
      Step(
        position: at, detail: UInt32(values.count - 1), person: person,
        reason: fields.enter(fact.field), kind: .charted), on: fact.report)
  }

  mutating func splitStudy(of report: RecordNumber) {
    let members = Set(records(of: report))
    studyJoins = studyJoins.filter { !members.contains($0.low) && !members.contains($0.high) }
  }

  private mutating func enter(_ themes: [ThemeID]) -> UInt32 {
    lists.enter(themes.map { self.themes.enter($0) }.sorted())
  }
}
