/// Two numbers in order.
struct Couple: Hashable {
  let low: UInt32
  let high: UInt32

  init(_ one: UInt32, _ other: UInt32) {
    low = min(one, other)
    high = max(one, other)
  }

  /// A number that is less for a couple that comes first.
  var order: UInt64 { UInt64(low) << 32 | UInt64(high) }
}
