import Bibliography

/// What records that are much alike cost: thousands of one title.
enum Alike {
  /// In what they differ.
  static let kinds = ["same", "numbered", "doied"]

  static func records(_ kind: String, _ count: Int) -> [Reference] {
    (0..<count).map { number in
      var record = Reference()
      record.title = "Evening walks for people on long-stay wards: a randomised trial"
      record.authors = [
        .person(family: "Example", given: "Anna"), .person(family: "Sample", given: "Ben"),
      ]
      record.year = "2020"
      record.journal = "Journal of Made-up Care"
      record.volume = "12"
      record.pages = "10-19"
      switch kind {
      case "numbered":
        record.title = "Evening walks for people on long-stay wards, report \(number)"
      case "doied": record.doi = "10.5555/\(number)"
      case _: break
      }
      return record
    }
  }

  static func measure(_ kind: String, _ count: Int) {
    var matcher = Matcher()
    for (number, record) in records(kind, count).enumerated() {
      matcher.append(MatchKey(record, number: UInt32(number)))
    }
    let start = Machine.cpuSeconds()
    matcher.match()
    let found = Machine.cpuSeconds()
    let groups = matcher.groups()
    let done = Machine.cpuSeconds()
    print(
      "  \(count) \(kind): \(matcher.pairs.count) pairs in \((found - start).rounded(to: 2)) s of CPU, "
        + "\(groups.groups.count) groups and \(groups.asked.count) asked in "
        + "\((done - found).rounded(to: 2)) s, peak \(Machine.peakMegabytes) MB")
  }
}
