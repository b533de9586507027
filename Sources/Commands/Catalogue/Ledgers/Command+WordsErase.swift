import JSON
import Screening
import Service

extension Command {
  static let wordsErase = Command(
    "words erase", "erases what a person wrote, on their request",
    operands: [Common.review],
    options: [of, Common.person, Common.json, Common.workspace],
    manual: """
      Erases grounds, notes and file names in a person's own words, in one review. Their decisions
      stay, and every entry and digest with them: the ledger still verifies, and says how many
      texts were erased. That this was done is an entry of the workspace's ledger. Only a lead may,
      and nothing brings the words back but a backup.
      """,
    examples: [
      Example("winnow words erase peer-support --of reviewer-1", "erases their words")
    ],
    run: { call throws(Failure) in
      let sitting = try call.sitting()
      let name = try call.required(of)
      let person = try sitting.person(named: name)
      let count = try answer(
        of: sitting.bench.eraseWords(of: person, in: sitting.review, by: sitting.person.id))
      let shown = sitting.seesPositions ? count : nil
      try call.show(
        text: .done(name, shown),
        json: [
          "person": .string(name), "erased": JSONValue(shown.map { JSONValue($0) }),
        ])
    })

  private static let of = Option(
    "of", "PERSON", .text, required: true, "the person whose words are erased")
}

extension String {
  fileprivate static func done(_ name: String, _ count: Int?) -> String {
    guard let count else { return "The words of \(name) were erased." }
    return "The words of \(name) were erased: \(count == 1 ? "one text" : "\(count) texts")."
  }
}
