import JSON
import Screening
import Service

extension Command {
  static let importWithdraw = Command(
    "import withdraw", "takes an import back",
    operands: [Common.review, Common.importNumber],
    options: [Common.grounds] + Common.acting,
    manual: """
      Takes an import back, with grounds. Records on which a decision rests stay; the others leave
      every count. The file and its records are kept in the archive, and the same bytes may be
      imported again.
      """,
    examples: [
      Example(
        "winnow import withdraw peer-support I1 --because \"The wrong search.\"", "takes it back")
    ],
    run: { call throws(Failure) in
      let (sitting, number) = (try call.sitting(), try call.required(Common.importNumber))
      let grounds = try call.required(Common.grounds)
      let done = try answer(
        of: sitting.bench.withdraw(number, because: grounds, sitting.acting))
      try call.tell(
        done, .withdrawn(number), to: sitting,
        json: [.init(key: "import", value: .string("\(number)"))])
    })
}

extension String {
  fileprivate static func withdrawn(_ number: ImportNumber) -> String { "\(number) withdrawn" }
}
