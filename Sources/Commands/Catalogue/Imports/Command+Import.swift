import Bibliography
import Formats
import JSON
import Screening
import Service

extension Command {
  static let importFile = Command(
    "import", "takes files of records in",
    operands: [Common.review, file],
    options: [source, searched, format] + Common.acting,
    manual: """
      Takes each file in from a source of the protocol: all of it or nothing. Records that cannot be
      read are kept in quarantine, each with its line and fault, and the others are taken. The same
      bytes offered again to the same source change nothing. Leads and librarians may import.

      JSON Lines is the format so far: one object a line, with keys such as title, authors, year,
      journal, doi, abstract.
      """,
    examples: [
      Example(
        "winnow import peer-support imports/sample.jsonl --source medline --searched 2023-08-14",
        "takes a file in")
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      var reports: [(path: String, report: ImportReport)] = []
      for path in try call.all(file) {
        let report = try call.importFile(path, for: sitting)
        reports.append((path, report))
        if !call.has(Common.json) { try call.print(.taken(path, report)) }
        for item in report.quarantined {
          call.complain("\(path):\(item.line): \(item.fault.sentence)")
        }
      }
      if call.has(Common.json) {
        try call.show(text: "", json: .array(reports.map { json(of: $0.report, at: $0.path) }))
      }
    })

  private static let file = Operand(
    "FILE", .text, count: .oneOrMore, "a file of records; - is standard input")
  fileprivate static let source = Option(
    "source", "ID", .text, required: true, "the source, as the protocol calls it")
  fileprivate static let searched = Option("searched", "DATE", .date, "the day of the search")
  fileprivate static let format = Option(
    "format", "FORMAT", .text, "the format, where it is not to be found out from the file")

  private static func json(of report: ImportReport, at path: String) -> JSONValue {
    [
      "file": .string(path), "import": .string("\(report.file)"),
      "accepted": JSONValue(report.accepted), "first": .string("\(report.first)"),
      "repeat": .bool(report.wasFiled),
      "quarantined": .array(
        report.quarantined.map {
          ["line": JSONValue($0.line), "fault": .string($0.fault.sentence)]
        }),
    ]
  }
}

extension Invocation {
  fileprivate func importFile(
    _ path: String, for sitting: Sitting
  ) throws(Failure) -> ImportReport {
    let file = try source(path)
    let source = SourceID(try required(Command.source))
    let (searched, format) = (try optional(Command.searched), try optional(Command.format))
    // Several files are several acts, so each has a request of its own.
    let request = sitting.request.map { "\($0) \(path)" }
    return try answer(
      of: sitting.bench.importFile(
        file, from: source, searched: searched, format: format,
        sitting.acting(as: sitting.person.id, request: request)))
  }
}

extension String {
  fileprivate static func taken(_ path: String, _ report: ImportReport) -> String {
    if report.wasFiled { return "\(path): taken in before, as \(report.file); nothing changed." }
    let last = RecordNumber(report.first.value &+ UInt32(report.accepted) &- 1)
    let records =
      switch report.accepted {
      case 0: "no record"
      case 1: "1 record, \(report.first)"
      default: "\(report.accepted) records, \(report.first) to \(last)"
      }
    let waiting = report.quarantined.count
    return "\(path): taken in as \(report.file): \(records)"
      + (waiting == 0 ? "." : "; \(waiting) in quarantine.")
  }
}
