/// A report put before a person for a while; it ends by itself.
public struct Offer: Hashable, Sendable {
  /// The report.
  public var report: RecordNumber
  /// The stage.
  public var stage: Stage
  /// Who looks at it.
  public var person: PersonID
  /// When it ends.
  public var until: Moment

  /// Joins the parts.
  public init(report: RecordNumber, stage: Stage, person: PersonID, until: Moment) {
    self.report = report
    self.stage = stage
    self.person = person
    self.until = until
  }
}

extension Review {
  /// The next reports for a person at a stage: those that still need a decision, that they may
  /// give, and that are not being looked at by enough others. Their own open offers come first.
  public func offering(
    _ count: Int, at stage: Stage, to person: PersonID, beside offers: [Offer] = []
  ) throws(Refusal) -> [RecordNumber] {
    let who = try who(person, with: .reviewer)
    var lookers: [RecordNumber: [UInt16]] = [:]
    var chosen: [RecordNumber] = []
    for offer in offers where offer.stage == stage {
      if offer.person == person {
        if isOpen(offer.report, at: stage, for: who, beside: []) { chosen.append(offer.report) }
      } else if let other = people.place(of: offer.person) {
        lookers[offer.report, default: []].append(other)
      }
    }
    chosen = Array(chosen.prefix(count))
    let done = decided[Int(stage.rawValue)][Int(who.short)]
    let open = open(at: stage)
    var last: RecordNumber?
    while chosen.count < count, let report = open.next(after: last, excluding: [done]) {
      last = report
      guard !chosen.contains(report) else { continue }
      if isOpen(report, at: stage, for: who, beside: lookers[report] ?? []) {
        chosen.append(report)
      }
    }
    return chosen
  }

  /// How many reports a person may still decide at a stage, whoever else is looking at them.
  public func openCount(at stage: Stage, for person: PersonID) -> Int {
    guard let short = people.place(of: person), isReviewer(short) else { return 0 }
    let open = open(at: stage)
    if isGateShut(at: stage) {
      // A sample is for its roster: to anybody else the count would tell how far they are.
      guard let who = try? who(person, with: .reviewer) else { return 0 }
      return open.numbers.count { isOpen($0, at: stage, for: who, beside: []) }
    }
    return open.count - open.count(sharedWith: decided[Int(stage.rawValue)][Int(short)])
  }

  /// The reports that ask for decisions: until a pilot is passed, those of its sample.
  private func open(at stage: Stage) -> NumberSet {
    let awaiting = leaves[Int(Leaf.awaiting(stage).rawValue)]
    guard isGateShut(at: stage) else { return awaiting }
    return NumberSet(sample(at: stage).numbers.filter { awaiting.contains($0) })
  }

  private func isOpen(
    _ report: RecordNumber, at stage: Stage, for who: Actor, beside others: [UInt16]
  ) -> Bool {
    let track = track(of: report)
    let round = track[stage]
    guard round.decision(of: who.short) == nil else { return false }
    // Who has decided since is no longer looking.
    let looking = others.count { round.decision(of: $0) == nil }
    guard needed(by: round, at: stage) - round.decisions.count > looking else { return false }
    do throws(Refusal) {
      let leaf = self[report].leaf ?? .gone
      try checkFirstDecision(
        of: who, on: Subject(report: report, track: track, leaf: leaf), at: stage)
      return true
    } catch {
      return false
    }
  }
}
