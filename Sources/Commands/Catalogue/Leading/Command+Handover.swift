import JSON
import Screening
import Service

extension Command {
  static let handover = Command(
    "handover", "hands a colleague's unfinished work over",
    operands: [Common.review],
    options: [from, to, Common.stageIfAny] + Common.acting,
    manual: """
      Asks another reviewer in place of one who was asked by name, in reopened rounds and pilots;
      ordinary reports find others by themselves. Without --stage, at both stages. Only a lead may.
      """,
    examples: [
      Example("winnow handover peer-support --from reviewer-1 --to reviewer-3", "hands it over")
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      let (from, to) = (try call.required(from), try call.required(to))
      let (left, taking) = (try sitting.person(named: from), try sitting.person(named: to))
      let stages = try call.optional(Common.stageIfAny).map { [$0] } ?? Stage.allCases
      var last: Done?
      for stage in stages {
        let acting = sitting.acting(
          as: sitting.person.id, request: sitting.request.map { "\($0) \(stage.name)" })
        do throws(Fault) {
          last = try sitting.bench.handOver(from: left, to: taking, at: stage, acting)
        } catch {
          // One stage may have nothing; only if none has, it is said.
          guard case .refused(.nothingToHandOver) = error, stage != stages.last || last != nil
          else { throw .fault(error) }
        }
      }
      guard let last else { throw .fault(.refused(.nothingToHandOver)) }
      try call.tell(
        last, .handed(from, to), to: sitting,
        json: [
          .init(key: "from", value: .string(from)), .init(key: "to", value: .string(to)),
        ])
    })

  private static let from = Option(
    "from", "PERSON", .text, required: true, "whose work is unfinished")
  private static let to = Option("to", "PERSON", .text, required: true, "who takes it over")
}

extension String {
  fileprivate static func handed(_ from: String, _ to: String) -> String {
    "The unfinished work of \(from) is now asked of \(to)"
  }
}
