/// The comparing of records with those that share a key with them, one pass after the other, so that
/// only one is in memory.
///
/// A record is compared with the first of its block, as far as they come before it. So no block costs
/// more than its length times a bound, and what was compared once does not depend on what came later.
struct PairSearch {
  private let keys: MatchKeys
  private let firstNew: Int
  /// For each record how it is filed in the passes so far.
  private var marks: [PassMarks]
  /// What was found that is sure or to be asked.
  private var found: [MatchPair] = []

  /// Looks among some records for pairs in which one is at or behind the place of the first new one.
  init(_ keys: MatchKeys, firstNew: Int) {
    (self.keys, self.firstNew) = (keys, firstNew)
    marks = [PassMarks](repeating: PassMarks(), count: keys.count)
  }

  /// The pairs that are sure or to be asked, in order.
  mutating func run() -> [MatchPair] {
    var block: [Filed] = []
    for number in 0..<Passes.count {
      Pass(number, of: keys).forEachBlock(since: firstNew) { places in
        compare(places, in: number, &block)
      }
    }
    found.sort(by: MatchPair.isInOrder)
    return found
  }

  /// Compares the records of a block; `firsts` is room for the first of them.
  private mutating func compare(_ block: Pass.Block, in pass: Int, _ firsts: inout [Filed]) {
    firsts.removeAll(keepingCapacity: true)
    for index in 0..<block.count {
      let place = block[index]
      let isFirst = index < Self.bound
      guard isFirst || place >= firstNew else { continue }
      var record = Filed(place: place, key: keys.view(place), marks: marks[place])
      if place >= firstNew {
        for earlier in firsts.indices { compare(&firsts[earlier], &record) }
      }
      if isFirst { firsts.append(record) }
      marks[place].file(in: pass, under: block.key, isFirst: isFirst)
    }
  }

  private mutating func compare(_ earlier: inout Filed, _ later: inout Filed) {
    for pass in earlier.marks.passes(sharedWith: later.marks)
    where earlier.block(in: pass) == later.block(in: pass) { return }
    guard PairVerdict.isOpen(earlier.key, later.key) else { return }
    let verdict = PairVerdict(earlier.key, later.key)
    if verdict.band != .different {
      let numbers = (keys.numbers[earlier.place], keys.numbers[later.place])
      found.append(MatchPair(verdict, of: numbers))
    }
  }

  /// With so many of its block a record is compared.
  private static let bound = 64
}

/// A record while its block is compared.
private struct Filed {
  let place: Int
  let key: KeyView
  /// How it is filed in the passes before.
  let marks: PassMarks
  /// Its block in one of those passes: the last that was asked for.
  private var known = (pass: -1, block: UInt64(0))

  init(place: Int, key: KeyView, marks: PassMarks) {
    (self.place, self.key, self.marks) = (place, key, marks)
  }

  mutating func block(in pass: Int) -> UInt64 {
    if known.pass != pass { known = (pass, Pass.block(of: Passes.key(pass, of: key))) }
    return known.block
  }
}
