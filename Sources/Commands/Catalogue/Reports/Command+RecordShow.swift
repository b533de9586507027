import Formats
import JSON
import Screening
import Service

extension Command {
  static let recordShow = Command(
    "record show", "shows a record as it was read and as it was understood",
    operands: [Common.review, record],
    options: Common.reading,
    manual: """
      Shows one entry of an import: where it came from, the report it belongs to, and side by side its
      text as the file prints it and its fields as they were understood. A record that was corrected in
      quarantine stands beside what it was corrected from.
      """,
    examples: [Example("winnow record show peer-support R412", "shows a record")],
    run: { call throws(Failure) in
      let (sitting, number) = (try call.reading(), try call.required(record))
      let view = try sitting.view(of: number)
      let reference = try answer(of: sitting.bench.reference(number, in: sitting.state))
      let printed = try answer(of: sitting.bench.printed(number, in: sitting.state)) ?? []
      let file = sitting.state.importOf(number)
      let (fields, text) = (reference?.json ?? .null, String(printed: printed))
      let head = "\(number)  from \(file.source), import \(file.file)\nreport: \(view.report)\n"
      let pair = SideBySide(
        left: (title: "as read", lines: text.lines),
        right: (title: "as understood", lines: fields.fieldLines))
      try call.show(
        text: head + pair.text,
        json: [
          "record": .string("\(number)"), "report": .string("\(view.report)"),
          "import": .string("\(file.file)"), "source": .string(file.source.text),
          "fields": fields, "printed": .string(text),
        ])
    })

  private static let record = Operand("RECORD", .report, "the record, such as R412")
}
