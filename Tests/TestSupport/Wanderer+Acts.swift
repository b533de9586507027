import Screening

extension Wanderer {
  typealias Act = @Sendable (inout Wanderer) throws(Refusal) -> Void

  /// The acts, each as often as its weight says.
  private static let acts: [(weight: Int, act: Act)] = [
    (400, { w throws(Refusal) in try w.decideOffered() }),
    (30, { w throws(Refusal) in try w.decideAnything() }),
    (70, { w throws(Refusal) in try w.resolve() }),
    (25, { w throws(Refusal) in try w.openConflicts() }),
    (90, { w throws(Refusal) in try w.agree() }),
    (25, { w throws(Refusal) in try w.reopen() }),
    (6, { w throws(Refusal) in try w.appoint() }),
    (16, { w throws(Refusal) in try w.handOver() }),
    (12, { w throws(Refusal) in try w.drawPilot() }),
    (25, { w throws(Refusal) in try w.passPilot() }),
    (4, { w throws(Refusal) in try w.stop() }),
    (12, { w throws(Refusal) in try w.resume() }),
    (12, { w throws(Refusal) in try w.disclose() }),
    (1, { w throws(Refusal) in try w.liftBlind() }),
    (10, { w throws(Refusal) in try w.changeRoles() }),
    (10, { w throws(Refusal) in try w.amend() }),
    (18, { w throws(Refusal) in try w.file() }),
    (10, { w throws(Refusal) in try w.answerQuarantine() }),
    (3, { w throws(Refusal) in try w.withdraw() }),
    (22, { w throws(Refusal) in try w.merge() }),
    (22, { w throws(Refusal) in try w.split() }),
    (10, { w throws(Refusal) in try w.linkByRule() }),
    (12, { w throws(Refusal) in try w.applyLimits() }),
    (10, { w throws(Refusal) in try w.remove() }),
    (10, { w throws(Refusal) in try w.putBack() }),
    (110, { w throws(Refusal) in try w.retrieve() }),
    (60, { w throws(Refusal) in try w.label() }),
    (20, { w throws(Refusal) in try w.settleLabels() }),
    (20, { w throws(Refusal) in try w.chart() }),
    (10, { w throws(Refusal) in try w.note() }),
    (10, { w throws(Refusal) in try w.select() }),
    (20, { w throws(Refusal) in try w.changeStudies() }),
  ]

  private static let weights = acts.reduce(0) { $0 + $1.weight }

  mutating func anyAct() -> Act {
    var throwAt = below(Wanderer.weights)
    for (weight, act) in Wanderer.acts {
      throwAt -= weight
      if throwAt < 0 { return act }
    }
    return { _ in }
  }

  // MARK: Team and protocol

  private mutating func changeRoles() throws(Refusal) {
    let person = anyone()
    let usual = PersonID.cast.first { $0.person == person }?.roles ?? []
    let roles = chance(70) ? usual : any(usual, Roles(), usual.subtracting(.reviewer), .observer)
    try story.give(roles, to: person)
  }

  private mutating func amend() throws(Refusal) {
    guard let content = story.review.content else { return }
    let amended = anyAmendment(of: content)
    var requotas: [ProtocolAdopted.Requota] = []
    for move in story.review.preview(adopting: amended).moves where chance(60) {
      let rule = move.stage == .titleAbstract ? amended.titleAbstract : amended.fullText
      requotas.append(
        ProtocolAdopted.Requota(
          stage: move.stage, reviewers: UInt8(rule.reviewers), reports: [move.report]))
    }
    try story.amend(requotas: requotas) { $0 = amended }
  }

  private mutating func disclose() throws(Refusal) {
    let (lead, stages) = (person(.lead), any([], [stage()]))
    try story.act(by: lead) { r throws(Refusal) in try r.disclosing(stages, by: lead) }
  }

  private mutating func liftBlind() throws(Refusal) {
    let lead = person(.lead)
    try story.act(by: lead) { r throws(Refusal) in try r.liftingBlind(by: lead) }
  }

  // MARK: From file to report

  private mutating func file() throws(Refusal) {
    guard story.review.recordCount < roomForRecords else { return }
    let source: SourceID = any("medline", "register", "web", "hand", "before", "closed")
    try story.file(UInt32(below(5)), from: source, quarantined: UInt32(below(3)))
  }

  private mutating func answerQuarantine() throws(Refusal) {
    let number = ImportNumber(UInt16(below(story.review.imports.count + 1) + 1))
    let (item, isCorrected) = (UInt32(below(3)), chance(60))
    try story.act(by: .lib) { r throws(Refusal) in
      isCorrected
        ? try r.correcting(item, of: number, batch: BatchID(high: 9, low: 9), by: .lib)
        : try r.dismissing(item, of: number, grounds: "No record.", by: .lib)
    }
  }

  private mutating func withdraw() throws(Refusal) {
    let number = ImportNumber(UInt16(below(story.review.imports.count + 1) + 1))
    try story.act(by: .lib) { r throws(Refusal) in
      try r.withdrawing(number, grounds: "Wrong file.", by: .lib)
    }
  }

  // MARK: Duplicates

  private mutating func merge() throws(Refusal) {
    let librarian = person([.lead, .librarian])
    var records = [record(), record()]
    if chance(10) { records.append(record()) }
    try story.act(by: librarian) { [records] r throws(Refusal) in
      try r.merging(records, by: librarian)
    }
  }

  private mutating func split() throws(Refusal) {
    let librarian = person([.lead, .librarian])
    let merged = (1...UInt32(story.review.recordCount)).map { RecordNumber($0) }
      .filter { story.review.records(of: story.review.report(of: $0)).count > 1 }
    let one = any(merged) ?? record()
    let pair = any(story.review.links(of: one))?.pair
    let (other, way) = (record(), below(3))
    try story.act(by: librarian) { r throws(Refusal) in
      switch way {
      case 0: try r.parting(one, other, by: librarian)
      case 1: try r.unlinking(pair?.low ?? one, pair?.high ?? other, by: librarian)
      default: try r.splitting(one, by: librarian)
      }
    }
  }

  private mutating func linkByRule() throws(Refusal) {
    let pairs = (0..<3).map { _ in RecordPair(record(), record()) }
    guard let fact = story.review.linkingByRule(pairs).fact else { return }
    story.write(fact, by: .rule(.duplicates))
  }

  // MARK: Before screening

  private mutating func applyLimits() throws(Refusal) {
    let failing: [(report: RecordNumber, failing: LimitID?)] = (0..<4).map { _ in
      (record(), any(nil, "date", "language"))
    }
    guard let fact = story.review.applyingLimits(failing) else { return }
    story.write(fact, by: .rule(.limits))
  }

  private mutating func remove() throws(Refusal) {
    let (report, lead) = (report(in: .awaitingTitleAbstract), person(.lead))
    try story.act(by: lead) { r throws(Refusal) in
      try r.removing(report, grounds: "A test page.", by: lead)
    }
  }

  private mutating func putBack() throws(Refusal) {
    let (report, lead) = (report(in: .removedByPerson, .removedByAutomation), person(.lead))
    try story.act(by: lead) { r throws(Refusal) in
      try r.puttingBack(report, grounds: "It belongs here.", by: lead)
    }
  }
}
