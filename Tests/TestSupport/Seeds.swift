import Glibc

/// Which walks the tests take: few in an ordinary run, as many as wanted by hand.
///
/// `WINNOW_SEED` takes one walk alone, `WINNOW_WALKS` takes so many, `WINNOW_STEPS` makes each as
/// long.
public enum Seeds {
  /// The walks of a test that looks at every few steps.
  public static let all = seeds(24)

  /// The walks of a test that looks long and hard at some steps.
  public static let few = seeds(8)

  /// How many steps a walk takes.
  public static let steps = Int(setting("WINNOW_STEPS") ?? 450)

  private static func seeds(_ usual: UInt64) -> [UInt64] {
    if let one = setting("WINNOW_SEED") { return [one] }
    return Array(1...Swift.max(1, setting("WINNOW_WALKS") ?? usual))
  }

  private static func setting(_ name: String) -> UInt64? {
    guard let text = getenv(name) else { return nil }
    return UInt64(String(cString: text))
  }
}
