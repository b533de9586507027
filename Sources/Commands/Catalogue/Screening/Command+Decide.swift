import JSON
import Screening
import Service

extension Command {
  static let decide = Command(
    "decide", "records a reviewer's decision, or many from a file",
    operands: [Common.review, report],
    options: [Common.stageIfAny, verdict, Common.reason, also, note, file] + Common.acting,
    manual: """
      Records one person's word on one report: include, exclude or unsure, with reasons where the
      stage asks for them. Deciding again changes one's mind. The answer is the same whatever
      others did, so nothing can be learnt from it.

      With --from, reads a CSV file with a head: report, stage, person, verdict, reason, also,
      note. Only report and verdict are needed; --stage and --as stand in for absent columns, and
      "also" separates ids with commas or semicolons. A file with a fault is told line by line and
      nothing of it is recorded. Else every row is tried and answered on a line of its own, as soon
      as it is safe on the disk; the command ends with 1 if any was refused.

      The same file sent again records nothing twice, also after a crash: each row has a request id
      made of its words and of --request, or else of the whole file.
      """,
    examples: [
      Example(
        "winnow decide peer-support R12 --stage title-abstract --verdict include --as reviewer-1",
        "includes a report"),
      Example(
        "winnow decide peer-support R12 --stage full-text --verdict exclude --reason P-ex-1 "
          + "--as reviewer-1", "excludes it with its reason"),
      Example("winnow decide peer-support --from friday.csv", "records a day's decisions"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      if let path = try call.optional(file) {
        guard try call.optional(report) == nil, try call.optional(verdict) == nil else {
          throw call.contradiction(.oneOrMany)
        }
        return try call.decide(from: path, for: sitting)
      }
      let form = DecisionForm(
        report: try call.required(report), stage: try call.required(Common.stageIfAny),
        verdict: try call.required(verdict), reason: try call.optional(Common.reason),
        also: try call.optional(also) ?? [], note: try call.optional(note))
      let done = try answer(of: sitting.bench.decide(form, sitting.acting))
      try call.tell(
        done, .decided(form), to: sitting,
        json: .about(form.report, at: form.stage) + [
          .init(key: "verdict", value: .string(form.verdict.name))
        ])
    })

  private static let report = Operand(
    "REPORT", .report, count: .optional, "the report, such as R412; none with --from")
  private static let verdict = Option(
    "verdict", "VERDICT", .verdict, "the word: include, exclude or unsure")
  private static let also = Option(
    "also", "ID,ID", .list(of: .reason), "other reasons that hold too")
  private static let note = Option("note", "TEXT", .text, "a note in your own words")
  private static let file = Option("from", "FILE", .text, "a CSV file; - is standard input")
}

extension String {
  /// What a decision says: `R412 decided: exclude (P-ex-1)`.
  static func decided(_ form: DecisionForm) -> String {
    let reason = form.reason.map { " (\($0))" } ?? ""
    return "\(form.report) decided: \(form.verdict.name)\(reason)"
  }

  fileprivate static let oneOrMany =
    "A decision is given on the command line, or with others by --from. Leave one of them out."
}
