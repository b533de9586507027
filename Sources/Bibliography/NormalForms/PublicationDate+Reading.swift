extension PublicationDate {
  /// Reads a printed year or date, in any order and precision; nil where it names no year of four
  /// digits (`n.d.`, `in press`, `98`).
  ///
  /// Where a date has two readings (`03/04/2020`, `2011-12`), both are within the result.
  public init?(printed: String) {
    let words = DateWord.all(in: printed)
    let years = words.compactMap(\.year)
    guard let first = years.min(), let last = years.max() else { return nil }
    guard first == last else {
      self.init(.init(year: first, month: 1, day: 1), .init(year: last, month: 12, day: 31))
      return
    }
    // 2011/12// has a month at its second place; 2011-12 may be a month or two years.
    let isSlashed = printed.utf8.count { $0 == UInt8(ascii: "/") } > 1
    if !isSlashed, let next = Self.yearAfter(first, in: words) {
      self.init(.init(year: first, month: 1, day: 1), .init(year: next, month: 12, day: 31))
      return
    }
    let reading = MonthAndDay(words)
    let months = reading.months
    self.init(
      .init(year: first, month: months.min() ?? 1, day: reading.day ?? 1),
      .init(year: first, month: months.max() ?? 12, day: reading.day ?? 31))
  }

  /// The second year of `1998-99`.
  private static func yearAfter(_ year: Int, in words: [DateWord]) -> Int? {
    guard words.count == 2, words[0].year == year, let number = words[1].number,
      number == (year + 1) % 100
    else { return nil }
    return year + 1
  }
}

/// The months and the day that the words of one year's date name.
private struct MonthAndDay {
  var months: [Int] = []
  var day: Int?

  init(_ words: [DateWord]) {
    let named = words.compactMap(\.month)
    let numbers = Self.numbersBesideYear(words)
    switch (named.isEmpty, numbers.count) {
    case (false, 1) where words.count > 1 && words[0].year != nil && words[1].number != nil:
      // 2021/06//Apr: right behind the year stands a month, even if the name is of another one.
      months = named + numbers.filter { (1...12).contains($0) }
    case (false, 1) where named.count == 1:
      months = named
      day = Self.day(numbers[0])
    case (false, _):
      // 2020/11//Nov/Dec2020: number and names speak of the same months.
      months = named
    case (true, 1):
      months = numbers.filter { (1...12).contains($0) }
    case (true, 2) where words.first?.year != nil:
      (months, day) = Self.reading(month: numbers[0], day: numbers[1])
    case (true, 2):
      // Day first or month first: a number above 12 tells, else both remain possible.
      let both = [numbers[0], numbers[1]].filter { (1...12).contains($0) }
      if both.count == 2, both[0] != both[1] {
        months = both
      } else if let month = both.first {
        (months, day) = Self.reading(
          month: month, day: both.count == 2 ? month : max(numbers[0], numbers[1]))
      }
    case (true, _): break
    }
  }

  /// The numbers of one or two digits; none where there are too many to be one date.
  private static func numbersBesideYear(_ words: [DateWord]) -> [Int] {
    let numbers = words.compactMap(\.number)
    return numbers.count <= 2 ? numbers : []
  }

  private static func day(_ number: Int) -> Int? { (1...31).contains(number) ? number : nil }

  private static func reading(month: Int, day: Int) -> ([Int], Int?) {
    guard (1...12).contains(month) else { return ([], nil) }
    return ([month], Self.day(day))
  }
}

/// One word of a printed date.
private enum DateWord {
  case year(Int)
  case month(Int)
  case number(Int)
  case other

  var year: Int? { if case .year(let year) = self { year } else { nil } }
  var month: Int? { if case .month(let month) = self { month } else { nil } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }

  static func all(in printed: String) -> [DateWord] {
    var words: [DateWord] = []
    var run: [UInt8] = []
    var slashes = 0
    for byte in Array(printed.utf8) + [UInt8(ascii: " ")] {
      let continues =
        ASCII.isLetterOrDigit(byte)
        && (run.last.map { ASCII.isDigit($0) == ASCII.isDigit(byte) } ?? true)
      if !continues {
        guard run != [UInt8(ascii: "t")] else { return words }  // the time of day follows
        let count = words.count
        append(run, to: &words)
        // RIS: year/month/day/remark; numbers in the remark are an issue, a part, a time of day.
        if slashes >= 3, words.count > count, words.last?.number != nil { words.removeLast() }
        run = []
      }
      if byte == UInt8(ascii: "/") { slashes += 1 }
      if ASCII.isLetterOrDigit(byte) { run.append(ASCII.lowerCased(byte)) }
    }
    return words
  }

  private static func append(_ run: [UInt8], to words: inout [DateWord]) {
    guard let first = run.first else { return }
    guard ASCII.isDigit(first) else {
      words.append(month(named: run).map { .month($0) } ?? .other)
      return
    }
    switch run.count {
    case 1, 2: words.append(.number(number(run[...])))
    case 4: words.append(word(year: number(run[...])))
    case 6, 8:  // 202011 and 20201103
      let year = word(year: number(run.prefix(4)))
      words.append(year)
      guard case .year = year else { return }
      for start in stride(from: 4, to: run.count, by: 2) {
        words.append(.number(number(run[start..<start + 2])))
      }
    default: words.append(.other)
    }
  }

  private static func word(year: Int) -> DateWord {
    (1400...2199).contains(year) ? .year(year) : .other
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// English names, whole or cut to three letters or more.
  private static func month(named run: [UInt8]) -> Int? {
    guard run.count >= 3 else { return nil }
    return months.firstIndex { $0.utf8.starts(with: run) }
      .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
