import JSON
import Ledger
import Service

extension Command {
  static let ledgerImport = Command(
    "ledger import", "takes in a review that was exported",
    operands: [file],
    options: Common.atWorkspace,
    manual: """
      Takes in a file of "winnow ledger export": the review with all of its entries, words and
      archived files, and the people who occur in it. All of it or nothing; every entry is checked
      against its digest and every text against its own, and afterwards the ledger ends in the same
      digest as there. Refused where the review, or another of its name, is in the workspace.
      """,
    examples: [
      Example("winnow ledger import peer-support.jsonl --workspace other", "takes a review in")
    ],
    run: { call throws(Failure) in
      let path = try call.required(file)
      let source = try call.source(path)
      let bench = try call.bench
      let taken = try answer(of: bench.importLedger(source))
      try call.show(
        text: .taken(taken.review.name, "\(taken.head.digest)"),
        json: ["review": .string(taken.review.name), "digest": .string("\(taken.head.digest)")])
    })

  private static let file = Operand("FILE", .text, "an exported ledger; - is standard input")
}

extension String {
  fileprivate static func taken(_ name: String, _ digest: String) -> String {
    "The review \(name) was taken in, up to the digest \(digest)"
  }
}
