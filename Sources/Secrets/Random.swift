import CSodium

/// Randomness from the operating system, fit for secrets.
public enum Random {
  /// Random bytes.
  public static func bytes(_ count: Int) -> [UInt8] {
    precondition(isReady, "libsodium could not start: the system gives it no randomness.")
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// A random number of 64 bits.
  public static func number() -> UInt64 {
    bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Started once, by whoever comes first; a start that failed is never tried again.
  private static let isReady = sodium_init() >= 0
}
