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
  public struct Day: Hashable, Sendable {
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

    /// A number that is less for an earlier day. Not `<` itself: whoever compares anything would be
    /// compiled again with this target (decision 0024).
    public var order: Int { (year * 16 + month) * 64 + day }
  }

  /// The time between two days, in either order.
  public init(_ one: Day, _ other: Day) {
    (first, last) = one.order <= other.order ? (one, other) : (other, one)
  }

  /// The year in which it begins.
  public var year: Int { first.year }

  /// `2020-11-01 to 2020-12-31`.
  public var description: String { "\(first) to \(last)" }

  /// Two statements about one document: what both allow, or else everything that either says.
  public func combined(with other: Self) -> Self {
    let firsts = Self(first, other.first)
    let lasts = Self(last, other.last)
    return firsts.last.order <= lasts.first.order
      ? Self(firsts.last, lasts.first) : Self(firsts.first, lasts.last)
  }
}

extension PublicationDate.Day: CustomStringConvertible {
  /// `2020-11-01`.
  public var description: String {
    [month, day].reduce("\(year)") { $0 + ($1 < 10 ? "-0\($1)" : "-\($1)") }
  }
}
