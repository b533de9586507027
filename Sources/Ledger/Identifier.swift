import Secrets

/// A random 128-bit id: of a review, a person, a request, a batch.
public struct Identifier: Hashable, Sendable, CustomStringConvertible {
  /// The first half.
  public let high: UInt64
  /// The second half.
  public let low: UInt64

  /// Joins two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads sixteen bytes, most significant first; nil if there are more or fewer.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    self.init(
      high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
      low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Reads sixteen bytes, most significant first; nil if there are more or fewer.
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 16 else { return nil }
    self.init(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }

  /// A new random id.
  public static func random() -> Identifier {
    Identifier(high: Random.number(), low: Random.number())
  }

  /// The ledger of the workspace itself: its people and reviews.
  public static let workspace = Identifier(high: 0, low: 0)

  /// The sixteen bytes, most significant first.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// The sixteen bytes, most significant first, borrowed for as long as `body` runs.
  public func withUnsafeBytes<Answer>(_ body: (UnsafeRawBufferPointer) -> Answer) -> Answer {
    Swift.withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { body($0) }
  }

  /// Thirty-two hexadecimal digits.
  public var description: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
