extension Review {
  /// A person removes a report before screening.
  public func removing(
    _ record: RecordNumber, grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    let who = try who(person, with: .lead)
    let subject = try subject(record)
    try checkMayLearnOfDecisions(who)
    guard isReachable(subject.track) else { throw .alreadyDecided(subject.report) }
    if subject.leaf == .removedByPerson { throw .reportWasRemoved(subject.report) }
    return .reportRemoved(subject.report, grounds: try grounds.asGrounds())
  }

  /// A person puts a removed report back; no rule removes it again.
  public func puttingBack(
    _ record: RecordNumber, grounds: Words, by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try who(person, with: .lead)
    let subject = try subject(record)
    guard subject.leaf == .removedByPerson || subject.leaf == .removedByAutomation else {
      throw .wasNotRemoved(subject.report)
    }
    return .reportPutBack(subject.report, grounds: try grounds.asGrounds())
  }

  /// What the limits of the protocol do, given for each report the first limit that it fails among
  /// those that remove; nil where nothing moves.
  ///
  /// Only reports without any decision are reached, and none that a person put back or removed.
  public func applyingLimits(
    _ judged: some Sequence<(report: RecordNumber, failing: LimitID?)>
  ) -> Fact? {
    var removed: [LimitID: [RecordNumber]] = [:]
    var returned: [RecordNumber] = []
    for (record, failing) in judged {
      guard exists(record), let leaf = self[report(of: record)].leaf else { continue }
      let report = report(of: record)
      let track = track(of: report)
      guard isReachable(track), track.removal != .byPerson, leaf != .gone, leaf != .previous
      else { continue }
      if let failing, !track.isPutBack {
        let isSame =
          leaf == .removedByAutomation && limits.id(at: self[report].leafDetail) == failing
        if !isSame { removed[failing, default: []].append(report) }
      } else if leaf == .removedByAutomation {
        returned += records(of: report)
      }
    }
    guard !removed.isEmpty || !returned.isEmpty else { return nil }
    let order = currentVersion.content.limits.map(\.id).filter { removed[$0] != nil }
    return .limitsApplied(
      removed: order.map { limit in
        LimitRemoval(limit: limit, reports: RecordRange.packing(removed[limit] ?? []))
      }, returned: RecordRange.packing(returned))
  }

  /// The limit that removed a report, or the main reason of its exclusion.
  public func limitRemoving(_ report: RecordNumber) -> LimitID? {
    self[report].leaf == .removedByAutomation ? limits.id(at: self[report].leafDetail) : nil
  }

  /// Removal only reaches reports that nobody has decided or sought.
  private func isReachable(_ track: Track) -> Bool {
    !track.hasDecisions && track.retrievalAt == 0
  }
}
