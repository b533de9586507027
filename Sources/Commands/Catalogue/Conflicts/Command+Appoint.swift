import JSON
import Screening
import Service

extension Command {
  static let appoint = Command(
    "appoint", "appoints an arbiter for one conflict",
    operands: [Common.review, Common.report],
    options: [Common.stage, arbiter] + Common.acting,
    manual: """
      Lets a member of the team settle one conflict where no arbiter is free: someone who decided
      that stage of the report in no round. Only a lead may.
      """,
    examples: [
      Example(
        "winnow appoint peer-support R12 --stage full-text --arbiter librarian", "appoints one")
    ],
    run: { call throws(Failure) in
      let (sitting, name) = (try call.sitting(), try call.required(arbiter))
      let (report, stage) = (try call.required(Common.report), try call.required(Common.stage))
      let person = try sitting.person(named: name)
      let done = try answer(
        of: sitting.bench.appoint(person, for: report, at: stage, sitting.acting))
      try call.tell(
        done, .appointed(name, report, stage), to: sitting,
        json: .about(report, at: stage) + [.init(key: "arbiter", value: .string(name))])
    })

  private static let arbiter = Option(
    "arbiter", "PERSON", .text, required: true, "who settles it")
}

extension String {
  fileprivate static func appointed(
    _ name: String, _ report: RecordNumber, _ stage: Stage
  ) -> String {
    "\(name) may settle \(report) at \(stage.name)"
  }
}
