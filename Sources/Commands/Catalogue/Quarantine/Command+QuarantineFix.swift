import Bibliography
import Formats
import JSON
import Screening
import Service

extension Command {
  static let quarantineFix = Command(
    "quarantine fix", "makes a record of an entry that could not be read",
    operands: [Common.review, Common.importNumber, Common.line],
    options: [record] + Common.acting,
    manual: """
      Accepts a quarantined entry as somebody has corrected it: one record, as a JSON object with
      the keys of JSON Lines or in any other format that is imported, so that the printed text can
      be corrected as it is. That text is kept as well.
      """,
    examples: [
      Example(
        "winnow quarantine fix peer-support I1 12 --record corrected.json", "corrects line 12"),
      Example(
        "winnow quarantine fix peer-support I1 12 --record corrected.ris", "with what RIS prints"),
    ],
    run: { call throws(Failure) in
      let (sitting, number) = (try call.sitting(), try call.required(Common.importNumber))
      let (line, path) = (try call.required(Common.line), try call.required(record))
      let reference = try call.reference(in: path)
      let done = try sitting.settle(entryOn: line, of: number) { (item) throws(Fault) in
        try sitting.bench.correct(item, of: number, as: reference, sitting.acting)
      }
      try call.tell(
        done, .corrected(number, line), to: sitting,
        json: [
          .init(key: "import", value: .string("\(number)")),
          .init(key: "line", value: JSONValue(line)),
        ])
    })

  private static let record = Option(
    "record", "FILE", .text, required: true, "the corrected record; - is standard input")
}

extension Invocation {
  /// The one record of a file.
  fileprivate func reference(in path: String) throws(Failure) -> Reference {
    let bytes = try read(path)
    guard bytes.first(where: { $0 > 0x20 }) != UInt8(ascii: "{") else {
      return try reference(ofJSON: bytes, in: path)
    }
    var (found, tally) = ([Reference](), OfferTally())
    try records(of: ImportSource(name: path, bytes: bytes), as: nil, &tally) { found.append($0) }
    try tally.check()
    guard let reference = found.first, found.count == 1 else {
      complain(.notOne(found.count, in: path))
      throw .reported(.file)
    }
    return reference
  }

  private func reference(ofJSON bytes: [UInt8], in path: String) throws(Failure) -> Reference {
    do throws(JSONFault) {
      let json = try JSONValue.parse(bytes)
      do throws(ReadFault.Problem) {
        return try Reference(json: json)
      } catch {
        complain(ReadFault(error, line: 1).description(in: path))
      }
    } catch {
      let fault = ReadFault(.notJSON(error.fault), line: error.line, column: error.column)
      complain(fault.description(in: path))
    }
    throw .reported(.file)
  }
}

extension String {
  fileprivate static func corrected(_ number: ImportNumber, _ line: Int) -> String {
    "\(number), line \(line): accepted as a record"
  }

  fileprivate static func notOne(_ count: Int, in path: String) -> String {
    "\(path) holds \(count) records, where the one that was corrected is expected. Leave out the others."
  }
}
