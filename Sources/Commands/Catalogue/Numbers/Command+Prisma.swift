import Documents
import JSON
import Reporting
import Screening
import Service

extension Command {
  static let prisma = Command(
    "prisma", "prints the PRISMA 2020 numbers, as you may see them",
    operands: [Common.review],
    options: [format, all, check, Common.asOf, box, list] + Common.reading,
    manual: """
      Prints every box of the PRISMA 2020 flow with what is in progress beside it, so that the sums
      close at any time: as text with the name of each box, as JSON, as CSV, or as the form of PRISMA
      2020 in SVG. --all shows parts without anything in them too.

      Leads and librarians who do not screen see live numbers; so does a lead who lifted the blind.
      Everyone else sees what the last disclosure showed, and one figure of what is in progress now.

      The sums are checked whenever numbers are made. If one does not close, no number is printed:
      the sentence names the reports to look at, and the status is 70. --check says that they close.

      --box prints the number of one box, and with --list the records or reports in it.
      """,
    examples: [
      Example("winnow prisma peer-support --check", "the lead's numbers, checked"),
      Example("winnow prisma peer-support --format svg", "the form as a picture"),
      Example("winnow prisma peer-support --as-of 2024-01-31", "the numbers of that evening"),
      Example(
        "winnow prisma peer-support --box databases.not-retrieved --list", "what is in one box"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.reading()
      let numbers = try sitting.numbers(asOf: try call.optional(Common.asOf))
      let flow = try answer(of: numbers.flow())
      let chart = FlowChart(flow, numbers.content)
      if let name = try call.optional(box) {
        try call.show(try chart.box(called: name, by: Command.box), of: numbers, for: sitting)
      } else {
        guard !call.has(list) else { throw call.contradiction(.listNeedsBox) }
        let document = FlowDocument(chart, numbers.provenance, showsAll: call.has(all))
        try call.print(document, as: try call.formatAsked() ?? .text)
      }
      if call.has(check) { call.remark(.closes) }
    })

  fileprivate static let format = Option(
    "format", "FORMAT", Shape<DocumentFormat>.one(of: DocumentFormat.allCases, named: \.rawValue),
    "text (else), json, csv or svg")
  fileprivate static let all = Flag("all", "shows what has nothing in it too")
  fileprivate static let check = Flag("check", "says that every sum closes")
  fileprivate static let box = Option("box", "NAME", .text, "one box, by its name in the text")
  fileprivate static let list = Flag("list", "lists what is in the box")
}

/// How a document is printed.
enum DocumentFormat: String, CaseIterable {
  case text, json, csv, svg
}

extension Invocation {
  /// The format asked for; `--json` is short for one of them.
  fileprivate func formatAsked() throws(Failure) -> DocumentFormat? {
    let format = try optional(Command.format)
    guard has(Common.json) else { return format }
    guard format == nil || format == .json else { throw contradiction(.twoFormats) }
    return .json
  }

  fileprivate func print(
    _ document: FlowDocument, as format: DocumentFormat
  ) throws(Failure) {
    switch format {
    case .text: try print(document.text)
    case .json: try print(document.json.text(indented: true))
    case .csv: try write(Array(document.csv.utf8))
    case .svg: try write(Array(document.svg.utf8))
    }
  }

  /// A box with its number, and with its list if that was asked for.
  fileprivate func show(
    _ box: FlowBox, of numbers: Numbers, for sitting: Sitting
  ) throws(Failure) {
    remarkView(of: numbers)
    guard has(Command.list) else {
      return try show(
        text: "\(box.number)",
        json: ["box": .string(box.name), "number": JSONValue(box.number)])
    }
    let prints = try sitting.prints(of: box, in: numbers.review)
    var table = TextTable([.left, .left])
    for print in prints { table.add("\(print.report)", print.title) }
    try show(
      text: table.text,
      json: .array(
        prints.map { ["number": .string("\($0.report)"), "fields": $0.json] }))
  }
}

extension String {
  fileprivate static let closes = "Every sum closes."
  fileprivate static let listNeedsBox = "--list lists what is in a box, so name one with --box."
  fileprivate static let twoFormats = "--json and --format ask for two formats. Choose one."
}
