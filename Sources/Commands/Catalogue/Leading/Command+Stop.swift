import JSON
import Screening
import Service

extension Command {
  static let stop = Command(
    "stop", "stops screening early, or goes on",
    operands: [Common.review],
    options: [Common.stageIfAny, undo, Common.groundsIfAny] + Common.acting,
    manual: """
      Stops screening of titles and abstracts, with grounds: reports without any decision are left
      unscreened and counted apart, begun rounds are finished, later imports wait as usual. --undo
      goes on; its grounds may be left out. Full texts cannot be left out. Only a lead may.
      """,
    examples: [
      Example(
        "winnow stop peer-support --stage title-abstract --because \"95 % recall is likely.\"",
        "stops"),
      Example("winnow stop peer-support --undo", "goes on"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      guard try call.optional(Common.stageIfAny) != .fullText else {
        throw call.contradiction(.onlyTitles)
      }
      guard call.has(undo) else {
        let grounds = try call.required(Common.groundsIfAny)
        let done = try answer(of: sitting.bench.stop(because: grounds, sitting.acting))
        return try call.tell(done, .stopped, to: sitting)
      }
      let grounds = try call.optional(Common.groundsIfAny) ?? .goingOn
      let done = try answer(of: sitting.bench.resume(because: grounds, sitting.acting))
      try call.tell(done, .goesOn, to: sitting)
    })

  private static let undo = Flag("undo", "goes on with screening after a stop")
}

extension String {
  fileprivate static let stopped = "Screening of titles and abstracts is stopped"
  fileprivate static let goesOn = "Screening of titles and abstracts goes on"
  fileprivate static let goingOn = "Screening goes on."
  fileprivate static let onlyTitles = "Only screening of titles and abstracts can be stopped."
}
