import JSON
import Screening
import Service

extension Command {
  static let pilot = Command(
    "pilot", "runs a stage's trial by the whole team",
    operands: [Common.review, step],
    options: [Common.stage, seed, Common.groundsIfAny] + Common.acting,
    manual: """
      "draw" fixes a random sample and the reviewers of today, who all decide all of it before the
      ordinary queue opens. "show" tells how it stands; the agreement of each pair is shown at its
      close, when every report of the sample is settled. "pass" opens the queue; below the gate of
      the protocol that needs grounds. Conflicts of a pilot are settled with "consensus".
      """,
    examples: [
      Example("winnow pilot peer-support draw --stage title-abstract", "draws the sample"),
      Example("winnow pilot peer-support show --stage title-abstract", "shows the agreement"),
      Example("winnow pilot peer-support pass --stage title-abstract", "opens the queue"),
    ],
    run: { call throws(Failure) in
      let (sitting, stage) = (try call.sitting(), try call.required(Common.stage))
      let about = [JSONValue.Member(key: "stage", value: .string(stage.name))]
      switch try call.required(step) {
      case .draw:
        let seed = try call.optional(seed).map { UInt64($0) }
        let done = try answer(
          of: sitting.bench.drawPilot(at: stage, seed: seed, sitting.acting))
        try call.tell(done, .drawn(stage), to: sitting, json: about)
      case .show:
        try call.show(pilotAt: stage, for: sitting)
      case .pass:
        let grounds = try call.optional(Common.groundsIfAny)
        let done = try answer(
          of: sitting.bench.passPilot(at: stage, because: grounds, sitting.acting))
        try call.tell(done, .passed(stage), to: sitting, json: about)
      }
    })

  private enum Step: String, CaseIterable {
    case draw, show, pass
  }

  private static let step = Operand(
    "STEP", Shape.one(of: Step.allCases, named: \.rawValue), "draw, show or pass")
  private static let seed = Option(
    "seed", "N", .number(in: 0...Int.max), "makes the sample repeatable; else a random one")
}

extension Invocation {
  fileprivate func show(pilotAt stage: Stage, for sitting: Sitting) throws(Failure) {
    try sitting.checkIsOnTeam()
    guard let pilot = sitting.state.pilotStanding(at: stage) else {
      throw .fault(.refused(.pilotIsMissing(stage)))
    }
    // Whoever may still decide is not told how many are left, nor who agrees, before the close.
    let open = sitting.seesPositions ? pilot.open : nil
    let pairs = pilot.open == 0 ? pilot.pairs : []
    let state = pilot.isPassed ? String.isPassed : pilot.open == 0 ? .isClosed : .isRunning
    var lines: [String] = [.sample(pilot.sample.count, state)]
    if let open { lines.append(.open(open)) }
    for pair in pairs {
      let (one, other) = (sitting.names[pair.one], sitting.names[pair.other])
      lines.append(.pair(one, other, pair.agreed, pair.of, pair.percent))
    }
    try show(
      text: lines.joined(separator: "\n"),
      json: [
        "stage": .string(stage.name), "sample": JSONValue(pilot.sample.map(\.description)),
        "state": .string(state), "open": JSONValue(open.map { JSONValue($0) }),
        "pairs": .array(
          pairs.map {
            [
              "one": .string(sitting.names[$0.one]), "other": .string(sitting.names[$0.other]),
              "agreed": JSONValue($0.agreed), "of": JSONValue($0.of),
              "percent": JSONValue($0.percent),
            ]
          }),
      ])
  }
}

extension String {
  fileprivate static let isRunning = "running"
  fileprivate static let isClosed = "closed"
  fileprivate static let isPassed = "passed"

  fileprivate static func drawn(_ stage: Stage) -> String {
    "The pilot at \(stage.name) is drawn"
  }
  fileprivate static func passed(_ stage: Stage) -> String {
    "The pilot at \(stage.name) is passed: the queue is open"
  }
  fileprivate static func sample(_ count: Int, _ state: String) -> String {
    "sample of \(count), \(state)"
  }
  fileprivate static func open(_ count: Int) -> String { "not settled: \(count)" }
  fileprivate static func pair(
    _ one: String, _ other: String, _ agreed: Int, _ of: Int, _ percent: Int
  ) -> String {
    "\(one) and \(other): \(agreed) of \(of) alike, \(percent) %"
  }
}
