import Glibc
import Screening
import Service

/// A past moment as a command line says it: an entry, or a date with or without a time of day.
///
/// A date is meant to its end, and so is a minute or a second: what happened in it counts.
enum AsOfWord: Hashable, Sendable {
  case entry(Position)
  case time(PartialDate, TimeOfDay, isUniversal: Bool)

  /// A part of a day, by where it ends.
  struct TimeOfDay: Hashable, Sendable {
    /// Whole seconds since midnight at which it begins.
    var seconds = 0
    /// Microseconds after them at which it ends.
    var end: Int64 = 86_400_000_000
  }

  /// Reads `#17`, `2024-01-31`, `2024-01-31T12:00` or `2024-01-31T12:00:05.250Z`.
  init?(_ text: String) {
    if text.hasPrefix("#") {
      guard let place = UInt32(text.dropFirst()), place > 0 else { return nil }
      self = .entry(Position(place))
      return
    }
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = PartialDate(text: String(parts[0])), date.day != nil else { return nil }
    guard parts.count == 2 else {
      self = .time(date, TimeOfDay(), isUniversal: false)
      return
    }
    let isUniversal = parts[1].hasSuffix("Z")
    guard let time = TimeOfDay(parts[1].dropLast(isUniversal ? 1 : 0)) else { return nil }
    self = .time(date, time, isUniversal: isUniversal)
  }

  /// What it means in a zone.
  func asOf(in zone: Zone) -> AsOf {
    switch self {
    case .entry(let position): return .entry(position)
    case .time(let date, let time, let isUniversal):
      // A day of 23 or 25 hours ends where the next begins.
      let isWholeDay = time == TimeOfDay()
      let seconds = AsOfWord.seconds(
        date, isWholeDay ? 86_400 : time.seconds, in: isUniversal ? .utc : zone)
      return .moment(Moment(microseconds: seconds * 1_000_000 + (isWholeDay ? 0 : time.end) - 1))
    }
  }

  /// The C library knows the zones, for the whole process at a time: a command line is one thread
  /// that asks once.
  private static func seconds(_ date: PartialDate, _ ofDay: Int, in zone: Zone) -> Int64 {
    setenv("TZ", zone.name, 1)
    tzset()
    var parts = tm()
    parts.tm_year = Int32(clamping: date.year - 1900)
    parts.tm_mon = Int32(clamping: (date.month ?? 1) - 1)
    parts.tm_mday = Int32(clamping: date.day ?? 1)
    parts.tm_hour = Int32(clamping: ofDay / 3600)
    parts.tm_min = Int32(clamping: ofDay / 60 % 60)
    parts.tm_sec = Int32(clamping: ofDay % 60)
    parts.tm_isdst = -1
    return Int64(mktime(&parts))
  }
}

extension AsOfWord.TimeOfDay {
  /// Reads `12:00`, `12:00:05` or `12:00:05.250`.
  fileprivate init?(_ text: Substring) {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count == 2 ? UInt8($0) : nil }
    guard numbers.count == parts.count, (2...3).contains(parts.count), numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    seconds = numbers.reduce(0) { $0 * 60 + Int($1) } * (parts.count == 2 ? 60 : 1)
    guard halves.count == 2 else {
      end = parts.count == 2 ? 60_000_000 : 1_000_000
      return
    }
    guard parts.count == 3, (1...6).contains(halves[1].utf8.count), let digits = UInt32(halves[1])
    else { return nil }
    let unit = (halves[1].utf8.count..<6).reduce(Int64(1)) { unit, _ in unit * 10 }
    end = (Int64(digits) + 1) * unit
  }
}

extension Shape<AsOfWord> {
  /// A past moment.
  static let asOf = Shape(
    expected: "a date such as 2024-01-31, a time such as 2024-01-31T12:00Z, or an entry such as #17"
  ) { AsOfWord($0) }
}
