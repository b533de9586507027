import JSON
import Screening
import Service

extension Command {
  static let quarantineDismiss = Command(
    "quarantine dismiss", "says that an entry is no record",
    operands: [Common.review, Common.importNumber, Common.line],
    options: [Common.grounds] + Common.acting,
    manual: """
      Answers a quarantined entry for good, with grounds: it is no record and counts nowhere.
      """,
    examples: [
      Example(
        "winnow quarantine dismiss peer-support I1 12 --because \"A line of a table.\"",
        "dismisses line 12")
    ],
    run: { call throws(Failure) in
      let (sitting, number) = (try call.sitting(), try call.required(Common.importNumber))
      let (line, grounds) = (try call.required(Common.line), try call.required(Common.grounds))
      let done = try sitting.settle(entryOn: line, of: number) { (item) throws(Fault) in
        try sitting.bench.dismiss(item, of: number, because: grounds, sitting.acting)
      }
      try call.tell(
        done, .dismissed(number, line), to: sitting,
        json: [
          .init(key: "import", value: .string("\(number)")),
          .init(key: "line", value: JSONValue(line)),
        ])
    })
}

extension String {
  fileprivate static func dismissed(_ number: ImportNumber, _ line: Int) -> String {
    "\(number), line \(line): dismissed"
  }
}
