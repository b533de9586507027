import JSON
import Screening
import Service

extension Command {
  static let label = Command(
    "label", "puts themes on an included report",
    operands: [Common.review, Common.report, themes],
    options: [settle, Common.groundsIfAny] + Common.acting,
    manual: """
      Puts themes of the protocol's tree on an included report, beside those that the person gave
      it before; more than the protocol allows is refused. With --settle, an arbiter or a lead
      settles labels that differ, or of which a merge or an amendment left too many, with grounds.

      A report that is not included, or not known to the person to be so, is refused alike.
      """,
    examples: [
      Example("winnow label peer-support R12 training supervision", "two themes"),
      Example(
        "winnow label peer-support R12 training --settle --because \"The role is in passing.\"",
        "settles"),
    ],
    run: { call throws(Failure) in
      let (sitting, report) = (try call.sitting(), try call.required(Common.report))
      let themes = try call.all(themes)
      let done: Done
      if call.has(settle) {
        let grounds = try call.required(Common.groundsIfAny)
        done = try answer(
          of: sitting.bench.settleLabels(
            of: report, as: themes, because: grounds, sitting.acting))
      } else {
        done = try answer(of: sitting.bench.label(report, with: themes, sitting.acting))
      }
      try call.tell(
        done, .labelled(report, themes), to: sitting,
        json: .about(report) + [.init(key: "themes", value: JSONValue(themes.map(\.text)))])
    })

  static let unlabel = Command(
    "unlabel", "takes your themes off a report",
    operands: [Common.review, Common.report, takenOff],
    options: Common.acting,
    manual: """
      Takes themes off a report that the person put there; without a theme, all of theirs.
      """,
    examples: [Example("winnow unlabel peer-support R12 training", "takes one off")],
    run: { call throws(Failure) in
      let (sitting, report) = (try call.sitting(), try call.required(Common.report))
      let themes = try call.all(takenOff)
      let done = try answer(of: sitting.bench.unlabel(report, taking: themes, sitting.acting))
      try call.tell(
        done, .unlabelled(report, themes), to: sitting,
        json: .about(report) + [.init(key: "themes", value: JSONValue(themes.map(\.text)))])
    })

  private static let themes = Operand("THEME", .theme, count: .oneOrMore, "a theme, by its id")
  private static let takenOff = Operand("THEME", .theme, count: .any, "a theme, by its id")
  private static let settle = Flag("settle", "settles labels that differ")
}

extension String {
  fileprivate static func labelled(_ report: RecordNumber, _ themes: [ThemeID]) -> String {
    "\(report) labelled: \(themes.map(\.text).joined(separator: ", "))"
  }
  fileprivate static func unlabelled(_ report: RecordNumber, _ themes: [ThemeID]) -> String {
    themes.isEmpty
      ? "\(report): your labels are taken off"
      : "\(report): taken off: \(themes.map(\.text).joined(separator: ", "))"
  }
}
