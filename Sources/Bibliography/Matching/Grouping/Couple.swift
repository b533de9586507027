/// Two numbers in order.
struct Couple: Hashable, Comparable {
  let low: UInt32
  let high: UInt32

  init(_ one: UInt32, _ other: UInt32) {
    low = min(one, other)
    high = max(one, other)
  }

  static func < (one: Self, other: Self) -> Bool {
    (one.low, one.high) < (other.low, other.high)
  }
}
