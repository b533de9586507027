import JSON
import Screening
import Service

extension Command {
  static let studyJoin = Command(
    "study join", "says that two reports are of one study",
    operands: [Common.review, one, other],
    options: Common.acting,
    manual: """
      Says that two reports are of one investigation: one trial, two papers. Studies are counted
      apart from reports; "study split" takes it back.
      """,
    examples: [Example("winnow study join peer-support R12 R40", "makes one study of two")],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      let (first, second) = (try call.required(one), try call.required(other))
      let done = try answer(of: sitting.bench.joinStudies(first, second, sitting.acting))
      try call.tell(
        done, .joined(first, second), to: sitting,
        json: [.init(key: "reports", value: JSONValue([first, second].map(\.description)))])
    })

  static let studySplit = Command(
    "study split", "says that a report is a study of its own",
    operands: [Common.review, Common.report],
    options: Common.acting,
    manual: """
      Takes a report out of the study that it was joined to.
      """,
    examples: [Example("winnow study split peer-support R40", "makes it a study of its own")],
    run: { call throws(Failure) in
      let (sitting, report) = (try call.sitting(), try call.required(Common.report))
      let done = try answer(of: sitting.bench.splitStudy(of: report, sitting.acting))
      try call.tell(done, .split(report), to: sitting, json: .about(report))
    })

  private static let one = Operand("REPORT", .report, "a report, such as R412")
  private static let other = Operand("OTHER", .report, "another report of the same study")
}

extension String {
  fileprivate static func joined(_ one: RecordNumber, _ other: RecordNumber) -> String {
    "\(one) and \(other) are of one study"
  }
  fileprivate static func split(_ report: RecordNumber) -> String {
    "\(report) is a study of its own"
  }
}
