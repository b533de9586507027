import Bibliography
import Formats
import Reporting
import Screening
import Service

extension Command {
  static let export = Command(
    "export", "writes the references of included reports, or of any box",
    operands: [Common.review],
    options: [what, format, Common.asOf, Common.person, Common.unblind, Common.workspace],
    manual: """
      Writes references to standard output: those of the included reports, or of whatever is in a box
      of "winnow prisma". A report's fields are each from the fullest of its records, and its id is
      its number in the review; a record is written as it was imported.

      Leads and librarians who do not screen export what is in a box now; so does a lead who lifted
      the blind. Everyone else exports what the last disclosure showed.
      """,
    examples: [
      Example("winnow export peer-support --what included", "what is included"),
      Example(
        "winnow export peer-support --what databases.excluded-at-full-text --as-of 2024-01-31",
        "what was excluded on the full text by then"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.reading()
      let numbers = try sitting.numbers(asOf: try call.optional(Common.asOf))
      let chart = FlowChart(try answer(of: numbers.flow()), numbers.content)
      let name = try call.required(what)
      let box =
        try name == included
        ? chart[.newReports] : chart.box(called: name, by: what)
      guard box.unit != .studies else { throw call.contradiction(.studiesHaveNoReference(name)) }
      call.remarkView(of: numbers)
      let sink = ReferenceSink(try call.writer(named: try call.optional(format)), of: call)
      try sink.begin()
      for print in try sitting.prints(of: box, in: numbers.review) {
        var reference = print.text.reference
        if box.unit == .reports { reference.id = "\(print.report)" }
        try sink.append(reference)
      }
      try sink.end()
    })

  private static let included = "included"
  private static let what = Option(
    "what", "BOX", .text, required: true, "included, or the name of a box")
  private static let format = Option(
    "format", "FORMAT", .word(among: Format.writers.map { $0.format.name }), "jsonl (else)")
}

extension String {
  fileprivate static func studiesHaveNoReference(_ box: String) -> String {
    "\(box) counts studies, which have no reference of their own. Export a box of reports, such as "
      + "included."
  }
}
