import Formats
import JSON
import Service

extension Command {
  static let inspect = Command(
    "inspect", "says what files of records hold",
    operands: [Common.recordFiles],
    options: [Common.from, Common.json],
    manual: """
      Reads files of records as an import would and says of each: its format, who wrote it as far as
      it tells, its encoding, how many records and how many entries that cannot be read, and in how
      many records each field is filled. Needs no workspace and writes nothing. Folders, .zip, .gz
      and - are taken as "winnow convert" takes them.

      What cannot be read, or is worth a look, is told on standard error as FILE:LINE: sentence; the
      status is 65 if anything could not be read.
      """,
    examples: [
      Example("winnow inspect imports/pubmed.xml", "what is in a file"),
      Example("winnow inspect exports/ --json", "what is in a folder, for a program"),
    ],
    run: { call throws(Failure) in
      var (prints, format) = ([SurveyPrint](), try call.optional(Common.from))
      let tally = try call.each(try call.all(Common.recordFiles)) {
        (file, tally) throws(Failure) in
        let print = SurveyPrint(file: file.name, try call.survey(file, as: format))
        prints.append(print)
        if !call.has(Common.json) { try call.print(print.text) }
        call.complain(of: print)
        if print.survey.survey.quarantined > 0 { tally.hasFaults = true }
      }
      if call.has(Common.json) {
        try call.print(
          JSONValue.object([
            .init(key: "files", value: .array(prints.map { .object($0.members) }))
          ]).text(indented: true))
      }
      try tally.check()
    })
}

extension Invocation {
  fileprivate func survey(
    _ file: ImportSource, as format: String?
  ) throws(Failure) -> FileSurvey {
    let meter = Meter(self, reading: file)
    defer { meter.end() }
    return try answer(of: file.survey(as: format, progress: meter.show))
  }

  /// Says what is wrong in a file, and what is worth a look.
  func complain(of print: SurveyPrint) {
    complain(of: print.survey.quarantined, in: print.file)
    complain(of: print.survey.survey.warnings, in: print.file)
  }
}
