import JSON
import Screening
import Service

extension Command {
  static let conflicts = Command(
    "conflicts", "shows the conflicts that are yours to settle",
    operands: [Common.review],
    options: [Common.stageIfAny, Common.person, Common.json, Common.workspace],
    manual: """
      Shows the conflicts that the person may settle as an arbiter, with decisions, reasons and
      notes, and records that they were shown: whoever saw them decides that stage of those reports
      no more. Then "resolve" settles one. Names are left out where the protocol says so.

      Shows also the conflicts that were opened to the person as one of their parties, with the
      proposal that stands; those are settled with "consensus".
      """,
    examples: [Example("winnow conflicts peer-support --as arbiter", "shows both stages'")],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      let stages = try call.optional(Common.stageIfAny).map { [$0] } ?? Stage.allCases
      var conflicts: [Conflict] = []
      for stage in stages {
        conflicts += try sitting.toSettle(at: stage)
        conflicts += try sitting.toAgree(at: stage)
      }
      if conflicts.isEmpty { call.remark(.none) }
      try call.show(
        text: conflicts.map(\.text).joined(separator: "\n\n"),
        json: .array(conflicts.map(\.json)))
    })
}

/// A conflict as it is shown to the person who settles it.
private struct Conflict {
  let print: ReportPrint
  let stage: StagePrint

  var text: String {
    (["\(print.report)  \(print.title)"] + stage.lines).joined(separator: "\n")
  }

  var json: JSONValue {
    .object(
      [.init(key: "report", value: .string("\(print.report)"))] + (stage.json.members ?? [])
        + [.init(key: "fields", value: print.json)])
  }
}

extension Sitting {
  /// What is theirs as an arbiter; recorded as shown before it is shown.
  fileprivate func toSettle(at stage: Stage) throws(Failure) -> [Conflict] {
    let (_, reports) = try answer(of: bench.showConflicts(at: stage, acting))
    return try renewed().conflicts(reports, at: stage)
  }

  /// What was opened to them as a party.
  fileprivate func toAgree(at stage: Stage) throws(Failure) -> [Conflict] {
    var reports: [RecordNumber] = []
    for report in state.reports(in: .inConflict(at: stage)).numbers {
      let view = try view(of: report)
      if view.stages.contains(where: { $0.stage == stage && $0.call == .agree }) {
        reports.append(report)
      }
    }
    return try conflicts(reports, at: stage)
  }

  private func conflicts(
    _ reports: [RecordNumber], at stage: Stage
  ) throws(Failure) -> [Conflict] {
    var conflicts: [Conflict] = []
    for print in try prints(of: reports) {
      for view in try view(of: print.report).stages where view.stage == stage {
        conflicts.append(Conflict(print: print, stage: try StagePrint(view, for: self)))
      }
    }
    return conflicts
  }
}

extension String {
  fileprivate static let none = "No conflict is yours to settle now."
}
