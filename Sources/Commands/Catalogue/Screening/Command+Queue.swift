import JSON
import Screening
import Service

extension Command {
  static let queue = Command(
    "queue", "offers the reports that wait for you",
    operands: [Common.review],
    options: [Common.stage, take, Common.person, Common.json, Common.workspace],
    manual: """
      Offers reports that still need the person's decision at a stage and that not enough others
      are looking at. An offer stands for some minutes (the protocol's lease-minutes); asking again
      meanwhile brings the same reports first. In one round nothing is offered twice to one person,
      and never to someone who was shown another's decision.
      """,
    examples: [
      Example("winnow queue peer-support --stage title-abstract --as reviewer-1", "ten reports"),
      Example(
        "winnow queue peer-support --stage full-text --as reviewer-1 --take 1 --json",
        "one, with all of its fields"),
    ],
    run: { call throws(Failure) in
      let (sitting, stage) = (try call.sitting(), try call.required(Common.stage))
      let count = try call.optional(take) ?? 10
      let reports = try answer(
        of: sitting.bench.queue(at: stage, take: count, sitting.acting))
      let prints = try sitting.prints(of: reports)
      var table = TextTable([.left, .left])
      for print in prints { table.add("\(print.report)", print.title) }
      if reports.isEmpty {
        let lacksPilot =
          sitting.state.isGateShut(at: stage) && sitting.state.pilotStanding(at: stage) == nil
        call.remark(lacksPilot ? Refusal.pilotIsMissing(stage).sentence : .nothing(stage))
      }
      try call.show(
        text: table.text,
        json: .array(prints.map { ["report": .string("\($0.report)"), "fields": $0.json] }))
    })

  private static let take = Option(
    "take", "N", .number(in: 1...1000), "offers at most so many; else 10")
}

extension String {
  fileprivate static func nothing(_ stage: Stage) -> String {
    "Nothing waits for you at \(stage.name) now."
  }
}
