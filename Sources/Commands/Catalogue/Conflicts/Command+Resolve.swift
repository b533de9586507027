import JSON
import Screening
import Service

extension Command {
  static let resolve = Command(
    "resolve", "settles a conflict as an arbiter",
    operands: [Common.review, Common.report],
    options: [Common.stage, Common.outcome, Common.reason, Common.grounds] + Common.acting,
    manual: """
      Settles a conflict for good, with grounds. The arbiter has to have been shown it as it stands
      now ("conflicts" does that) and has decided that stage of the report in no round. Refused if
      a decision was changed since.
      """,
    examples: [
      Example(
        "winnow resolve peer-support R12 --stage title-abstract --verdict include "
          + "--because \"The full text will tell.\" --as arbiter", "includes it")
    ],
    run: { call throws(Failure) in
      let (sitting, form) = (try call.sitting(), try call.resolution())
      let done = try answer(of: sitting.bench.resolve(form, sitting.acting))
      try call.tell(
        done, .resolved(form), to: sitting,
        json: .about(form.report, at: form.stage) + [
          .init(key: "outcome", value: .string(form.outcome.name))
        ])
    })
}

extension Invocation {
  /// The resolution that the command line gives.
  fileprivate func resolution() throws(Failure) -> ResolutionForm {
    ResolutionForm(
      report: try required(Common.report), stage: try required(Common.stage),
      outcome: try required(Common.outcome), reason: try optional(Common.reason),
      grounds: try required(Common.grounds))
  }
}

extension String {
  fileprivate static func resolved(_ form: ResolutionForm) -> String {
    "\(form.report) resolved: \(form.outcome.name)" + (form.reason.map { " (\($0))" } ?? "")
  }
}
