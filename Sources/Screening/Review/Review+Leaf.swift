extension Review {
  /// The steps of one record's report, oldest first, without those of its duplicates.
  func steps(of record: RecordNumber) -> [Step] {
    let row = self[record]
    guard let first = row.first else { return [] }
    guard let second = row.second else { return [first] }
    guard row.more > 0 else { return [first, second] }
    return [first, second] + longer[Int(row.more) - 1]
  }

  /// The state of a report, replayed: its own steps, and those of the reports merged into it.
  func track(of report: RecordNumber) -> Track {
    guard let group = group(of: report) else {
      var track = Track()
      let row = self[report]
      if let first = row.first { track.take(first, in: self) }
      if let second = row.second { track.take(second, in: self) }
      if row.more > 0 { for step in longer[Int(row.more) - 1] { track.take(step, in: self) } }
      return track
    }
    return track(of: group)
  }

  /// Replays the parts of a group side by side and joins them where their links did.
  private func track(of group: Group) -> Track {
    enum Event {
      case step(Step, on: RecordNumber)
      case link(Group.Link)
    }
    var events: [(position: UInt32, event: Event)] = group.links.map { ($0.position, .link($0)) }
    for member in group.members {
      events += steps(of: member).map { ($0.position, .step($0, on: member)) }
    }
    // An entry makes either links or steps, so equal positions never mix the two; the steps that
    // one entry makes keep their order.
    let order = events.indices.sorted { (events[$0].position, $0) < (events[$1].position, $1) }
    var part = Dictionary(uniqueKeysWithValues: group.members.map { ($0, $0) })
    var tracks = Dictionary(uniqueKeysWithValues: group.members.map { ($0, Track()) })
    for place in order {
      let (position, event) = events[place]
      switch event {
      case .step(let step, let member):
        if let leader = part[member] { tracks[leader]?.take(step, in: self) }
      case .link(let link):
        // A part goes by its kept record, as the reports did that the link made one.
        guard let low = part[link.pair.low], let high = part[link.pair.high], low != high
        else { continue }
        let (kept, other) = isCounted(low, before: high) ? (low, high) : (high, low)
        guard let first = tracks[kept], let second = tracks.removeValue(forKey: other)
        else { continue }
        tracks[kept] = .joining(first, second, at: position, in: self)
        for (member, leader) in part where leader == other { part[member] = kept }
      }
    }
    return tracks.values.first ?? Track()
  }

  /// The stage at which a report enters: fixed by its first step, before that by its records.
  func entry(of report: RecordNumber, _ track: Track) -> Stage {
    if let entered = track.entered { return entered }
    let records = records(of: report)
    return records.contains { file(of: $0).fact.enters == .titleAbstract }
      ? .titleAbstract : .fullText
  }

  /// The leaf that a report's state puts it in, with the limit or main reason that belongs to it.
  func leaf(of report: RecordNumber, _ track: Track) -> (leaf: Leaf, detail: UInt16) {
    let records = records(of: report)
    if records.isEmpty { return (.gone, Step.none) }
    if arm(of: report) == .previous { return (.previous, Step.none) }
    if !track.hasDecisions && track.retrievalAt == 0 {
      switch track.removal {
      case .none: break
      case .byPerson: return (.removedByPerson, Step.none)
      case .byLimit(let limit): return (.removedByAutomation, limit)
      }
    }
    guard entry(of: report, track) == .titleAbstract else { return leafOfText(track) }
    switch standing(of: track.titleAbstract, at: .titleAbstract) {
    case .awaiting:
      let isLeft = track.leftAt != nil && track.leftAt == stoppedAt && !track.hasDecisions
      return (isLeft ? .leftUnscreened : .awaitingTitleAbstract, Step.none)
    case .inConflict: return (.inConflictAtTitleAbstract, Step.none)
    case .agreed(.exclude), .resolved(.exclude):
      return (.excludedAtTitleAbstract, reason(of: track.titleAbstract, at: .titleAbstract))
    case .agreed(.include), .resolved(.include): return leafOfText(track)
    }
  }

  private func leafOfText(_ track: Track) -> (leaf: Leaf, detail: UInt16) {
    switch track.retrieval {
    case .awaiting: return (.awaitingRetrieval, Step.none)
    case .notRetrieved: return (.notRetrieved, Step.none)
    case .obtained: break
    }
    switch standing(of: track.fullText, at: .fullText) {
    case .awaiting: return (.awaitingFullText, Step.none)
    case .inConflict: return (.inConflictAtFullText, Step.none)
    case .agreed(.exclude), .resolved(.exclude):
      return (.excludedAtFullText, reason(of: track.fullText, at: .fullText))
    case .agreed(.include), .resolved(.include): return (.included, Step.none)
    }
  }

  // MARK: Keeping rows and sets in step

  /// Adds a step to a report and works out anew where it stands.
  mutating func take(_ step: Step, on record: RecordNumber) {
    guard exists(record) else { return }
    let row = self[record]
    if row.first == nil {
      self[record].first = step
    } else if row.second == nil {
      self[record].second = step
    } else if row.more == 0 {
      longer.append([step])
      self[record].more = UInt32(longer.count)
    } else {
      longer[Int(row.more) - 1].append(step)
    }
    refresh(report(of: record))
  }

  /// Works out anew where a report stands and moves it to its leaf.
  mutating func refresh(_ report: RecordNumber) {
    let track = track(of: report)
    let (leaf, detail) = leaf(of: report, track)
    move(report, to: leaf)
    self[report].leafDetail = detail
    for stage in Stage.allCases {
      let round = track[stage]
      for person in round.everDecided { note(person, on: report, round, at: stage) }
      for shown in round.shownTo { note(shown.person, on: report, round, at: stage) }
    }
  }

  /// Keeps the set of what a person is not offered in step with one round: what they decided in it,
  /// and what they may not decide.
  private mutating func note(
    _ person: UInt16, on report: RecordNumber, _ round: Round, at stage: Stage
  ) {
    let place = (stage: Int(stage.rawValue), person: Int(person))
    // What a ledger has a rule decide is nobody's.
    guard decided[place.stage].indices.contains(place.person) else { return }
    let isTheirs = round.decision(of: person) != nil || round.bars(person)
    guard decided[place.stage][place.person].contains(report) != isTheirs else { return }
    if isTheirs {
      decided[place.stage][place.person].insert(report)
    } else {
      decided[place.stage][place.person].remove(report)
    }
  }

  /// Takes a record that became another's duplicate out of every set.
  mutating func hide(_ record: RecordNumber) {
    move(record, to: nil)
    forget(record)
  }

  /// Takes a report out of the sets of everyone: its group changes, and with it who decided it.
  mutating func forget(_ report: RecordNumber) {
    for stage in decided.indices {
      for person in decided[stage].indices where decided[stage][person].contains(report) {
        decided[stage][person].remove(report)
      }
    }
  }

  private mutating func move(_ record: RecordNumber, to leaf: Leaf?) {
    guard self[record].leaf != leaf else { return }
    if let old = self[record].leaf { leaves[Int(old.rawValue)].remove(record) }
    if let leaf { leaves[Int(leaf.rawValue)].insert(record) }
    self[record].leaf = leaf
  }
}

extension Review {
  /// The leaf of a report; nil for a record that is another's duplicate.
  public func leaf(of record: RecordNumber) -> Leaf? {
    exists(record) ? self[record].leaf : nil
  }

  /// The main reason of a report that is excluded.
  public func reasonExcluding(_ report: RecordNumber) -> CriterionID? {
    switch leaf(of: report) {
    case .excludedAtTitleAbstract, .excludedAtFullText: reasons.id(at: self[report].leafDetail)
    case .gone, .previous, .removedByPerson, .removedByAutomation, .awaitingTitleAbstract,
      .inConflictAtTitleAbstract, .leftUnscreened, .awaitingRetrieval, .notRetrieved,
      .awaitingFullText, .inConflictAtFullText, .included, nil:
      nil
    }
  }

  /// The stage at which a report entered, or would enter.
  public func entry(of record: RecordNumber) -> Stage {
    let report = report(of: record)
    return entry(of: report, track(of: report))
  }
}
