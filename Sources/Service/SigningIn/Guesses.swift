/// Wrong passwords of late, by name: whoever guesses has to wait, whether the name exists or not.
struct Guesses: Sendable {
  private var misses: [String: (count: Int, last: Int64)] = [:]

  /// As many wrong passwords in a row cost nothing.
  private static let free = 5
  /// After them, each try waits this long, in microseconds.
  private static let pause: Int64 = 60 * 1_000_000
  /// Names that are remembered at once.
  private static let most = 10_000

  /// Whether a name takes no password at this moment.
  func mustWait(_ name: String, at now: Int64) -> Bool {
    guard let miss = misses[name], miss.count >= Guesses.free else { return false }
    return now < miss.last + Guesses.pause
  }

  /// Notes a wrong password.
  mutating func missed(_ name: String, at now: Int64) {
    if misses.count >= Guesses.most {
      misses = misses.filter { now < $0.value.last + Guesses.pause }
      // A flood of names is not let grow; that forgets real ones is the lesser harm.
      if misses.count >= Guesses.most { misses = [:] }
    }
    misses[name, default: (0, now)].count += 1
    misses[name]?.last = now
  }

  /// Forgets what was wrong, once the right one came.
  mutating func hit(_ name: String) { misses[name] = nil }
}
