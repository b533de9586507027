import CSodium

/// Proves that this service made some bytes: HMAC-SHA-256 under a key that only it knows.
public struct Seal: Sendable {
  private let key: [UInt8]

  /// The length of a key, in bytes.
  public static let keyLength = 32

  /// Seals under a key; nil if it has another length.
  public init?(key: [UInt8]) {
    guard key.count == Seal.keyLength else { return nil }
    self.key = key
  }

  /// The seal of some bytes.
  public func seal(_ bytes: [UInt8]) -> Digest {
    var seal = [UInt8](repeating: 0, count: 32)
    crypto_auth_hmacsha256(&seal, bytes, UInt64(bytes.count), key)
    return Digest(bytes: seal) ?? .zero
  }

  /// Whether a seal is the one of some bytes, found out in a time that does not tell how far it fits.
  public func fits(_ seal: Digest, on bytes: [UInt8]) -> Bool {
    crypto_auth_hmacsha256_verify(seal.bytes, bytes, UInt64(bytes.count), key) == 0
  }
}
