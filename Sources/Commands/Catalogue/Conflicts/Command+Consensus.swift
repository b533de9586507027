import JSON
import Screening
import Service

extension Command {
  static let consensus = Command(
    "consensus", "settles conflicts among their parties",
    operands: [Common.review, step, reports],
    options: [Common.stage, outcome, Common.reason, Common.groundsIfAny, proposal] + Common.acting,
    manual: """
      "open" lets the parties of a conflict see each other's decisions, which are frozen from then
      on; a lead names reports, or opens all of the stage. "propose" is a party's outcome, with
      grounds. "confirm" agrees to the proposal that "conflicts" or "report show" printed, by its
      tag; when every party still on the team has confirmed, the conflict is settled.

      Conflicts of a pilot are always settled so, others where the protocol says consensus.
      """,
    examples: [
      Example("winnow consensus peer-support open --stage title-abstract", "opens all conflicts"),
      Example(
        "winnow consensus peer-support propose R12 --stage title-abstract --verdict include "
          + "--because \"We both misread it.\" --as reviewer-1", "proposes"),
      Example(
        "winnow consensus peer-support confirm R12 --stage title-abstract --proposal 3f9a1c2e "
          + "--as reviewer-2", "confirms"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      switch try call.required(step) {
      case .open: try call.openConflicts(for: sitting)
      case .propose: try call.propose(for: sitting)
      case .confirm: try call.confirm(for: sitting)
      }
    })

  private enum Step: String, CaseIterable {
    case open, propose, confirm
  }

  private static let step = Operand(
    "STEP", Shape.one(of: Step.allCases, named: \.rawValue), "open, propose or confirm")
  fileprivate static let reports = Operand(
    "REPORT", .report, count: .any, "the report; \"open\" takes several, or none for all")
  fileprivate static let outcome = Option(
    "verdict", "VERDICT", .outcome, "the outcome proposed: include or exclude")
  fileprivate static let proposal = Option(
    "proposal", "TAG", .text, "the proposal confirmed, by the tag that was printed with it")
}

extension Invocation {
  fileprivate func openConflicts(for sitting: Sitting) throws(Failure) {
    let (reports, stage) = (try all(Command.reports), try required(Common.stage))
    let done = try answer(of: sitting.bench.openConflicts(reports, at: stage, sitting.acting))
    try tell(
      done, .opened(stage), to: sitting, json: [.init(key: "stage", value: .string(stage.name))])
  }

  fileprivate func propose(for sitting: Sitting) throws(Failure) {
    let form = ResolutionForm(
      report: try onlyReport(), stage: try required(Common.stage),
      outcome: try required(Command.outcome), reason: try optional(Common.reason),
      grounds: try required(Common.groundsIfAny))
    let done = try answer(of: sitting.bench.propose(form, sitting.acting))
    try tell(
      done, .proposed(form), to: sitting,
      json: .about(form.report, at: form.stage) + [
        .init(key: "outcome", value: .string(form.outcome.name))
      ])
  }

  fileprivate func confirm(for sitting: Sitting) throws(Failure) {
    let (report, stage) = (try onlyReport(), try required(Common.stage))
    let tag = try required(Command.proposal)
    let standing = try sitting.view(of: report).stages.first { $0.stage == stage }?.proposal
    let words =
      if let standing { try sitting.grounds(ofProposal: standing.entry) } else { Words?.none }
    // Another tag is another proposal: the rules then say that it changed, or that there is none.
    let named = words?.tag == tag ? standing?.entry : nil
    let done = try answer(
      of: sitting.bench.confirm(
        report, at: stage, proposal: named ?? .start, sitting.acting))
    try tell(done, .confirmed(report), to: sitting, json: .about(report, at: stage))
  }

  private func onlyReport() throws(Failure) -> RecordNumber {
    let reports = try all(Command.reports)
    guard let report = reports.first, reports.count == 1 else {
      throw .usage(.missing(parameter: "one REPORT", command: command.name))
    }
    return report
  }
}

extension String {
  fileprivate static func opened(_ stage: Stage) -> String {
    "Conflicts at \(stage.name) are open to their parties"
  }
  fileprivate static func proposed(_ form: ResolutionForm) -> String {
    "\(form.report): proposed \(form.outcome.name)" + (form.reason.map { " (\($0))" } ?? "")
  }
  fileprivate static func confirmed(_ report: RecordNumber) -> String {
    "\(report): proposal confirmed"
  }
}
