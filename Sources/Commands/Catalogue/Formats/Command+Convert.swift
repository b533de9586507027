import Bibliography
import Formats
import Service

extension Command {
  static let convert = Command(
    "convert", "writes files of records in another format",
    operands: [Common.recordFiles],
    options: [from, to],
    manual: """
      Reads files of records and writes what they hold to standard output; needs no workspace. A
      folder stands for the files in it, and a zip too; .gz is unpacked; - is standard input. Each
      file is read piece by piece, whatever its size.

      What cannot be read, or is worth a look, is told on standard error as FILE:LINE: sentence. The
      status is then 65 if anything could not be read, and what could be is written all the same.
      docs/formats.md says what each format can hold.
      """,
    examples: [
      Example("winnow convert imports/pubmed.xml --to ris", "PubMed's XML as RIS"),
      Example("winnow convert exports/ --to csv", "every export in a folder as one table"),
    ],
    run: { call throws(Failure) in
      let (from, format) = (try call.optional(from), try call.optional(to))
      let writer = ReferenceSink(try call.writer(named: format), of: call)
      try writer.begin()
      let tally = try call.each(try call.all(Common.recordFiles)) {
        (file, tally) throws(Failure) in
        try call.convert(file, from: from, to: writer, &tally)
      }
      try writer.end()
      try tally.check()
    })

  private static let from = Option(
    "from", "FORMAT", .word(among: Format.readers.map { $0.format.name }),
    "the format, where it is not to be found out from the file")
  private static let to = Option(
    "to", "FORMAT", .word(among: Format.writers.map { $0.format.name }), "jsonl (else)")
}

extension Common {
  /// Files of records.
  static let recordFiles = Operand(
    "FILE", .text, count: .oneOrMore, "a file of records, a folder of them, or - for standard input")
}

/// Writes references to standard output in some format, one after the other.
final class ReferenceSink {
  private let writer: any ReferenceWriter
  private let call: Invocation
  private var isFirst = true

  init(_ writer: any ReferenceWriter, of call: Invocation) {
    self.writer = writer
    self.call = call
  }

  func begin() throws(Failure) {
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    try call.write(bytes)
  }

  func append(_ reference: Reference) throws(Failure) {
    var bytes: [UInt8] = []
    if !isFirst { writer.separate(&bytes) }
    isFirst = false
    writer.append(reference, to: &bytes)
    try call.write(bytes)
  }

  func end() throws(Failure) {
    var bytes: [UInt8] = []
    writer.end(&bytes)
    try call.write(bytes)
  }
}

extension Invocation {
  /// What writes a format; JSON Lines if none is named.
  func writer(named name: String?) throws(Failure) -> any ReferenceWriter {
    guard let name else { return JSONLinesWriter() }
    guard let writer = Format.writer(named: name) else { throw .bug("No writer for \(name).") }
    return writer.init()
  }

  fileprivate func convert(
    _ file: ImportSource, from format: String?, to sink: ReferenceSink, _ tally: inout OfferTally
  ) throws(Failure) {
    var (found, failure) = (Survey(), Failure?.none)
    let meter = Meter(self, reading: file)
    defer { meter.end() }
    do throws(Fault) {
      _ = try file.read(as: format, progress: meter.show) { (item) throws(Fault) in
        found.add(item)
        do throws(Failure) {
          try take(item, of: file.name, to: sink)
        } catch {
          failure = error
          throw .file(.unwritten(path: "-", detail: ""))  // ends the reading; `failure` says why
        }
      }
    } catch {
      throw failure ?? .fault(error)
    }
    guard found.records + found.quarantined > 0 else { throw .fault(file.notAnExport) }
    complain(of: found.warnings, in: file.name)
    if found.quarantined > 0 { tally.hasFaults = true }
  }

  private func take(
    _ item: ReadItem, of file: String, to sink: ReferenceSink
  ) throws(Failure) {
    switch item {
    case .record(let record): try sink.append(record.reference)
    case .quarantined(let entry): complain(entry.fault.description(in: file))
    case .warning: break  // told at the end of the file, counted by kind
    }
  }
}
