import Documents
import JSON
import Reporting
import Screening
import Service

extension Command {
  static let themeTally = Command(
    "themes", "prints how many included reports, or studies, carry each theme",
    operands: [Common.review],
    options: [format, count, Common.asOf] + Common.reading,
    manual: """
      Prints the theme tree with two numbers each: labels, the sum of the labels at the theme and
      below it, and how many distinct reports carry them. What is unfinished, and what has labels to
      settle, is counted apart. --count studies counts studies, each with the labels of all of its
      reports.

      Leads and librarians who do not screen see live numbers; so does a lead who lifted the blind.
      Everyone else sees what the last disclosure showed.
      """,
    examples: [
      Example("winnow themes peer-support", "the tally of reports"),
      Example("winnow themes peer-support --count studies --format csv", "of studies, for a table"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.reading()
      let numbers = try sitting.numbers(asOf: try call.optional(Common.asOf))
      let unit = try call.optional(count) ?? .reports
      let tally = try answer(of: numbers.tally(counting: unit))
      let document = ThemeDocument(tally, numbers.provenance)
      let format = try call.optional(format)
      if call.has(Common.json) && format != nil && format != .json {
        throw call.contradiction(.twoFormats)
      }
      switch call.has(Common.json) ? .json : format ?? .text {
      case .text: try call.print(document.text)
      case .json: try call.print(document.json.text(indented: true))
      case .csv: try call.write(Array(document.csv.utf8))
      }
    })

  private static let format = Option(
    "format", "FORMAT", Shape<TableFormat>.one(of: TableFormat.allCases, named: \.rawValue),
    "text (else), json or csv")
  private static let count = Option(
    "count", "UNIT", Shape<ThemeTally.Unit>.one(of: ThemeTally.Unit.allCases, named: \.rawValue),
    "reports (else) or studies")
}

/// How a table is printed.
private enum TableFormat: String, CaseIterable {
  case text, json, csv
}

extension String {
  fileprivate static let twoFormats = "--json and --format ask for two formats. Choose one."
}
