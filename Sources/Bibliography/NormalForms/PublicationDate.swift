/// When a document appeared, as far as the record tells: from some day to some day.
///
/// `2020` is the whole of that year, `2020/11//Nov/Dec2020` its last two months. What a record leaves
/// open stays open, so that nothing is concluded from a guess.
public struct PublicationDate: Hashable, Sendable, CustomStringConvertible {
  /// The earliest day that is meant.
  public let first: Day
  /// The latest day that is meant; where the month is open, its day 31.
  public let last: Day

  /// One day of the calendar.
  public struct Day: Hashable, Comparable, Sendable {
    /// The year.
    public let year: Int
    /// The month, from 1.
    public let month: Int
    /// The day, from 1.
    public let day: Int

    /// Joins the parts.
    public init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }

    /// Earlier before later.
    public static func < (one: Self, other: Self) -> Bool {
      (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
  }

  /// The time between two days, in either order.
  public init(_ one: Day, _ other: Day) {
    first = min(one, other)
    last = max(one, other)
  }

  /// The year in which it begins.
  public var year: Int { first.year }

  /// `2020-11-01 to 2020-12-31`.
  public var description: String { "\(first) to \(last)" }

  /// Two statements about one document: what both allow, or else everything that either says.
  public func combined(with other: Self) -> Self {
    let (start, end) = (max(first, other.first), min(last, other.last))
    return start <= end
      ? Self(start, end) : Self(min(first, other.first), max(last, other.last))
  }
}

extension PublicationDate.Day: CustomStringConvertible {
  /// `2020-11-01`.
  public var description: String {
    [month, day].reduce("\(year)") { $0 + ($1 < 10 ? "-0\($1)" : "-\($1)") }
  }
}
