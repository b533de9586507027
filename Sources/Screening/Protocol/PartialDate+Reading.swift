extension PartialDate {
  /// Reads `1990`, `1990-07` or `1990-07-01`; nil for anything else and for days that never were.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    guard lengths == [4] || lengths == [4, 2] || lengths == [4, 2, 2] else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] > 0 else { return nil }

    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    if let month, !(1...12).contains(month) { return nil }
    if let month, let day, !(1...Self.days(in: month, of: numbers[0])).contains(day) { return nil }
    self.init(year: numbers[0], month: month, day: day)
  }

  /// The last day that the date may mean.
  public var latest: PartialDate {
    let month = month ?? 12
    return PartialDate(year: year, month: month, day: day ?? Self.days(in: month, of: year))
  }

  /// How many days a month has.
  public static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
