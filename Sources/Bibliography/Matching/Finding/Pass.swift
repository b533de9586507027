/// The records of one pass in order of their keys, as far as they share one.
///
/// An entry is a key's upper 36 bits and a record's place; two keys that meet by chance only make a
/// comparison more.
struct Pass {
  private var entries: [UInt64] = []

  /// Files the records of one pass; of blocks in which all are older than `firstNew` nothing is
  /// kept, nor of records that are alone in theirs.
  init(_ pass: Int, of keys: MatchKeys, firstNew: Int) {
    entries.reserveCapacity(keys.count)
    for place in 0..<keys.count {
      let key = Passes.key(pass, of: keys.view(place))
      if key != 0 { entries.append(key & ~Self.placeMask | UInt64(place)) }
    }
    entries.sort()
    var (start, kept) = (0, 0)
    while start < entries.count {
      let end = endOfBlock(from: start)
      if end - start > 1, place(end - 1) >= firstNew {
        for index in start..<end {
          entries[kept] = entries[index]
          kept += 1
        }
      }
      start = end
    }
    entries = Array(entries[..<kept])
  }

  /// For each of some records, told by their places, where its block begins; -1 for those that are
  /// alone.
  func starts(of places: Range<Int>) -> [Int32] {
    var starts = [Int32](repeating: -1, count: places.count)
    var start = 0
    while start < entries.count {
      let end = endOfBlock(from: start)
      for index in start + 1..<max(start + 1, end) where places.contains(place(index)) {
        starts[place(index) - places.lowerBound] = Int32(start)
      }
      start = end
    }
    return starts
  }

  /// Calls `body` with each record that one is to be compared with: the first of its block, as far as
  /// they come before it. So no block costs more than its length times a bound, and what was
  /// compared once does not depend on what came later.
  func forEachEarlier(than later: Int, from start: Int, _ body: (Int) -> Void) {
    for index in start..<start + Self.bound {
      let earlier = place(index)
      if earlier >= later { return }
      body(earlier)
    }
  }

  private func place(_ index: Int) -> Int { Int(entries[index] & Self.placeMask) }

  private func endOfBlock(from start: Int) -> Int {
    let block = entries[start] & ~Self.placeMask
    var end = start + 1
    while end < entries.count, entries[end] & ~Self.placeMask == block { end += 1 }
    return end
  }

  private static let placeMask: UInt64 = 1 << 28 - 1
  private static let bound = 64
}
