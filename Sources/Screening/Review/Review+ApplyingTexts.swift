extension Review {
  mutating func obtain(_ fact: TextObtained, by person: UInt16, at: UInt32) {
    retrieve(.obtained, fact.report, by: person, at: at, code: TextAccess(fact).code)
  }

  /// A step of retrieval. It fixes where the report entered, and so carries it: after a split, a
  /// part that never was at title-abstract by itself must not seem to have skipped it.
  mutating func retrieve(
    _ kind: Step.Kind, _ report: RecordNumber, by person: UInt16, at: UInt32, code: UInt8 = 0
  ) {
    guard exists(report) else { return }
    take(
      Step(position: at, person: person, kind: kind, stage: entry(of: report), code: code),
      on: report)
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
    let cut = studyJoins.filter { members.contains($0.low) || members.contains($0.high) }
    studyJoins.subtract(cut)
    // What it alone held together stays together.
    let others = Set(cut.flatMap { [$0.low, $0.high] }).subtracting(members).sorted()
    for (one, other) in zip(others, others.dropFirst()) {
      studyJoins.insert(RecordPair(one, other))
    }
  }

  private mutating func enter(_ themes: [ThemeID]) -> UInt32 {
    lists.enter(themes.map { self.themes.enter($0) }.sorted())
  }
}
