import CSodium

/// Passwords as they are kept: argon2id, with its salt and its cost inside.
public enum Password {
  /// The fewest characters that a password may have.
  public static let fewest = 10

  /// What is kept of a password; nil if the system has no memory for it.
  public static func hash(_ password: String) -> [UInt8]? {
    var kept = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let typed = password.utf8.map { CChar(bitPattern: $0) }
    let status = crypto_pwhash_str(&kept, typed, UInt64(typed.count), operations, memory)
    guard status == 0 else { return nil }
    return kept.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  }

  /// Whether a password is the one that was kept. Takes as long for a wrong one as for the right.
  public static func fits(_ password: String, _ kept: [UInt8]) -> Bool {
    let text = kept.map { CChar(bitPattern: $0) } + [0]
    let typed = password.utf8.map { CChar(bitPattern: $0) }
    return crypto_pwhash_str_verify(text, typed, UInt64(typed.count)) == 0
  }

  // Two passes over 19 MiB: the least that is advised, about 15 ms on a small machine.
  private static let operations: UInt64 = 2
  private static let memory = 19 << 20
}
