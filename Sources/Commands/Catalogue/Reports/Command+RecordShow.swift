import Formats
import JSON
import Screening
import Service

extension Command {
  static let recordShow = Command(
    "record show", "shows a record as it was imported",
    operands: [Common.review, record],
    options: Common.reading,
    manual: """
      Shows one entry of an import: where it came from, the report it belongs to, its fields as
      parsed and its text as printed in the file.
      """,
    examples: [Example("winnow record show peer-support R412", "shows a record")],
    run: { call throws(Failure) in
      let (sitting, number) = (try call.reading(), try call.required(record))
      let view = try sitting.view(of: number)
      let reference = try answer(of: sitting.bench.reference(number, in: sitting.state))
      let printed = try answer(of: sitting.bench.printed(number, in: sitting.state)) ?? []
      let file = sitting.state.importOf(number)
      let (fields, text) = (reference?.json ?? .null, String(decoding: printed, as: UTF8.self))
      let lines = [
        "\(number)  from \(file.source), import \(file.file)", "report: \(view.report)",
        "fields: \(fields.text(indented: true))", "printed:", text,
      ]
      try call.show(
        text: lines.joined(separator: "\n"),
        json: [
          "record": .string("\(number)"), "report": .string("\(view.report)"),
          "import": .string("\(file.file)"), "source": .string(file.source.text),
          "fields": fields, "printed": .string(text),
        ])
    })

  private static let record = Operand("RECORD", .report, "the record, such as R412")
}
