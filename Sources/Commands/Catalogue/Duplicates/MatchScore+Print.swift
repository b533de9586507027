import Bibliography
import JSON

extension MatchScore {
  /// The table for people: pairs of records by what is so and by what was said, then records.
  func lines(records: Int) -> [String] {
    var table = TextTable([.left, .right, .right], head: ["pairs", "one work", "two works"])
    table.add("in one group", "\(found)", "\(wrong)")
    table.add("in two groups", "\(left)", "\(records * (records - 1) / 2 - found - wrong - left)")
    return table.text.lines + [
      .shares(precision.thousandths, recall.thousandths),
      .records(lost: worksLost, left: duplicatesLeft), .questions(asked, missed: missed),
    ]
  }

  /// The same for programs.
  var json: JSONValue {
    [
      "found": JSONValue(found), "wrong": JSONValue(wrong), "left": JSONValue(left),
      "precision": .number(precision.thousandths), "recall": .number(recall.thousandths),
      "worksLost": JSONValue(worksLost), "duplicatesLeft": JSONValue(duplicatesLeft),
      "asked": JSONValue(asked), "missed": JSONValue(missed),
    ]
  }
}

extension Double {
  /// A share with three places: `0.992`.
  fileprivate var thousandths: String {
    let rounded = Int(self * 1000 + 0.5)
    let places = String(rounded % 1000)
    return "\(rounded / 1000)." + String(repeating: "0", count: 3 - places.count) + places
  }
}

extension String {
  fileprivate static func shares(_ precision: String, _ recall: String) -> String {
    "precision \(precision), recall \(recall)"
  }
  fileprivate static func records(lost: Int, left: Int) -> String {
    "works of which no record is kept: \(lost); records too many among those kept: \(left)"
  }
  fileprivate static func questions(_ asked: Int, missed: Int) -> String {
    "pairs to ask: \(asked); pairs of one work missed even with the right answers: \(missed)"
  }
}
