import Bibliography
import Formats
import Service

extension Command {
  static let convert = Command(
    "convert", "writes files of records in another format",
    operands: [Common.recordFiles],
    options: [Common.from, to],
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
      let (from, format) = (try call.optional(Common.from), try call.optional(to))
      let writer = ReferenceSink(try call.writer(named: format), of: call)
      try writer.begin()
      let tally = try call.each(try call.all(Common.recordFiles)) {
        (file, tally) throws(Failure) in
        try call.records(of: file, as: from, &tally, writer.append)
      }
      try writer.end()
      try tally.check()
    })

  private static let to = Option(
    "to", "FORMAT", .word(among: Format.writers.map { $0.format.name }), "jsonl (else)")
}

extension Common {
  /// Files of records.
  static let recordFiles = Operand(
    "FILE", .text, count: .oneOrMore, "a file of records, a folder of them, or - for standard input"
  )
  /// The format of files of records.
  static let from = Option(
    "from", "FORMAT", .word(among: Format.readers.map { $0.format.name }),
    "the format, where it is not to be found out from the file")
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
}
