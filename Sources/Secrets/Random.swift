import CSodium

/// Randomness from the operating system, fit for secrets.
public enum Random {
  /// Random bytes.
  public static func bytes(_ count: Int) -> [UInt8] {
    precondition(isReady, unready)
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// A random number of 64 bits.
  public static func number() -> UInt64 {
    precondition(isReady, unready)
    var number: UInt64 = 0
    randombytes_buf(&number, MemoryLayout<UInt64>.size)
    return number
  }

  private static let unready = "libsodium could not start: the system gives it no randomness."

  /// Started once, by whoever comes first; a start that failed is never tried again.
  private static let isReady = sodium_init() >= 0
}
