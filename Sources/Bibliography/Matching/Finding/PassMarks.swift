/// How one record is filed in each pass, in a byte: seven bits of its key, and whether it is beyond
/// the first of its block, with which others are not compared. So it is told at a glance which pairs
/// no pass before can have compared.
struct PassMarks {
  /// The bytes of eight passes each; 0 where the record is alone.
  private var bytes = SIMD2<UInt64>()

  /// Files the record in one pass.
  mutating func file(in pass: Int, under key: UInt64, isFirst: Bool) {
    let byte = max(1, key >> 57) | (isFirst ? 0 : 0x80)
    bytes[pass >> 3] |= byte << Self.shift(pass)
  }

  /// The passes in which the record was, perhaps, compared with one that comes later.
  func passes(sharedWith later: PassMarks) -> Passes {
    Passes(
      low: Self.equal(bytes[0], later.bytes[0] & Self.keys),
      high: Self.equal(bytes[1], later.bytes[1] & Self.keys))
  }

  /// The upper bit of each byte that is the same in both and not 0.
  private static func equal(_ mine: UInt64, _ theirs: UInt64) -> UInt64 {
    let unlike = mine ^ theirs
    return ~((unlike & keys) + keys | unlike) & (theirs + keys) & ~keys
  }

  private static func shift(_ pass: Int) -> UInt64 { UInt64(pass & 7) << 3 }

  /// The bits that tell of keys.
  private static let keys: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// Some passes, in order.
  struct Passes: Sequence, IteratorProtocol {
    fileprivate var low: UInt64
    fileprivate var high: UInt64

    mutating func next() -> Int? {
      if low != 0 {
        defer { low &= low - 1 }
        return low.trailingZeroBitCount >> 3
      }
      guard high != 0 else { return nil }
      defer { high &= high - 1 }
      return 8 + high.trailingZeroBitCount >> 3
    }
  }
}
