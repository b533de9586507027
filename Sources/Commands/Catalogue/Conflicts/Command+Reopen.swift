import JSON
import Screening
import Service

extension Command {
  static let reopen = Command(
    "reopen", "asks for another look at reports",
    operands: [Common.review, reports],
    options: [Common.stage, Common.grounds, ask] + Common.acting,
    manual: """
      Starts a new round of a stage, with grounds. Earlier decisions are kept and no longer count;
      what the reports had at later stages is parked, and returns unchanged if they come that far
      again. The same people are asked, unless --ask names others. For leads and arbiters.
      """,
    examples: [
      Example(
        "winnow reopen peer-support R12 --stage title-abstract --because \"A wrong abstract.\"",
        "asks the same people again")
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      let (reports, stage) = (try call.all(reports), try call.required(Common.stage))
      let grounds = try call.required(Common.grounds)
      var people: [PersonID] = []
      for name in try call.optional(ask) ?? [] { people.append(try sitting.person(named: name)) }
      let done = try answer(
        of: sitting.bench.reopen(
          reports, at: stage, asking: people, because: grounds, sitting.acting))
      let names = reports.map(\.description)
      try call.tell(
        done, .reopened(names, stage), to: sitting,
        json: [
          .init(key: "reports", value: JSONValue(names)),
          .init(key: "stage", value: .string(stage.name)),
        ])
    })

  private static let reports = Operand(
    "REPORT", .report, count: .oneOrMore, "the report, such as R412")
  private static let ask = Option(
    "ask", "PERSON,PERSON", .list(of: .text), "who is asked instead")
}

extension String {
  fileprivate static func reopened(_ reports: [String], _ stage: Stage) -> String {
    "\(reports.joined(separator: ", ")) reopened at \(stage.name)"
  }
}
