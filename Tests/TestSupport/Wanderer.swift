public import Screening

/// Walks at random through what people may do to a review: from a seed to a legal history.
///
/// Every step picks an act and plausible arguments. The rules may refuse it; then nothing happened,
/// which the tests check as well.
public struct Wanderer: Sendable {
  /// The review on the way.
  public internal(set) var story = Story.blank
  /// What was met on the way, so that a test can see that the walk goes deep.
  public internal(set) var reach = Reach()
  var dice: SplitMix
  /// Records filed so far are few, so that acts meet each other on the same reports.
  let roomForRecords: Int

  /// Begins a walk: a protocol of one of many kinds, the cast, the first records.
  public init(seed: UInt64, roomForRecords: Int = 28) throws(Refusal) {
    dice = SplitMix(seed: seed)
    self.roomForRecords = roomForRecords
    let content = anyProtocol()
    story = try Story(content, records: 6)
    try story.file(3, from: "web", quarantined: 2)
    if chance(30) { try story.file(2, from: "before") }
    for entry in story.entries { reach.meet(entry.fact, before: story.review, after: story.review) }
  }

  /// Takes one step; the refusal if the rules said no.
  @discardableResult
  public mutating func step() -> Refusal? {
    let act = anyAct()
    let (before, length) = (story.review, story.entries.count)
    var refusal: Refusal?
    do throws(Refusal) {
      try act(&self)
    } catch {
      refusal = error
      reach.meet(error)
    }
    reach.steps += 1
    for entry in story.entries[length...] {
      reach.meet(entry.fact, before: before, after: story.review)
    }
    reach.compare(before, story.review)
    return refusal
  }

  /// The last entry, for the message of a test that failed.
  public var lastFact: String { story.entries.last.map { "\($0.fact)" } ?? "nothing" }

  /// Writes a fact without asking: only for what no legal history holds.
  public mutating func write(_ fact: Fact, by author: Author) { story.write(fact, by: author) }

  // MARK: Dice

  mutating func below(_ bound: Int) -> Int { Int(dice.next() % UInt64(Swift.max(1, bound))) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func any<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  mutating func any<Element>(_ first: Element, _ others: Element...) -> Element {
    any([first] + others) ?? first
  }

  mutating func person(_ roles: Roles) -> PersonID {
    any(story.review.team.filter { !$0.roles.isDisjoint(with: roles) }.map(\.person)) ?? .lea
  }

  mutating func anyone() -> PersonID { any(PersonID.cast.map(\.person)) ?? .lea }

  mutating func stage() -> Stage { chance(60) ? .titleAbstract : .fullText }

  /// Any record, most often of a report that counts; now and then one that was never filed.
  mutating func record() -> RecordNumber {
    let record = RecordNumber(UInt32(below(story.review.recordCount + (chance(5) ? 2 : 0)) + 1))
    let leaf = story.review.leaf(of: record)
    return (leaf == .gone || leaf == .previous) && chance(80) ? self.record() : record
  }

  /// A report of one of the leaves, else any record.
  mutating func report(in leaves: Leaf...) -> RecordNumber {
    any(leaves.flatMap { Array(story.review.reports(in: $0).numbers) }) ?? record()
  }
}
