import JSON
import Screening
import Service

extension Command {
  static let disclose = Command(
    "disclose", "shows the team the settled outcomes",
    operands: [Common.review],
    options: [Common.stageIfAny] + Common.acting,
    manual: """
      Shows the team the outcomes and numbers settled up to this moment, at a stage or at both. A
      round that is not settled is not shown, and nobody is shown who decided what. Only a lead may.
      """,
    examples: [
      Example("winnow disclose peer-support --stage title-abstract", "discloses a stage")
    ],
    run: { call throws(Failure) in
      let (sitting, stage) = (try call.sitting(), try call.optional(Common.stageIfAny))
      let stages = stage.map { [$0] } ?? Stage.allCases
      let done = try answer(of: sitting.bench.disclose(stages, sitting.acting))
      try call.tell(
        done, .disclosed(stages), to: sitting,
        json: [.init(key: "stages", value: JSONValue(stages.map(\.name)))])
    })
}

extension String {
  fileprivate static func disclosed(_ stages: [Stage]) -> String {
    "Outcomes settled so far at \(stages.map(\.name).joined(separator: " and ")) are disclosed"
  }
}
