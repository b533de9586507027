import CDigest
import CSodium

/// A SHA-256 digest.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The thirty-two bytes as four numbers, most significant byte first.
  public let quarters: (UInt64, UInt64, UInt64, UInt64)

  /// Joins four quarters.
  public init(quarters: (UInt64, UInt64, UInt64, UInt64)) { self.quarters = quarters }

  /// Thirty-two zero bytes: the digest before the first entry.
  public static let zero = Digest(quarters: (0, 0, 0, 0))

  /// Reads thirty-two bytes; nil if there are more or fewer.
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 32 else { return nil }
    func quarter(_ place: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
    }
    self.quarters = (quarter(0), quarter(1), quarter(2), quarter(3))
  }

  /// Reads thirty-two bytes; nil if there are more or fewer.
  public init?(bytes: some Collection<UInt8>) {
    let digest = Array(bytes).withUnsafeBytes { Digest(bytes: $0) }
    guard let digest else { return nil }
    self = digest
  }

  /// The thirty-two bytes.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// The thirty-two bytes, borrowed for as long as `body` runs.
  public func withUnsafeBytes<Answer>(_ body: (UnsafeRawBufferPointer) -> Answer) -> Answer {
    let bigEndian = (
      quarters.0.bigEndian, quarters.1.bigEndian, quarters.2.bigEndian, quarters.3.bigEndian
    )
    return Swift.withUnsafeBytes(of: bigEndian) { body($0) }
  }

  /// Sixty-four hexadecimal digits.
  public var description: String {
    [quarters.0, quarters.1, quarters.2, quarters.3]
      .map { quarter in
        let digits = String(quarter, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
      }
      .joined()
  }

  /// Equal bytes.
  public static func == (one: Self, other: Self) -> Bool { one.quarters == other.quarters }

  /// Mixes the first eight bytes, which are as good as any.
  public func hash(into hasher: inout Hasher) { hasher.combine(quarters.0) }
}

/// A SHA-256 in the making, fed piece by piece.
public struct Digester {
  private var state = crypto_hash_sha256_state()

  /// Starts with nothing fed.
  public init() { crypto_hash_sha256_init(&state) }

  /// Feeds bytes.
  ///
  /// libsodium reckons in plain C. Where the processor has instructions for it, whole blocks are
  /// mixed in by those, six times as fast; beginning, end and padding stay libsodium's.
  public mutating func feed(_ bytes: UnsafeRawBufferPointer) {
    let open = Int(state.count >> 3) % Digester.block
    let head = min(bytes.count, open == 0 ? 0 : Digester.block - open)
    let blocks = Digester.isFast ? (bytes.count - head) / Digester.block : 0
    guard blocks > 0, let start = bytes.bindMemory(to: UInt8.self).baseAddress else {
      return update(bytes)
    }
    update(UnsafeRawBufferPointer(rebasing: bytes.prefix(head)))
    withUnsafeMutableBytes(of: &state.state) { words in
      cdigest_mix(words.bindMemory(to: UInt32.self).baseAddress, start + head, blocks)
    }
    state.count += UInt64(blocks * Digester.block) << 3
    update(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(head + blocks * Digester.block)))
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha256_update(
      &state, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
  }

  private static let block = 64
  private static let isFast = cdigest_is_fast()

  /// Feeds bytes.
  public mutating func feed(_ bytes: [UInt8]) { bytes.withUnsafeBytes { feed($0) } }

  /// Feeds a whole number, eight bytes, least significant first.
  public mutating func feed(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { feed($0) }
  }

  /// Feeds the thirty-two bytes of a digest.
  public mutating func feed(_ digest: Digest) { digest.withUnsafeBytes { feed($0) } }

  /// Feeds a length and then the bytes, so that two lists of fields never look alike.
  public mutating func feed(counted bytes: [UInt8]) {
    feed(UInt64(bytes.count))
    feed(bytes)
  }

  /// Ends and gives the digest.
  public consuming func digest() -> Digest {
    var state = self.state
    var out = Digest.zero.quarters
    withUnsafeMutablePointer(to: &out) { quarters in
      quarters.withMemoryRebound(to: UInt8.self, capacity: 32) { bytes in
        _ = crypto_hash_sha256_final(&state, bytes)
      }
    }
    return Digest(
      quarters: (
        UInt64(bigEndian: out.0), UInt64(bigEndian: out.1), UInt64(bigEndian: out.2),
        UInt64(bigEndian: out.3)
      ))
  }
}
