extension Track {
  /// Takes the next step. Total: whatever a legal ledger may hold has a defined effect.
  mutating func take(_ step: Step, in review: Review) {
    let stage = step.stage
    switch step.kind {
    case .removedByPerson: removal = .byPerson
    case .removedByLimit: removal = .byLimit(step.reason)
    case .putBack: putBack()
    case .returned: removal = .none
    case .left: leftAt = step.position

    case .drawn: draw(step, in: review)
    case .seatLeft: leaveSeat(step, in: review)
    case .handedOver: handOver(step)
    case .decided: decide(step, in: review)
    case .askedToReopen: self[stage].requests.append(Decision(step))
    case .requota: requota(step, in: review)
    case .shown: self[stage].show(to: step.person, at: step.position)
    case .opened: share(step, in: review)
    case .proposed: self[stage].proposal = Round.Proposal(step)
    case .confirmed: self[stage].proposal?.confirmed.append(step.person)
    case .settled: settleByConsensus(step, in: review)
    case .appointed: self[stage].appointed.append(step.person)
    case .resolved: resolve(step, in: review)
    case .reopened: reopen(step, in: review)

    case .attempted:
      attempts += 1
      retrieve(step, retrieval)
    case .obtained: retrieve(step, .obtained(TextAccess(code: step.code)))
    case .notRetrieved: retrieve(step, .notRetrieved)
    case .withdrawn: retrieve(step, .awaiting)

    case .labelled: label(step)
    case .labelsSettled:
      settledLabels = [Labelling(step)]
      chartedAt = step.position
    case .charted:
      chart[step.reason] = step.detail
      chartedAt = step.position
    case .selected: isSelected = true
    case .deselected: isSelected = false
    case .noted: break
    }
  }

  private mutating func putBack() {
    removal = .none
    isPutBack = true
  }

  private mutating func draw(_ step: Step, in review: Review) {
    let roster = review.lists[step.detail]
    self[step.stage].isPilot = !roster.isEmpty
    self[step.stage].asked = roster.isEmpty ? nil : roster
  }

  private mutating func leaveSeat(_ step: Step, in review: Review) {
    let stage = step.stage
    self[stage].asked?.removeAll { $0 == step.person }
    self[stage].neededSince = step.position
    // A roster that nobody is left of makes it an ordinary round.
    if self[stage].asked?.isEmpty == true {
      self[stage].asked = nil
      self[stage].isPilot = false
    }
    noteCompletion(of: stage, in: review)
  }

  private mutating func handOver(_ step: Step) {
    let successor = UInt16(truncatingIfNeeded: step.detail)
    self[step.stage].asked = self[step.stage].asked?.map { $0 == step.person ? successor : $0 }
  }

  private mutating func requota(_ step: Step, in review: Review) {
    let stage = step.stage
    self[stage].needed = Int(step.code)
    self[stage].neededSince = step.position
    // A round that a change of the number completes is never measured for agreement.
    if self[stage].firstComplete == nil, !review.isAwaiting(self[stage], at: stage) {
      self[stage].firstComplete = []
    }
    noteCompletion(of: stage, in: review)
  }

  private mutating func decide(_ step: Step, in review: Review) {
    let stage = step.stage
    // A full text has a step of retrieval before it, on this part or on one merged into it.
    if entered == nil, stage == .titleAbstract { entered = .titleAbstract }
    // A decision given on a merged report may name a round that this part alone never opened.
    if step.round > self[stage].number {
      self[stage] = self[stage].next(
        number: step.round, opening: .merged, at: step.position, asked: nil)
    }
    if !self[stage].everDecided.contains(step.person) {
      self[stage].everDecided.append(step.person)
    }
    guard step.round == self[stage].number else { return }
    self[stage].take(Decision(step))
    if self[stage].judgedFrom == nil {
      // The rule in force then, not the one in force now: replays come after amendments.
      self[stage].judgedFrom = step.position
      self[stage].needed = review.rule(of: self[stage], at: stage).reviewers
    }
    noteCompletion(of: stage, in: review)
  }

  /// Remembers what a round came to when it first had all its decisions, and that it was in
  /// conflict.
  private mutating func noteCompletion(of stage: Stage, in review: Review) {
    switch review.standing(of: self[stage], at: stage) {
    case .awaiting: return
    case .inConflict: self[stage].wasInConflict = true
    case .agreed, .resolved: break
    }
    if self[stage].firstComplete == nil { self[stage].firstComplete = self[stage].decisions }
  }

  /// The parties of an opened conflict see each other's decisions from here on.
  private mutating func share(_ step: Step, in review: Review) {
    guard isInConflict(step.stage, in: review) else { return }
    self[step.stage].sharedAt = step.position
    for decision in self[step.stage].decisions {
      self[step.stage].show(to: decision.person, at: step.position)
    }
  }

  private mutating func settleByConsensus(_ step: Step, in review: Review) {
    guard let proposal = self[step.stage].proposal, isInConflict(step.stage, in: review)
    else { return }
    self[step.stage].resolution = Round.Resolution(
      person: proposal.person, outcome: proposal.outcome, reason: proposal.reason,
      position: step.position, isConsensus: true)
  }

  private mutating func resolve(_ step: Step, in review: Review) {
    guard isInConflict(step.stage, in: review) else { return }
    self[step.stage].resolution = Round.Resolution(step)
  }

  /// A conflict of a merged report is none on a part of it that has only some of the decisions:
  /// after a split nothing opens or settles there what it does not have.
  private func isInConflict(_ stage: Stage, in review: Review) -> Bool {
    review.standing(of: self[stage], at: stage) == .inConflict
  }

  private mutating func reopen(_ step: Step, in review: Review) {
    let round = self[step.stage]
    let asked = step.detail == 0 ? round.decisions.map(\.person) : review.lists[step.detail]
    self[step.stage] = round.next(
      number: round.number &+ 1, opening: .reopened, at: step.position, asked: asked)
  }

  private mutating func retrieve(_ step: Step, _ outcome: Retrieval) {
    if entered == nil { entered = step.stage }
    retrieval = outcome
    retrievalAt = step.position
  }

  private mutating func label(_ step: Step) {
    // One labeller: the latest word is the word. Two: each has their own.
    let isShared = step.code == 1
    labels.removeAll { isShared || $0.person == step.person }
    labels.append(Labelling(step))
    // What was settled between two labellers is not undone by one of them.
    if isShared { settledLabels = [] }
    chartedAt = step.position
  }
}

extension Round {
  /// Puts a decision in force, in the place of the person's earlier one.
  fileprivate mutating func take(_ decision: Decision) {
    if let place = decisions.firstIndex(where: { $0.person == decision.person }) {
      decisions[place] = decision
    } else {
      decisions.append(decision)
    }
  }

  /// Notes that a person was shown another's decision; the latest showing is the one that counts.
  fileprivate mutating func show(to person: UInt16, at position: UInt32) {
    shownTo.removeAll { $0.person == person }
    shownTo.append(Shown(person: person, position: position))
  }
}
