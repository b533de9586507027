import Bibliography
import JSON
import Screening
import Service

extension Command {
  static let duplicates = Command(
    "duplicates", "finds, lists, merges and splits duplicate records",
    operands: [Common.review, step, records],
    options: [band] + Common.acting,
    manual: """
      "find" links what is surely the same by rule; it is safe to run again, and never overrules a
      person. "list" prints every report with more than one record, and who linked them; with --band
      sure the links by rule, each with its rule and what agrees, and with --band ask the pairs that
      a person should look at: alike, and not enough to be sure, or surely the same with decisions
      on both sides. What people have answered is not asked again.

      "show" sets the records of a report, or of several, beside each other: who linked them and by
      which rule, what differs, and from which record each field is that people see. "merge" says
      that records are duplicates of each other; "split" that one is no duplicate of the others of
      its report; "apart" that two are none and are never to be linked by a rule. Nothing is
      deleted, and everything can be taken back at any time: decisions stay with the reports that
      they were given to. "report" says in words how duplicates were found, as PRISMA-S asks
      (item 16).

      For leads and librarians; "list" without --band ask and "show" for everyone on the team.
      """,
    examples: [
      Example("winnow duplicates peer-support find", "links what is surely the same"),
      Example(
        "winnow duplicates peer-support list --band ask", "lists what a person should look at"),
      Example("winnow duplicates peer-support show R3 R17", "sets two reports beside each other"),
      Example("winnow duplicates peer-support merge R3 R17", "makes one report of two"),
      Example("winnow duplicates peer-support split R17", "makes two of it again"),
      Example("winnow duplicates peer-support report", "says how duplicates were found"),
    ],
    run: { call throws(Failure) in
      let (sitting, ids) = (try call.sitting(), try call.all(records))
      let (step, band) = (try call.required(step), try call.optional(band))
      try call.check(band == nil || step == .list, .bandIsForList)
      switch step {
      case .find, .list, .report: try call.check(ids.isEmpty, .needsNone(step.rawValue))
      case .show: try call.check(!ids.isEmpty, .showNeedsOne)
      case .merge: try call.check(ids.count >= 2, .mergeNeedsTwo)
      case .split: try call.check(ids.count == 1, .splitNeedsOne)
      case .apart: try call.check(ids.count == 2, .apartNeedsTwo)
      }
      switch step {
      case .find: try call.findDuplicates(for: sitting)
      case .list:
        switch band {
        case nil: try call.listDuplicates(for: sitting)
        case .sure: try call.listSure(for: sitting)
        case .ask: try call.listQuestions(for: sitting)
        }
      case .report: try call.reportDuplicates(for: sitting)
      case .show: try call.showDuplicates(ids, for: sitting)
      case .merge, .split, .apart: try call.answerQuestion(step, ids, for: sitting)
      }
    })

  fileprivate enum Step: String, CaseIterable {
    case find, list, show, merge, split, apart, report
  }

  private enum ListedBand: String, CaseIterable {
    case sure, ask
  }

  private static let step = Operand(
    "STEP", Shape.one(of: Step.allCases, named: \.rawValue),
    "find, list, show, merge, split, apart or report")
  private static let records = Operand("RECORD", .report, count: .any, "records, such as R412")
  private static let band = Option(
    "band", "BAND", Shape.one(of: ListedBand.allCases, named: \.rawValue),
    "lists the links by rule (sure), or what a person should look at (ask)")
}

extension Invocation {
  /// Refuses a command line whose operands are too few or too many for their step.
  fileprivate func check(_ isRight: Bool, _ sentence: String) throws(Failure) {
    if !isRight { throw contradiction(sentence) }
  }

  /// What is not found writes no entry, so none is told.
  fileprivate func findDuplicates(for sitting: Sitting) throws(Failure) {
    let (done, links) = try answer(of: sitting.bench.findDuplicates(sitting.acting))
    let found = JSONValue.Member(key: "links", value: JSONValue(links))
    guard links > 0 || done.isRepeat else {
      return try show(text: .nothingNew, json: .object([found]))
    }
    try tell(done, .found(links), to: sitting, json: [found])
  }

  /// Records what a person says of some records.
  fileprivate func answerQuestion(
    _ step: Command.Step, _ ids: [RecordNumber], for sitting: Sitting
  ) throws(Failure) {
    let (bench, acting) = (sitting.bench, sitting.acting)
    let names = ids.map(\.description)
    let told = [JSONValue.Member(key: "records", value: JSONValue(names))]
    let all = names.joined(separator: " and ")
    switch step {
    case .merge:
      let done = try answer(of: bench.merge(ids, acting))
      let report = try sitting.renewed().state.report(of: ids[0])
      try tell(done, .merged(all, report), to: sitting, json: told)
    case .split:
      let done = try answer(of: bench.split(ids[0], acting))
      try tell(done, .split(all), to: sitting, json: told)
    case .apart:
      let done = try answer(of: bench.part(ids[0], ids[1], acting))
      try tell(done, .apart(all), to: sitting, json: told)
    case .find, .list, .show, .report: break  // they record nothing that a person says
    }
  }
}

extension String {
  fileprivate static let nothingNew = "Nothing new is surely the same."
  fileprivate static let bandIsForList = "Only \"list\" takes --band."
  fileprivate static let showNeedsOne =
    "\"show\" needs one record or more. Name one of each report to show."
  fileprivate static let mergeNeedsTwo = "\"merge\" needs two records or more. Name them."
  fileprivate static let splitNeedsOne = "\"split\" needs one record. Name the one that leaves."
  fileprivate static let apartNeedsTwo = "\"apart\" needs two records. Name them."

  fileprivate static func needsNone(_ step: String) -> String {
    "\"\(step)\" is of the whole review. Leave the records out."
  }
  fileprivate static func found(_ links: Int) -> String {
    links == 1 ? "One link was made by rule" : "\(links) links were made by rule"
  }
  fileprivate static func merged(_ names: String, _ report: RecordNumber) -> String {
    "\(names) are one report, \(report)"
  }
  fileprivate static func split(_ name: String) -> String { "\(name) is a report of its own" }
  fileprivate static func apart(_ names: String) -> String { "\(names) are not duplicates" }
}
