extension Review {
  /// A person says that records are duplicates of each other: links each to the first.
  ///
  /// Two records that someone said are apart are joined only where both are named.
  public func merging(
    _ records: [RecordNumber], by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try who(person, with: [.lead, .librarian])
    for record in records { try checkLive(record) }
    guard let first = records.first else { return .recordsLinked([]) }
    let named = Set(records)
    var draft = self
    var pairs: [RecordPair] = []
    for other in records.dropFirst() where other != first {
      let pair = RecordPair(first, other)
      let isOne = draft.report(of: first) == draft.report(of: other)
      if isOne && !draft.apart.contains(pair) { continue }
      if let said = draft.apartPair(joinedBy: pair, except: named) {
        throw .saidApart(said.low, said.high)
      }
      draft.link(pair, at: position.value + 1, isByRule: false)
      pairs.append(pair)
    }
    if pairs.isEmpty { throw .sameReport(first, records.last ?? first) }
    return .recordsLinked(pairs)
  }

  /// Whether a rule may link two records: never what a person said is apart, never two reports
  /// that both carry decisions.
  public func checkLinkByRule(_ pair: RecordPair) throws(Refusal) {
    try checkLive(pair.low)
    try checkLive(pair.high)
    let (one, other) = (report(of: pair.low), report(of: pair.high))
    if one == other { throw .sameReport(pair.low, pair.high) }
    if let said = apartPair(joinedBy: pair, except: []) { throw .saidApart(said.low, said.high) }
    if track(of: one).hasDecisions && track(of: other).hasDecisions {
      throw .bothDecided(one, other)
    }
  }

  /// Links by rule what may be linked, judged one after the other; the rest is left to people. Nil
  /// where nothing is left to link.
  public func linkingByRule(_ pairs: [RecordPair]) -> (fact: Fact?, count: Int) {
    var draft = self
    var linked: [RecordPair] = []
    for pair in pairs {
      do throws(Refusal) {
        try draft.checkLinkByRule(pair)
        draft.link(pair, at: position.value + 1, isByRule: true)
        linked.append(pair)
      } catch {
        continue  // apart, together already, or both decided: not for a rule
      }
    }
    return (linked.isEmpty ? nil : .recordsLinked(linked), linked.count)
  }

  /// Whether a person may let the rules look for duplicates.
  public func checkMayFindDuplicates(_ person: PersonID) throws(Refusal) {
    _ = try who(person, with: [.lead, .librarian])
  }

  /// What is open about two records that may be duplicates, as far as a person may know.
  ///
  /// Nothing where they are of one report, or where a person said that it is not the other's: also
  /// of records that came later, for that would be to ask again.
  public func openness(of pair: RecordPair, for person: PersonID) -> PairOpenness? {
    guard isLive(pair.low), isLive(pair.high) else { return nil }
    let (one, other) = (report(of: pair.low), report(of: pair.high))
    guard one != other, apartPair(joinedBy: pair, except: []) == nil else { return nil }
    guard track(of: one).hasDecisions && track(of: other).hasDecisions else { return .free }
    do throws(Refusal) {
      try checkMayLearnOfDecisions(try who(person, with: [.lead, .librarian]))
      return .bothDecided
    } catch {
      return .free  // for them, whether others have decided changes nothing
    }
  }

  /// Takes one link back; nothing is said about the two records.
  public func unlinking(
    _ one: RecordNumber, _ other: RecordNumber, by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try who(person, with: [.lead, .librarian])
    let pair = RecordPair(one, other)
    guard links(of: one).contains(where: { $0.pair == pair }) else {
      throw .notOneReport(one, other)
    }
    return .linksRemoved([pair])
  }

  /// A person says that a record is no duplicate of the others of its report. What it alone held
  /// together stays together.
  public func splitting(_ record: RecordNumber, by person: PersonID) throws(Refusal) -> Fact {
    _ = try who(person, with: [.lead, .librarian])
    try checkLive(record)
    guard let group = group(of: record) else { throw .nothingToSplit(record) }
    let others = group.members.filter { $0 != record }
    var rest = group
    rest.members = others
    rest.links.removeAll { $0.pair.low == record || $0.pair.high == record }
    let heads = rest.parts().compactMap(\.members.first)
    let relinked = zip(heads, heads.dropFirst()).map { RecordPair($0, $1) }
    return .recordsParted(others.map { RecordPair(record, $0) }, relinked: relinked)
  }

  /// A person says that two records are not duplicates.
  public func parting(
    _ one: RecordNumber, _ other: RecordNumber, by person: PersonID
  ) throws(Refusal) -> Fact {
    _ = try who(person, with: [.lead, .librarian])
    try checkLive(one)
    try checkLive(other)
    guard report(of: one) == report(of: other) else {
      return .recordsParted([RecordPair(one, other)], relinked: [])
    }
    return try splitting(one, by: person)
  }

  private func checkLive(_ record: RecordNumber) throws(Refusal) {
    guard exists(record) else {
      throw .noSuchRecord(record, highest: UInt32(rows.count))
    }
    guard isLive(record) else { throw .reportIsGone(record) }
  }

  /// Two records that someone said are apart and that a link would bring into one report; pairs
  /// among the named records are not asked for.
  private func apartPair(
    joinedBy link: RecordPair, except named: Set<RecordNumber>
  ) -> RecordPair? {
    guard !apart.isEmpty else { return nil }
    for one in records(of: report(of: link.low)) {
      for other in records(of: report(of: link.high)) {
        let pair = RecordPair(one, other)
        let isNamed = named.contains(one) && named.contains(other)
        if !isNamed && apart.contains(pair) { return pair }
      }
    }
    return nil
  }
}

/// What is open about two records that may be duplicates.
public enum PairOpenness: Hashable, Sendable {
  /// A rule may link them if it is sure, and a person if they say so.
  case free
  /// Only a person may link them: both reports carry decisions.
  case bothDecided
}
