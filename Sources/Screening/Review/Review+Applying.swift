extension Review {
  /// Takes the next entry of the ledger: the only way that a review changes.
  ///
  /// Total: whatever a legal ledger may hold has a defined effect, and what names a record that
  /// was never filed has none.
  public mutating func apply(
    _ fact: Fact, by author: Author, at position: Position, moment: Moment
  ) {
    let at = position.value
    let person = enter(author)
    switch fact {
    case .protocolAdopted(let fact): adopt(fact, at: at)
    case .rolesGiven(let id, let roles): give(roles, to: enter(id), at: at)
    case .blindLifted: if person != Step.none { members[Int(person)].liftedAt = at }
    case .outcomesDisclosed(let stages): for stage in stages { disclosedAt[stage] = at }

    case .fileImported(let fact): file(fact, at: at)
    case .quarantineAccepted(let fact): correct(fact, at: at)
    case .quarantineDismissed(let file, let item, _): dismiss(item, of: file)
    case .recordsWithdrawn(let file, let ranges, _): withdraw(ranges, of: file)

    case .recordsLinked(let pairs):
      for pair in pairs { link(pair, at: at, isByRule: person == Step.none) }
    case .linksRemoved(let pairs): unlink(pairs)
    case .recordsParted(let pairs, let relinked):
      apart.formUnion(pairs)
      // They stay joined from when they were: the replay must not join them anew.
      for pair in relinked {
        let since = group(of: pair.low)?.position(joining: pair)
        link(pair, at: since ?? at, isByRule: false)
      }
      unlink(pairs)

    case .limitsApplied(let removed, let returned): applyLimits(removed, returned, at: at)
    case .reportRemoved(let report, _): take(.removedByPerson, at, person, on: [report])
    case .reportPutBack(let report, _): take(.putBack, at, person, on: [report])

    case .decisionGiven(let fact): decide(fact, by: person, at: at)
    case .decisionsShown(let id, let stage, let reports):
      take(.shown, at, enter(id), stage, on: reports)
    case .conflictsOpened(let stage, let reports): take(.opened, at, person, stage, on: reports)
    case .resolutionProposed(let fact): propose(fact, by: person, at: at)
    case .resolutionConfirmed(let report, let stage, _, let settles):
      take(settles ? .settled : .confirmed, at, person, stage, on: [report])
    case .conflictResolved(let fact): resolve(fact, by: person, at: at)
    case .roundsReopened(let fact): reopen(fact, by: person, at: at)
    case .arbiterAppointed(let report, let stage, let id):
      take(.appointed, at, enter(id), stage, on: [report])
    case .workHandedOver(let fact): handOver(fact, at: at)
    case .pilotDrawn(let fact): draw(fact, at: at)
    case .pilotPassed(let stage, _): pilots[stage]?.passedAt = at
    case .screeningStopped(let reports, _): stop(reports, at: at)
    case .screeningResumed: resume()

    case .textAttempted(let report, _): retrieve(.attempted, report, by: person, at: at)
    case .textObtained(let fact): obtain(fact, by: person, at: at)
    case .textNotRetrieved(let report, _): retrieve(.notRetrieved, report, by: person, at: at)
    case .textWithdrawn(let report, _): retrieve(.withdrawn, report, by: person, at: at)

    case .labelsGiven(let report, let themes): label(report, themes, by: person, at: at)
    case .labelsSettled(let report, let themes, _):
      settleLabels(of: report, themes, by: person, at: at)
    case .fieldCharted(let fact): chart(fact, by: person, at: at)
    case .noteTaken(let fact):
      take(.noted, at, person, fact.stage ?? .fullText, on: [fact.report])
    case .reportSelected(let report, let isSelected):
      take(isSelected ? .selected : .deselected, at, person, on: [report])
    case .studiesJoined(let one, let other): studyJoins.insert(RecordPair(one, other))
    case .studySplit(let report): splitStudy(of: report)
    }
    self.position = position
    self.moment = max(self.moment, moment)
  }

  // MARK: People

  /// The short number of an author; none for a rule.
  private mutating func enter(_ author: Author) -> UInt16 {
    switch author {
    case .person(let id): enter(id)
    case .rule: Step.none
    }
  }

  mutating func enter(_ id: PersonID) -> UInt16 {
    let short = people.enter(id)
    while members.count <= Int(short) {
      members.append(Member())
      for stage in decided.indices { decided[stage].append(NumberSet()) }
    }
    return short
  }

  private mutating func give(_ roles: Roles, to person: UInt16, at: UInt32) {
    let wasReviewer = members[Int(person)].roles.contains(.reviewer)
    members[Int(person)].roles = roles
    guard wasReviewer, !roles.contains(.reviewer) else { return }
    // Who leaves before deciding leaves the pilot's roster: its rounds ask for one fewer.
    for stage in Stage.allCases {
      for report in pilots[stage]?.sample ?? [] where exists(report) {
        let round = track(of: self.report(of: report))[stage]
        guard round.asked?.contains(person) == true, round.decision(of: person) == nil
        else { continue }
        take(
          Step(position: at, person: person, kind: .seatLeft, stage: stage), on: report)
      }
    }
  }

  // MARK: Filing

  private mutating func file(_ fact: FileImported, at: UInt32) {
    // Numbers are given densely; what claims others was never filed by this program.
    guard isNext(fact.first), Int(fact.file.value) == files.count + 1,
      !UInt32(rows.count).addingReportingOverflow(fact.accepted).overflow
    else { return }
    files.append(File(fact: fact, position: at))
    for _ in 0..<fact.accepted { found(inFile: UInt16(truncatingIfNeeded: files.count - 1)) }
  }

  private mutating func correct(_ fact: QuarantineAccepted, at: UInt32) {
    let place = Int(fact.file.value) - 1
    guard files.indices.contains(place), isNext(fact.record) else { return }
    files[place].answered[fact.item] = .some(fact.record)
    files[place].corrected.append((fact.record, fact.batch))
    found(inFile: UInt16(truncatingIfNeeded: place))
  }

  private mutating func dismiss(_ item: UInt32, of file: ImportNumber) {
    let place = Int(file.value) - 1
    guard files.indices.contains(place) else { return }
    files[place].answered[item] = .some(nil)
  }

  private func isNext(_ record: RecordNumber) -> Bool {
    record.value > 0 && Int(record.value) - 1 == rows.count
  }

  private mutating func found(inFile file: UInt16) {
    rows.append(RecordRow(file: file))
    refresh(RecordNumber(UInt32(rows.count)))
  }

  private mutating func withdraw(_ ranges: [RecordRange], of file: ImportNumber) {
    for record in filed(ranges) { withdraw(record) }
    let place = Int(file.value) - 1
    guard files.indices.contains(place) else { return }
    files[place].isWithdrawn = true
  }

  // MARK: Before screening

  private mutating func applyLimits(
    _ removed: [LimitRemoval], _ returned: [RecordRange], at: UInt32
  ) {
    for removal in removed {
      let limit = limits.enter(removal.limit)
      for report in filed(removal.reports) {
        take(Step(position: at, reason: limit, kind: .removedByLimit), on: report)
      }
    }
    for report in filed(returned) { take(Step(position: at, kind: .returned), on: report) }
  }

  private mutating func stop(_ reports: [RecordRange], at: UInt32) {
    resume()
    stoppedAt = at
    for report in filed(reports) { take(Step(position: at, kind: .left), on: report) }
  }

  private mutating func resume() {
    // A report is left by the stop that is in force; without one it waits again.
    stoppedAt = nil
    let left = leaves[Int(Leaf.leftUnscreened.rawValue)]
    for report in left.numbers { refresh(report) }
  }

  /// The numbers in ranges, as far as they were given.
  private func filed(_ ranges: [RecordRange]) -> [RecordNumber] {
    ranges.flatMap { $0.upTo(UInt32(rows.count)).numbers }
  }

  /// Adds a step that says no more than what, who and at which stage.
  private mutating func take(
    _ kind: Step.Kind, _ at: UInt32, _ person: UInt16, _ stage: Stage = .titleAbstract,
    on reports: [RecordNumber]
  ) {
    for report in reports {
      take(Step(position: at, person: person, kind: kind, stage: stage), on: report)
    }
  }
}
