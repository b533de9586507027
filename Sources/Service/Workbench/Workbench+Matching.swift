public import Bibliography
public import Ledger
public import Screening

extension Workbench {
  /// Links the duplicates of the sure band that are not linked yet; gives how many links were made.
  ///
  /// Safe to run again at any time: what people answered stands, and only what is new is linked.
  public func findDuplicates(_ acting: Acting) throws(Fault) -> (done: Done, links: Int) {
    let state = try mayFindDuplicates(acting)
    let pairs = try matches(of: acting.review, at: state).groups.links.map(\.records)
    let made = Counted()
    let done = try act(
      acting, saying: nil,
      steps: [
        ActStep(.rule(.duplicates)) { (review) throws(Refusal) in
          let (fact, count) = review.linkingByRule(pairs)
          made.count = count
          return count == 0 ? nil : fact
        }
      ])
    return (done, done.isRepeat ? 0 : made.count)
  }

  /// The pairs that a person should look at: one for each two reports, by their numbers.
  ///
  /// Those of the ask band, and sure ones that no rule links because both reports carry decisions;
  /// none that people have answered.
  public func duplicateQuestions(_ acting: Acting) throws(Fault) -> [DuplicateQuestion] {
    let state = try mayFindDuplicates(acting)
    return questions(
      of: try matches(of: acting.review, at: state), in: state.review, for: acting.person)
  }

  /// What the rules of today say of some pairs, in the order asked for.
  ///
  /// A link names its records and who made it; by which rule is worked out from the records, which
  /// never change.
  public func matches(
    of pairs: [RecordPair], in review: Review
  ) throws(Fault) -> [MatchPair] {
    let numbers = Set(pairs.flatMap { [$0.low, $0.high] }).sorted()
    let keys = Dictionary(
      try keys(of: numbers, in: review).map { ($0.number, $0) },
      uniquingKeysWith: { first, _ in first })
    return pairs.compactMap { pair in
      guard let one = keys[pair.low.value], let other = keys[pair.high.value] else { return nil }
      return MatchPair(one, other)
    }
  }

  /// What the rules of today say of every link by rule, in order; what is kept of it needs no
  /// record to be read.
  public func matchesOfLinks(
    of id: Identifier, in review: Review
  ) throws(Fault) -> [MatchPair] {
    try matchesOfLinks(in: review, among: keptPairs(of: id, through: review.position.value))
  }

  private func matchesOfLinks(
    in review: Review, among found: [MatchPair]
  ) throws(Fault) -> [MatchPair] {
    let links = review.mergedReports.flatMap { review.links(of: $0) }.filter(\.byRule).map(\.pair)
    let known = links.compactMap { MatchPair.first(of: $0, among: found) }
    // What another version linked may not be found alike today.
    let others = Set(links).subtracting(known.map(\.records))
    return (known + (try matches(of: Array(others), in: review))).sorted {
      $0.records < $1.records
    }
  }

  /// How the duplicates of a review were found, in numbers.
  public func duplicateNumbers(_ acting: Acting) throws(Fault) -> DuplicateNumbers {
    let state = try mayFindDuplicates(acting)
    let (review, found) = (state.review, try matches(of: acting.review, at: state))
    var byRule: [MatchRule: Int] = [:]
    for match in try matchesOfLinks(in: review, among: found.pairs) {
      byRule[match.rule, default: 0] += 1
    }
    return DuplicateNumbers(
      records: review.liveRecords.count,
      duplicates: review.mergedReports.reduce(0) { $0 + review.records(of: $1).count - 1 },
      byRule: MatchRule.allCases.compactMap { rule in byRule[rule].map { (rule, $0) } },
      byPeople: review.mergedReports.reduce(0) { $0 + review.links(of: $1).count { !$0.byRule } },
      apart: review.apartPairs.count,
      open: questions(of: found, in: review, for: acting.person).count)
  }

  private func mayFindDuplicates(_ acting: Acting) throws(Fault) -> ReviewState {
    let state = try state(of: acting.review)
    do throws(Refusal) {
      try state.review.checkMayFindDuplicates(acting.person)
    } catch {
      throw .refused(error)
    }
    return state
  }

  private func keys(
    of numbers: [RecordNumber], in review: Review
  ) throws(Fault) -> [MatchKey] {
    try readingArchive { (_, archive) throws(StoreFault) in
      var keys: [MatchKey] = []
      for number in numbers {
        guard let reference = try archive.reference(number, in: review) else { continue }
        keys.append(MatchKey(reference, number: number.value))
      }
      return keys
    }
  }

  private func questions(
    of found: Matches, in review: Review, for person: PersonID
  ) -> [DuplicateQuestion] {
    var strongest: [RecordPair: DuplicateQuestion] = [:]
    for match in found.groups.asked + found.groups.links {
      guard let open = review.openness(of: match.records, for: person),
        match.band == .ask || open == .bothDecided
      else { continue }
      let reports = RecordPair(
        review.report(of: match.records.low), review.report(of: match.records.high))
      if let known = strongest[reports], known.match.weight >= match.weight { continue }
      strongest[reports] = DuplicateQuestion(
        records: match.records, reports: reports, match: match, openness: open)
    }
    return strongest.values.sorted { $0.records < $1.records }
  }
}

/// Two records that a person should look at, and why.
public struct DuplicateQuestion: Sendable {
  /// The records.
  public let records: RecordPair
  /// The reports that they belong to.
  public let reports: RecordPair
  /// How alike they are.
  public let match: MatchPair
  /// What keeps a rule from linking them, where they are surely the same.
  public let openness: PairOpenness
}

/// How the duplicates of a review were found, in numbers.
public struct DuplicateNumbers: Sendable {
  /// The live records.
  public let records: Int
  /// Those that are not their report's kept record.
  public let duplicates: Int
  /// The links by rule, as the rules of today tell them apart.
  public let byRule: [(rule: MatchRule, links: Int)]
  /// The links by people.
  public let byPeople: Int
  /// The pairs that people said are not duplicates.
  public let apart: Int
  /// The pairs that wait for a person.
  public let open: Int
}

/// A number that the writer's thread leaves for the one who waits for it.
private final class Counted: @unchecked Sendable {
  var count = 0
}
