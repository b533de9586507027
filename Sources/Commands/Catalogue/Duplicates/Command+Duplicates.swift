import JSON
import Screening
import Service

extension Command {
  static let duplicates = Command(
    "duplicates", "finds, lists, merges and splits duplicate records",
    operands: [Common.review, step, records],
    options: Common.acting,
    manual: """
      "find" links what is surely the same by rule; it is safe to run again, and never overrules a
      person. "list" prints every report with more than one record, and who linked them. "merge" says that
      records are duplicates of each other; "split" that one is no duplicate of the others of its
      report; "apart" that two are none and are never to be linked by a rule. Nothing is deleted,
      and everything can be taken back at any time: decisions stay with the reports that they were
      given to. For leads and librarians.
      """,
    examples: [
      Example("winnow duplicates peer-support find", "links what is surely the same"),
      Example("winnow duplicates peer-support list", "lists them"),
      Example("winnow duplicates peer-support merge R3 R17", "makes one report of two"),
      Example("winnow duplicates peer-support split R17", "makes two of it again"),
    ],
    run: { call throws(Failure) in
      let (sitting, ids) = (try call.sitting(), try call.all(records))
      let names = ids.map(\.description).joined(separator: " and ")
      switch try call.required(step) {
      case .find:
        try call.findDuplicates(for: sitting)
      case .list:
        try call.listDuplicates(for: sitting)
      case .merge:
        try call.check(ids.count >= 2, .mergeNeedsTwo)
        let done = try answer(of: sitting.bench.merge(ids, sitting.acting))
        let report = try sitting.renewed().state.report(of: ids[0])
        try call.tell(done, .merged(names, report), to: sitting, json: .records(ids))
      case .split:
        try call.check(ids.count == 1, .splitNeedsOne)
        let done = try answer(of: sitting.bench.split(ids[0], sitting.acting))
        try call.tell(done, .split(names), to: sitting, json: .records(ids))
      case .apart:
        try call.check(ids.count == 2, .apartNeedsTwo)
        let done = try answer(of: sitting.bench.part(ids[0], ids[1], sitting.acting))
        try call.tell(done, .apart(names), to: sitting, json: .records(ids))
      }
    })

  private enum Step: String, CaseIterable {
    case find, list, merge, split, apart
  }

  private static let step = Operand(
    "STEP", Shape.one(of: Step.allCases, named: \.rawValue), "find, list, merge, split or apart")
  private static let records = Operand("RECORD", .report, count: .any, "records, such as R412")
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

  fileprivate func listDuplicates(for sitting: Sitting) throws(Failure) {
    let state = sitting.state
    try sitting.checkIsOnTeam()
    var table = TextTable([.left, .left, .left])
    var groups: [JSONValue] = []
    for value in 0..<UInt32(state.recordCount) {
      let report = RecordNumber(value + 1)
      let records = state.records(of: report)
      guard state.report(of: report) == report, records.count > 1 else { continue }
      let links = state.links(of: report)
      let told = links.map { "\($0.pair.low)-\($0.pair.high) \($0.byRule ? "rule" : "person")" }
      table.add(
        "\(report)", records.map(\.description).joined(separator: ", "),
        told.joined(separator: "; "))
      groups.append([
        "report": .string("\(report)"), "records": JSONValue(records.map(\.description)),
        "links": .array(
          links.map {
            [
              "records": JSONValue(["\($0.pair.low)", "\($0.pair.high)"]),
              "by": $0.byRule ? "rule" : "person",
            ]
          }),
      ])
    }
    try show(text: table.text, json: .array(groups))
  }
}

extension [JSONValue.Member] {
  fileprivate static func records(_ ids: [RecordNumber]) -> Self {
    [JSONValue.Member(key: "records", value: JSONValue(ids.map(\.description)))]
  }
}

extension String {
  fileprivate static let nothingNew = "Nothing new is surely the same."
  fileprivate static let mergeNeedsTwo = "\"merge\" needs two records or more. Name them."
  fileprivate static let splitNeedsOne = "\"split\" needs one record. Name the one that leaves."
  fileprivate static let apartNeedsTwo = "\"apart\" needs two records. Name them."

  fileprivate static func found(_ links: Int) -> String {
    links == 1 ? "One link was made by rule" : "\(links) links were made by rule"
  }
  fileprivate static func merged(_ names: String, _ report: RecordNumber) -> String {
    "\(names) are one report, \(report)"
  }
  fileprivate static func split(_ name: String) -> String { "\(name) is a report of its own" }
  fileprivate static func apart(_ names: String) -> String { "\(names) are not duplicates" }
}
