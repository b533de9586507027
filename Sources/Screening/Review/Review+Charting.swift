extension Review {
  /// Labels an included report with themes, in place of the person's earlier labels.
  public func labelling(
    _ record: RecordNumber, themes: [ThemeID], by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: [.lead, .reviewer, .arbiter])
    let subject = try included(record, for: who)
    try checkLabels(themes)
    let labellers = Set(subject.track.labels.map(\.person))
    let people = currentVersion.content.labels.people
    if people > 1 && labellers.count >= people && !labellers.contains(who.short) {
      throw .enoughLabellers(subject.report)
    }
    return .labelsGiven(subject.report, themes: themes)
  }

  /// Settles labels that differ, or that a merge or an amendment left too many of; of two people's
  /// labels, as someone who gave neither. What was settled so can be settled anew.
  public func settlingLabels(
    of record: RecordNumber, themes: [ThemeID], grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: [.lead, .arbiter])
    let subject = try included(record, for: who)
    try checkLabels(themes)
    let isLabeller = subject.track.labels.contains { $0.person == who.short }
    if isLabeller && currentVersion.content.labels.people > 1 {
      throw .labelledItself(subject.report)
    }
    let isSettledBefore = !subject.track.settledLabels.isEmpty
    guard isSettledBefore || labelStanding(of: subject.track) == .toSettle else {
      throw .labelsNotInConflict(subject.report)
    }
    return .labelsSettled(subject.report, themes: themes, grounds: try grounds.asGrounds())
  }

  /// Charts a field of an included report, in place of its earlier value.
  public func charting(
    _ record: RecordNumber, field: FieldID, value: ChartValue, page: String? = nil,
    by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: [.lead, .reviewer, .arbiter, .librarian])
    let subject = try included(record, for: who)
    let known = currentVersion.content.fields
    guard let definition = known.first(where: { $0.id == field }) else {
      throw .unknown(
        .field, field.text,
        nearest: DidYouMean.nearest(to: field.text, among: known.map(\.id.text)))
    }
    if definition.isRetired { throw .retired(.field, field.text) }
    guard definition.kind.accepts(value) else {
      throw .wrongValue(field, wanted: definition.kind.wanted)
    }
    return .fieldCharted(
      FieldCharted(report: subject.report, field: field, value: value, page: page))
  }

  /// Takes a note, or a quotation with its speaker's role, on a report.
  public func noting(_ note: NoteTaken, by person: PersonID) throws(Refusal) -> Fact {
    _ = try who(person, with: [.lead, .reviewer, .arbiter, .librarian])
    let subject = try subject(note.report)
    var note = note
    note.report = subject.report
    _ = try note.words.asGrounds()
    return .noteTaken(note)
  }

  /// Marks an included report as cited in the write-up, or takes the mark back.
  public func selecting(
    _ record: RecordNumber, isSelected: Bool, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: [.lead, .reviewer, .arbiter, .librarian])
    return .reportSelected(try included(record, for: who).report, isSelected: isSelected)
  }

  /// Says that two reports are of one study.
  public func joiningStudies(
    _ one: RecordNumber, _ other: RecordNumber, by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try who(person, with: [.lead, .reviewer, .arbiter, .librarian])
    let (first, second) = (try subject(one).report, try subject(other).report)
    if study(of: first) == study(of: second) { throw .sameStudy(first, second) }
    return .studiesJoined(first, second)
  }

  /// Says that a report is a study of its own.
  public func splittingStudy(
    of record: RecordNumber, by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try who(person, with: [.lead, .reviewer, .arbiter, .librarian])
    let report = try subject(record).report
    let members = Set(records(of: report))
    guard studyJoins.contains(where: { members.contains($0.low) || members.contains($0.high) })
    else { throw .notJoined(report) }
    return .studySplit(report)
  }

  private func checkLabels(_ given: [ThemeID]) throws(Refusal) {
    let known = currentVersion.content.allThemes
    for id in given {
      guard let theme = known.first(where: { $0.id == id }) else {
        throw .unknown(
          .theme, id.text,
          nearest: DidYouMean.nearest(to: id.text, among: known.map(\.id.text)))
      }
      if theme.isRetired { throw .retired(.theme, id.text) }
      if !theme.isLabel { throw .notALabel(id) }
    }
    let max = currentVersion.content.labels.max
    if Set(given).count > max { throw .tooManyLabels(given: Set(given).count, max: max) }
  }
}

extension ChartField.Kind {
  /// Whether a value is of this kind; taking a value back always is.
  func accepts(_ value: ChartValue) -> Bool {
    switch (self, value) {
    case (_, .none), (.text, .text), (.year, .year), (.yesNo, .yesNo): true
    case (.number, .number(let text)): Double(text)?.isFinite == true
    case (.choice(let allowed), .choices(let given)):
      given.count == 1 && given.allSatisfy(allowed.contains)
    case (.choices(let allowed), .choices(let given)): given.allSatisfy(allowed.contains)
    case (.text, _), (.number, _), (.year, _), (.yesNo, _), (.choice, _), (.choices, _): false
    }
  }

  /// What the field asks for, in words.
  var wanted: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .year: "a year"
    case .yesNo: "yes or no"
    case .choice(let allowed): "one of " + allowed.joined(separator: ", ")
    case .choices(let allowed): "any of " + allowed.joined(separator: ", ")
    }
  }
}
