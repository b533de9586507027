/// An abstract in 64 bytes, from which can be told how much two abstracts share.
///
/// Of all pairs of neighbouring words, hashed and dealt into 32 bins, each bin keeps the least. The
/// share of bins in which two sketches agree estimates the share of pairs that the texts have in
/// common, so a text cut short or with a copyright line behind it is still recognised.
struct AbstractSketch: Hashable, Sendable {
  let bins: SIMD32<UInt16>
  /// How many words the abstract has, up to 65,535; 0 where there is none worth comparing.
  let words: UInt16

  /// No abstract.
  static let none = AbstractSketch()

  private init() {
    bins = SIMD32(repeating: Self.empty)
    words = 0
  }

  /// A sketch as it was kept.
  init(bins: SIMD32<UInt16>, words: UInt16) {
    self.bins = bins
    self.words = words
  }

  /// Sketches a printed abstract; one of a few words ("No abstract available") counts as none.
  init(_ printed: Span<UInt8>) {
    guard printed.count >= 80 else {
      self = .none
      return
    }
    var least = [UInt64](repeating: .max, count: 32)
    var count = 0
    var previous: UInt64 = 0
    FoldedText(printed).forEachWordHash { hash in
      count += 1
      if count > 1 {
        let pair = joined(previous, hash)
        let bin = Int(pair & 31)
        least[bin] = min(least[bin], pair)
      }
      previous = hash
    }
    guard count >= Self.fewest else {
      self = .none
      return
    }
    var bins = SIMD32<UInt16>(repeating: Self.empty)
    for bin in 0..<32 where least[bin] != .max {
      bins[bin] = min(Self.empty - 1, UInt16(truncatingIfNeeded: least[bin] >> 8))
    }
    self.bins = bins
    words = UInt16(clamping: count)
  }

  /// Whether there is an abstract.
  var isKnown: Bool { words > 0 }

  /// About how much of both texts together stands in both, from 0 to 1.
  func likeness(to other: Self) -> Double {
    // Four bins at a time: what is alike, and of that what is empty in both.
    let mine = unsafeBitCast(bins, to: SIMD8<UInt64>.self)
    let theirs = unsafeBitCast(other.bins, to: SIMD8<UInt64>.self)
    var (alike, empty) = (0, 0)
    for four in 0..<8 {
      alike += Self.countZero(mine[four] ^ theirs[four])
      empty += Self.countZero(~(mine[four] & theirs[four]))
    }
    return Double(alike - empty) / Double(max(1, 32 - empty))
  }

  /// How many of four numbers of 16 bits are zero.
  private static func countZero(_ four: UInt64) -> Int {
    let low: UInt64 = 0x7FFF_7FFF_7FFF_7FFF
    return 4 - (((four & low) + low | four) & ~low).nonzeroBitCount
  }

  /// The hash of one of three parts of the sketch, of which like texts share at least one, most
  /// likely; 0 where there is no abstract.
  func band(_ part: Int) -> UInt64 {
    guard isKnown else { return 0 }
    let start = 8 * part
    return (0..<3).reduce(UInt64(start + 1)) { joined($0, UInt64(bins[start + $1])) }
  }

  private static let empty = UInt16.max
  private static let fewest = 15
}

extension FoldedText {
  /// Calls `body` with a hash of each word, without an array of words.
  fileprivate func forEachWordHash(_ body: (UInt64) -> Void) {
    var start = 0
    for place in bytes.indices where bytes[place] == UInt8(ascii: " ") {
      body(hash64(bytes[start..<place]))
      start = place + 1
    }
    if start < bytes.count { body(hash64(bytes[start...])) }
  }
}
