/// The records of one pass in order of their keys, so that those who share one stand together: a
/// block.
///
/// An entry is a key's upper 36 bits and a record's place; two keys that meet by chance only make a
/// comparison more.
struct Pass {
  private var entries: [UInt64] = []

  /// Files the records of one pass.
  init(_ pass: Int, of keys: MatchKeys) {
    entries.reserveCapacity(keys.count)
    keys.forEach { place, record in
      let key = Passes.key(pass, of: record)
      if key != 0 { entries.append(key & ~Self.placeMask | UInt64(place)) }
    }
    entries.sort()
  }

  /// Calls `body` with the places of each block in order, unless all are before `firstNew`.
  func forEachBlock(since firstNew: Int, _ body: (Block) -> Void) {
    var start = 0
    while start < entries.count {
      let end = endOfBlock(from: start)
      if end - start > 1, Self.place(entries[end - 1]) >= firstNew {
        body(Block(entries: entries[start..<end]))
      }
      start = end
    }
  }

  /// The block that a key stands for, as far as entries tell.
  static func block(of key: UInt64) -> UInt64 { key & ~placeMask }

  private static func place(_ entry: UInt64) -> Int { Int(entry & placeMask) }

  private func endOfBlock(from start: Int) -> Int {
    let block = Self.block(of: entries[start])
    var end = start + 1
    while end < entries.count, Self.block(of: entries[end]) == block { end += 1 }
    return end
  }

  private static let placeMask: UInt64 = 1 << 28 - 1

  /// The places of two and more records that share a key, in order.
  struct Block {
    fileprivate let entries: ArraySlice<UInt64>

    /// The upper bits of the key, as `Pass.block(of:)` gives them.
    var key: UInt64 { entries.first.map(Pass.block) ?? 0 }

    /// How many there are.
    var count: Int { entries.count }

    /// One of them.
    subscript(index: Int) -> Int { Pass.place(entries[entries.startIndex + index]) }
  }
}
