import Screening
import Service

extension Command {
  static let remove = Command(
    "remove", "takes a report out before screening",
    operands: [Common.review, Common.report],
    options: [Common.grounds] + Common.acting,
    manual: """
      Takes a report out before screening, with grounds; PRISMA counts it as removed for other
      reasons. Only a report without any decision can be removed. "put-back" undoes it.
      """,
    examples: [
      Example("winnow remove peer-support R12 --because \"A test record.\"", "removes a report")
    ],
    run: { call throws(Failure) in
      let (sitting, report) = (try call.sitting(), try call.required(Common.report))
      let grounds = try call.required(Common.grounds)
      let done = try answer(of: sitting.bench.remove(report, because: grounds, sitting.acting))
      try call.tell(done, .removed(report), to: sitting, json: .about(report))
    })

  static let putBack = Command(
    "put-back", "puts a removed report back",
    operands: [Common.review, Common.report],
    options: [Common.grounds] + Common.acting,
    manual: """
      Puts a report back that a person or a limit removed, with grounds. No limit removes it again.
      """,
    examples: [
      Example("winnow put-back peer-support R12 --because \"Not a test.\"", "puts a report back")
    ],
    run: { call throws(Failure) in
      let (sitting, report) = (try call.sitting(), try call.required(Common.report))
      let grounds = try call.required(Common.grounds)
      let done = try answer(of: sitting.bench.putBack(report, because: grounds, sitting.acting))
      try call.tell(done, .putBack(report), to: sitting, json: .about(report))
    })
}

extension String {
  fileprivate static func removed(_ report: RecordNumber) -> String { "\(report) removed" }
  fileprivate static func putBack(_ report: RecordNumber) -> String { "\(report) put back" }
}
