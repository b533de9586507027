import Bibliography
import Formats
import JSON
import Screening
import Service

extension Invocation {
  /// Sets the records of some reports beside each other.
  func showDuplicates(_ ids: [RecordNumber], for sitting: Sitting) throws(Failure) {
    try sitting.checkIsOnTeam()
    var reports: [RecordNumber] = []
    for id in ids {
      let report = try sitting.view(of: id).report
      if !reports.contains(report) { reports.append(report) }
    }
    var ties: [Tie] = []
    for report in reports { ties += try sitting.ties(of: report) }
    if reports.count > 1, ids.count == 2 { ties.append(try sitting.tie(between: ids)) }
    let group = DuplicateGroup(
      records: try sitting.records(of: reports), prints: try sitting.prints(of: reports),
      ties: ties)
    try show(text: group.text, json: group.json)
  }
}

extension Sitting {
  fileprivate func records(of reports: [RecordNumber]) throws(Failure) -> [DuplicateGroup.Record] {
    let numbers = reports.flatMap { state.records(of: $0) }
    let references = try answer(of: bench.references(numbers, in: state))
    return zip(numbers, references).map { number, reference in
      DuplicateGroup.Record(
        number: number, file: state.importOf(number), isKept: state.report(of: number) == number,
        fields: reference?.json ?? .null)
    }
  }

  /// The links of a report, each with who made it; whoever is blind is told no position.
  fileprivate func ties(of report: RecordNumber) throws(Failure) -> [Tie] {
    let links = state.links(of: report)
    let matches = try answer(of: bench.matches(of: links.map(\.pair), in: state))
    var ties: [Tie] = []
    for (link, match) in zip(links, matches) {
      let entry = try answer(of: bench.entry(link.at, of: review.id))
      ties.append(
        Tie(
          pair: link.pair, match: match,
          standing: link.byRule
            ? .byRule : .byPerson(entry.map { names[$0.author] } ?? names[nil]),
          entry: seesPositions ? link.at : nil))
    }
    return ties
  }

  /// What may tie two records of two reports.
  fileprivate func tie(between ids: [RecordNumber]) throws(Failure) -> Tie {
    let pair = RecordPair(ids[0], ids[1])
    let matches = try answer(of: bench.matches(of: [pair], in: state))
    return Tie(
      pair: pair, match: matches.first, standing: state.areApart(pair) ? .apart : .none,
      entry: nil)
  }
}

/// Two records, what ties them, and what the rules say of them.
struct Tie {
  /// What ties two records, or keeps them apart.
  enum Standing: Hashable {
    case byRule
    case byPerson(String)
    case apart
    case none
  }

  let pair: RecordPair
  let match: MatchPair?
  let standing: Standing
  let entry: Position?

  /// `R1-R5  linked by rule, entry #5: equal-doi; same doi, title`
  var line: String {
    let told = [standing.words, entry.map { "entry \($0)" }].compactMap { $0 }
    let said = [match?.rule.rawValue, match?.evidence.description].compactMap { $0 }
    return "\(pair.low)-\(pair.high)  \(told.joined(separator: ", ")): "
      + said.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The same for programs.
  var json: JSONValue {
    let person: JSONValue =
      if case .byPerson(let name) = standing { .string(name) } else { .null }
    return .object(
      [
        .init(key: "records", value: pair.json), .init(key: "by", value: .string(standing.name)),
        .init(key: "person", value: person),
        .init(key: "entry", value: JSONValue(entry.map { JSONValue($0.value) })),
      ] + (match?.members ?? []))
  }
}

extension Tie.Standing {
  fileprivate var name: String {
    switch self {
    case .byRule: "rule"
    case .byPerson: "person"
    case .apart: "apart"
    case .none: "none"
    }
  }

  fileprivate var words: String {
    switch self {
    case .byRule: "linked by rule"
    case .byPerson(let name): "linked by \(name)"
    case .apart: "said not to be duplicates"
    case .none: "not linked"
    }
  }
}
