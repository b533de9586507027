import JSON
import Service

extension Command {
  static let personForget = Command(
    "person forget", "erases the names of a person, on their request",
    operands: [name],
    options: Common.atWorkspace,
    manual: """
      Erases the names that a person goes by, and ends their signing in. What they did stays in every
      review, done by someone without a name; the ledger still verifies, and says that names were
      erased. What they wrote is erased by "winnow words erase", review by review. Nothing brings the
      names back but a backup.
      """,
    examples: [Example("winnow person forget reviewer-1", "erases the names")],
    run: { call throws(Failure) in
      let (bench, name) = (try call.bench, try call.required(name))
      let person = try answer(of: bench.person(named: name)).id
      let count = try answer(of: bench.eraseNames(of: person, by: person))
      try call.show(
        text: .forgotten(name), json: ["person": .string(name), "erased": JSONValue(count)])
    })

  private static let name = Operand("NAME", .text, "the person")
}

extension String {
  fileprivate static func forgotten(_ name: String) -> String {
    "\(name) is someone without a name now, and cannot sign in."
  }
}
