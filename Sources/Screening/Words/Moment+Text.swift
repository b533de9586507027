extension Moment {
  /// The moment as ISO 8601 writes it: `2026-11-21T09:00:00.125000Z`.
  public var text: String {
    let day: Int64 = 86_400_000_000
    let days = Int((microseconds - (microseconds % day + day) % day) / day)
    let rest = Int((microseconds % day + day) % day)
    let (year, month, date) = Moment.civil(days)
    let seconds = rest / 1_000_000
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))T"
      + "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
      + ".\(padded(rest % 1_000_000, 6))Z"
  }

  /// Year, month and day of the proleptic Gregorian calendar, from days since 1970-01-01.
  ///
  /// Years are counted from March, in eras of 400 years, so that a leap day ends a year.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
