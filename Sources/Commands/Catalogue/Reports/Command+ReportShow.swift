import Bibliography
import Formats
import JSON
import Screening
import Service

extension Command {
  static let reportShow = Command(
    "report show", "shows a report as you may see it",
    operands: [Common.review, Common.report],
    options: Common.reading,
    manual: """
      Shows what people see of a report: its fields, each from the fullest of its records, where it
      is, and its two stages. What others did is left out where the person is blind; a lead may lift
      the blind for themself with --unblind.
      """,
    examples: [Example("winnow report show peer-support R412 --as reviewer-1", "shows a report")],
    run: { call throws(Failure) in
      let (sitting, number) = (try call.reading(), try call.required(Common.report))
      let view = try sitting.view(of: number)
      let print = try sitting.prints(of: [view.report])[0]
      var stages: [StagePrint] = []
      for stage in view.stages { stages.append(try StagePrint(stage, for: sitting)) }
      let labels = sitting.labels(of: view)
      let doubts = try answer(
        of: sitting.bench.doubts(about: view.report, in: sitting.state))
      let records = view.records.map(\.description)
      let head = [
        "\(view.report)  \(print.title)", "where: \(view.whereabouts.name)",
        "records: \(records.joined(separator: ", "))",
      ]
      let text =
        head + print.lines(records: records.count)
        + doubts.map { "limit \($0.limit.id): \($0.judgement.words) (\($0.limit.text))" }
        + stages.flatMap(\.lines)
        + (labels.isEmpty ? [] : ["labels: \(labels.joined(separator: ", "))"])
      try call.show(
        text: text.joined(separator: "\n"),
        json: [
          "report": .string("\(view.report)"), "where": .string(view.whereabouts.name),
          "records": JSONValue(records), "fields": print.json,
          "limits": .array(
            doubts.map {
              ["limit": .string($0.limit.id.text), "judgement": .string($0.judgement.words)]
            }),
          "stages": .array(stages.map(\.json)), "labels": JSONValue(labels),
        ])
    })
}

extension Sitting {
  /// The labels that the person may see: settled ones where one person labels, else their own.
  fileprivate func labels(of view: ReportView) -> [String] {
    guard view.whereabouts == .leaf(.included) else { return [] }
    let isShared = state.content?.labels.people == 1 || seesPositions
    if isShared, case .settled(let themes) = state.labelStanding(of: view.report) {
      return themes.map(\.text)
    }
    return state.labels(of: view.report, by: person.id).map(\.text)
  }
}

extension Judgement {
  /// What people read.
  fileprivate var words: String {
    switch self {
    case .passes: "passes"
    case .fails: "fails"
    case .cannotTell: "cannot tell"
    }
  }
}
