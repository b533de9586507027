import JSON
import Service

extension Command {
  static let personInvite = Command(
    "person invite", "makes a link by which a person signs in for the first time",
    operands: [name],
    options: [address] + Common.atWorkspace,
    manual: """
      Prints a link that works once, within a week: whoever opens it chooses a password for the
      person, and signs in by name and password from then on. Give it to that person alone. A link
      that nobody used can be followed by another; both work until one is used.
      """,
    examples: [
      Example("winnow person invite reviewer-1", "prints the link"),
      Example(
        "winnow person invite reviewer-1 --address https://winnow.example.org",
        "where others reach the pages"),
    ],
    run: { call throws(Failure) in
      let (bench, name) = (try call.bench, try call.required(name))
      let base = try call.optional(address) ?? "http://127.0.0.1:8080"
      let person = try answer(of: bench.person(named: name))
      let token = try answer(of: bench.invite(person.id))
      let link = "\(base)/welcome/\(token)"
      try call.show(text: link, json: ["person": .string(name), "link": .string(link)])
    })

  private static let name = Operand("NAME", .text, "the person")
  private static let address = Option(
    "address", "URL", .text, "where the pages are reached; else http://127.0.0.1:8080")
}
