import JSON
import Screening
import Service

extension Command {
  static let ledgerExport = Command(
    "ledger export", "writes a review's whole ledger to a file",
    operands: [Common.review, file],
    options: [withoutWords] + Common.reading,
    manual: """
      Writes every entry, people's words and the archived files as JSON lines, which
      "winnow ledger import" takes in elsewhere and other programs can check
      (docs/ledger-format.md). Without words, their digests stand alone, and names are left out;
      the chain is as whole as with them.

      The file shows everybody's work, so it is for a lead who does not screen, or who has lifted
      the blind for themself. Whoever can read the database file can read as much.
      """,
    examples: [
      Example("winnow ledger export peer-support peer-support.jsonl", "with words and names"),
      Example("winnow ledger export peer-support - --without-words", "to standard output"),
    ],
    run: { call throws(Failure) in
      let (sitting, path) = (try call.reading(), try call.required(file))
      guard sitting.seesPositions, sitting.state.roles(of: sitting.person.id).contains(.lead)
      else { throw .blind(command: call.command.name) }
      let (withWords, review) = (!call.has(withoutWords), sitting.review)
      try call.write(to: path) { (sink) throws(Fault) in
        try sitting.bench.exportLedger(of: review, withWords: withWords, to: sink)
      }
      if path != "-" {
        try call.show(
          text: .done(review.name, path),
          json: ["review": .string(review.name), "file": .string(path)])
      }
    })

  private static let file = Operand("FILE", .text, "the file to write; - is standard output")
  private static let withoutWords = Flag("without-words", "leaves out people's words and names")
}

extension String {
  fileprivate static func done(_ name: String, _ path: String) -> String {
    "The ledger of \(name) was written to \(path)."
  }
}
