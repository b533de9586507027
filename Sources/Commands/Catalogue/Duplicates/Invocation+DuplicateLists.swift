import Bibliography
import JSON
import Screening
import Service

extension Invocation {
  /// Every report of several records, and who linked them.
  func listDuplicates(for sitting: Sitting) throws(Failure) {
    let state = sitting.state
    try sitting.checkIsOnTeam()
    var table = TextTable([.left, .left, .left])
    var groups: [JSONValue] = []
    for report in state.mergedReports {
      let (records, links) = (state.records(of: report), state.links(of: report))
      let told = links.map { "\($0.pair.low)-\($0.pair.high) \($0.byRule ? "rule" : "person")" }
      table.add(
        "\(report)", records.map(\.description).joined(separator: ", "),
        told.joined(separator: "; "))
      groups.append([
        "report": .string("\(report)"), "records": JSONValue(records.map(\.description)),
        "links": .array(
          links.map { ["records": $0.pair.json, "by": $0.byRule ? "rule" : "person"] }),
      ])
    }
    try show(text: table.text, json: .array(groups))
  }

  /// Every link by rule, with its rule and what agrees.
  func listSure(for sitting: Sitting) throws(Failure) {
    try sitting.checkIsOnTeam()
    let state = sitting.state
    let matches = try answer(of: sitting.bench.matchesOfLinks(of: sitting.review.id, in: state))
    var table = TextTable([.left, .left, .left, .left])
    for match in matches {
      table.add(
        "\(state.report(of: match.records.low))", "\(match.records.low)-\(match.records.high)",
        match.rule.rawValue, match.evidence.description)
    }
    try show(
      text: table.text,
      json: .array(
        matches.map { match in
          .object(
            [
              .init(key: "report", value: .string("\(state.report(of: match.records.low))")),
              .init(key: "records", value: match.records.json),
            ] + match.members)
        }))
  }

  /// What a person should look at.
  func listQuestions(for sitting: Sitting) throws(Failure) {
    let questions = try answer(of: sitting.bench.duplicateQuestions(sitting.acting))
    let reports = questions.flatMap { [$0.reports.low, $0.reports.high] }
    let prints = try sitting.prints(of: reports)
    var lines: [String] = []
    for (place, question) in questions.enumerated() {
      let two = [prints[2 * place], prints[2 * place + 1]]
      lines.append("\(question.records.low)-\(question.records.high)  \(question.reason)")
      lines.append("  \(question.match.evidence.description)")
      lines += two.map { "  \($0.report)  \($0.title)" }
    }
    try show(
      text: lines.joined(separator: "\n"),
      json: .array(
        questions.map { question in
          .object(
            [
              .init(key: "records", value: question.records.json),
              .init(key: "reports", value: question.reports.json),
              .init(key: "bothDecided", value: .bool(question.openness == .bothDecided)),
            ] + question.match.members)
        }))
  }

  /// How duplicates were found, in words.
  func reportDuplicates(for sitting: Sitting) throws(Failure) {
    let numbers = try answer(of: sitting.bench.duplicateNumbers(sitting.acting))
    let print = DuplicateReport(numbers)
    try show(text: print.text, json: print.json)
  }
}

extension DuplicateQuestion {
  /// Why it is asked: `different-dois: they are alike, but each has a DOI of its own`.
  fileprivate var reason: String {
    switch openness {
    case .free: "\(match.rule.rawValue): \(match.rule.reason)"
    case .bothDecided: .bothDecided(match.rule)
    }
  }
}

extension RecordPair {
  /// Both numbers for programs.
  var json: JSONValue { JSONValue(["\(low)", "\(high)"]) }
}

extension String {
  fileprivate static func bothDecided(_ rule: MatchRule) -> String {
    "\(rule.rawValue): \(rule.reason), but both reports carry decisions"
  }
}
