import Bibliography
import JSON
import Service

/// How duplicates were found, in the words that a report of the review needs (PRISMA-S, item 16).
struct DuplicateReport {
  private let numbers: DuplicateNumbers

  init(_ numbers: DuplicateNumbers) { self.numbers = numbers }

  /// The paragraph.
  var text: String {
    var sentences: [String] = [.method, .count(numbers.duplicates, of: numbers.records)]
    let byRule = numbers.byRule.reduce(0) { $0 + $1.links }
    if byRule > 0 {
      let shares = numbers.byRule.map { "\($0.links) because \($0.rule.reason)" }
      sentences.append(.byRule(byRule, shares.joined(separator: "; ")))
    }
    sentences.append(.byPeople(numbers.byPeople, apart: numbers.apart))
    if numbers.open > 0 { sentences.append(.open(numbers.open)) }
    sentences.append(.nothingDeleted)
    return sentences.joined(separator: " ")
  }

  /// The numbers for programs, with the paragraph.
  var json: JSONValue {
    [
      "program": .string("Winnow \(Version.number)"), "matcher": JSONValue(Matcher.version),
      "records": JSONValue(numbers.records), "duplicates": JSONValue(numbers.duplicates),
      "linksByRule": .object(
        numbers.byRule.map { .init(key: $0.rule.rawValue, value: JSONValue($0.links)) }),
      "linksByPeople": JSONValue(numbers.byPeople), "saidApart": JSONValue(numbers.apart),
      "open": JSONValue(numbers.open), "text": .string(text),
    ]
  }
}

extension String {
  fileprivate static let method =
    "Duplicate records were identified with Winnow \(Version.number) (matcher version "
    + "\(Matcher.version)), which compares identifiers, title, authors, year, place of publication "
    + "and abstract, links pairs that are surely the same by rule, and puts those that may be "
    + "before a person."
  fileprivate static let nothingDeleted =
    "No record was deleted, and every link can be inspected and undone."

  fileprivate static func count(_ duplicates: Int, of records: Int) -> String {
    "Of \(records) \(records == 1 ? "record" : "records"), \(duplicates) "
      + "\(duplicates == 1 ? "was a duplicate" : "were duplicates") of another."
  }

  fileprivate static func byRule(_ links: Int, _ shares: String) -> String {
    "By rule, \(links) \(links == 1 ? "pair was" : "pairs were") linked: \(shares)."
  }

  fileprivate static func byPeople(_ links: Int, apart: Int) -> String {
    "People linked \(links) \(links == 1 ? "pair" : "pairs"), and kept "
      + "\(apart) \(apart == 1 ? "pair" : "pairs") apart."
  }

  fileprivate static func open(_ pairs: Int) -> String {
    "\(pairs) \(pairs == 1 ? "pair waits" : "pairs wait") for a person."
  }
}
