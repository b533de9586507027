import Bibliography
import Formats
import JSON
import Screening
import Service

extension Command {
  static let importFile = Command(
    "import", "takes files of records in",
    operands: [Common.review, Common.recordFiles],
    options: [source, searched, format, dryRun, strict] + Common.acting,
    manual: """
      Takes each file in from a source of the protocol: all of it or nothing. Records that cannot be
      read are kept in quarantine, each with its line and fault, and the others are taken. The same
      bytes offered again to the same source change nothing. Leads and librarians may import.

      A folder stands for the files in it, sorted, without hidden ones; a zip stands for the files in
      it, each by its own name; .gz is unpacked; - is standard input. What is found in a folder or
      zip and is no export is told and passed over. A file that is wrong is told, and those behind it
      are taken in.

      The report says of each file how it was read: entries = accepted + in quarantine, format, who
      wrote it, encoding. What is worth a look in the records that were taken is told on standard
      error, counted by kind. What PRISMA-S asks for and the protocol does not say of the source is
      named.

      --dry-run reads and reports and writes nothing. --strict takes a file in only if there is
      nothing in it that cannot be read or is worth a look; else nothing of it is written.

      At the end, records that are surely the same are linked by rule, as "winnow duplicates REVIEW
      find" does; nothing is deleted by that, and every link can be taken back.

      The format is found out from the file. docs/formats.md lists those that can be read.
      """,
    examples: [
      Example(
        "winnow import peer-support imports/pubmed.xml --source medline --searched 2023-08-14",
        "takes a file in"),
      Example(
        "winnow import peer-support exports/ --source psycinfo --dry-run",
        "says what a folder of files would bring"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      var prints: [ImportPrint] = []
      let tally = try call.each(try call.all(Common.recordFiles)) {
        (file, tally) throws(Failure) in
        let print = try call.importing(file, for: sitting)
        prints.append(print)
        if !call.has(Common.json) { try call.print(print.text) }
        call.complain(of: print.quarantined, in: file.name)
        call.complain(of: print.warnings, in: file.name)
        if let refusal = print.refusal { throw .fault(.file(refusal)) }
      }
      // The files are safe: whoever waits is told before duplicates are looked for.
      if !call.has(Common.json) { try call.flush() }
      let links = try call.linkDuplicates(after: prints, for: sitting)
      let missing = try call.missingItems(for: sitting)
      if call.has(Common.json) {
        try call.print(prints.json(links: links, missing: missing).text(indented: true))
      } else {
        if links > 0 { try call.print(ImportPrint.linked(links)) }
        if !missing.isEmpty {
          try call.print(ImportPrint.missing(missing, try call.required(source)))
        }
      }
      try tally.check()
    })

  fileprivate static let source = Option(
    "source", "ID", .text, required: true, "the source, as the protocol calls it")
  fileprivate static let searched = Option("searched", "DATE", .date, "the day of the search")
  fileprivate static let format = Option(
    "format", "FORMAT", .text, "the format, where it is not to be found out from the file")
  fileprivate static let dryRun = Flag("dry-run", "reads and reports, and writes nothing")
  fileprivate static let strict = Flag(
    "strict", "takes a file in only if nothing in it is in doubt")
}

extension Invocation {
  fileprivate func importing(
    _ file: ImportSource, for sitting: Sitting
  ) throws(Failure) -> ImportPrint {
    if has(Command.dryRun) || has(Command.strict) {
      let survey = try surveying(file, for: sitting)
      let refusal: FileFault? =
        has(Command.strict) && !survey.survey.isClean
        ? .notClean(
          path: file.name, quarantined: survey.survey.quarantined,
          warnings: survey.survey.warnings.count)
        : nil
      guard !has(Command.dryRun), refusal == nil else {
        return ImportPrint(file: file.name, .surveyed(survey, refusal: refusal))
      }
    }
    let meter = Meter(self, reading: file)
    defer { meter.end() }
    let source = SourceID(try required(Command.source))
    let (searched, format) = (try optional(Command.searched), try optional(Command.format))
    // Several files are several acts, so each has a request of its own.
    let request = sitting.request.map { "\($0) \(file.name)" }
    let report = try answer(
      of: sitting.bench.importFile(
        file, from: source, searched: searched, format: format,
        sitting.acting(as: sitting.person.id, request: request), progress: meter.show))
    return ImportPrint(file: file.name, .filed(report))
  }

  private func surveying(
    _ file: ImportSource, for sitting: Sitting
  ) throws(Failure) -> FileSurvey {
    let meter = Meter(self, reading: file)
    defer { meter.end() }
    let source = SourceID(try required(Command.source))
    let format = try optional(Command.format)
    return try answer(
      of: sitting.bench.surveyFile(
        file, from: source, format: format, sitting.acting, progress: meter.show))
  }

  /// Links what is surely the same, once for all the files; also where they were filed before, since
  /// that command may have been cut short here.
  fileprivate func linkDuplicates(
    after prints: [ImportPrint], for sitting: Sitting
  ) throws(Failure) -> Int {
    guard prints.contains(where: \.hasRecords) else { return 0 }
    let request = sitting.request.map { "\($0) duplicates" }
    return try answer(
      of: sitting.bench.findDuplicates(sitting.acting(as: sitting.person.id, request: request))
    ).links
  }

  /// What PRISMA-S asks for and nobody has said of the source.
  fileprivate func missingItems(for sitting: Sitting) throws(Failure) -> [SearchItem] {
    let (id, searched) = (try required(Command.source), try optional(Command.searched))
    let source = sitting.state.content?.sources.first { $0.id.text == id }
    return source?.missingItems(searched: searched) ?? []
  }
}
