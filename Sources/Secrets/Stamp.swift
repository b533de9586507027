import CSodium

/// Proves that this service made some bytes: HMAC-SHA-256 under a key that only it knows.
public struct Stamp: Sendable {
  private let key: [UInt8]

  /// The length of a key, in bytes.
  public static let keyLength = 32

  /// Stamps under a key; nil if it has another length.
  public init?(key: [UInt8]) {
    guard key.count == Stamp.keyLength else { return nil }
    self.key = key
  }

  /// The stamp of some bytes.
  public func stamp(_ bytes: [UInt8]) -> Digest {
    var stamp = [UInt8](repeating: 0, count: 32)
    crypto_auth_hmacsha256(&stamp, bytes, UInt64(bytes.count), key)
    return Digest(bytes: stamp) ?? .zero
  }

  /// Whether a stamp is the one of some bytes, found out in a time that does not tell how far it fits.
  public func fits(_ stamp: Digest, on bytes: [UInt8]) -> Bool {
    crypto_auth_hmacsha256_verify(stamp.bytes, bytes, UInt64(bytes.count), key) == 0
  }
}
