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

      What is worth a look in the records that were taken is told on standard error, counted by kind.
      At the end, records that are surely the same are linked by rule, as "winnow duplicates REVIEW
      find" does; nothing is deleted by that, and every link can be taken back.

      The format is found out from the file. docs/formats.md lists those that can be read.
      """,
    examples: [
      Example(
        "winnow import peer-support imports/pubmed.xml --source medline --searched 2023-08-14",
        "takes a file in")
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      var reports: [(path: String, report: ImportReport)] = []
      for path in try call.all(file) {
        let report = try call.importFile(path, for: sitting)
        reports.append((path, report))
        if !call.has(Common.json) { try call.print(.taken(path, report)) }
        call.complain(of: report, at: path)
      }
      let links = try call.linkDuplicates(after: reports.map(\.report), for: sitting)
      if call.has(Common.json) {
        try call.show(
          text: "",
          json: [
            "files": .array(reports.map { json(of: $0.report, at: $0.path) }),
            "links": JSONValue(links),
          ])
      } else if links > 0 {
        try call.print(.linked(links))
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
      "warnings": .array(
        report.warnings.shares.map { share in
          [
            "kind": .string(share.name), "count": JSONValue(share.count),
            "examples": .array(
              share.examples.map {
                ["line": JSONValue($0.line), "warning": .string($0.sentence)]
              }),
          ]
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

  /// Every entry in quarantine is told; of warnings the first few of each kind.
  fileprivate func complain(of report: ImportReport, at path: String) {
    for item in report.quarantined { complain("\(path):\(item.line): \(item.fault.sentence)") }
    for share in report.warnings.shares {
      for warning in share.examples { complain(warning.description(in: path)) }
      let rest = share.count - share.examples.count
      if rest > 0 { complain(.moreWarnings(rest, of: share.name, in: path)) }
    }
  }

  /// Links what is surely the same, once for all the files; also where they were filed before, since
  /// that command may have been cut short here.
  fileprivate func linkDuplicates(
    after reports: [ImportReport], for sitting: Sitting
  ) throws(Failure) -> Int {
    guard reports.contains(where: { $0.accepted > 0 }) else { return 0 }
    let request = sitting.request.map { "\($0) duplicates" }
    return try answer(
      of: sitting.bench.findDuplicates(sitting.acting(as: sitting.person.id, request: request))
    ).links
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

  fileprivate static func moreWarnings(_ rest: Int, of kind: String, in path: String) -> String {
    "\(path): \(rest) more of this kind (\(kind))."
  }

  fileprivate static func linked(_ links: Int) -> String {
    links == 1
      ? "1 record is surely a duplicate and was linked by rule."
      : "\(links) records are surely duplicates and were linked by rule."
  }
}
