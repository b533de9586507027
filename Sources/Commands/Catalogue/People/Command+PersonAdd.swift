import JSON
import Service

extension Command {
  static let personAdd = Command(
    "person add", "adds a person to the workspace",
    operands: [name],
    options: [display, Common.request] + Common.atWorkspace,
    manual: """
      Adds a person, who can then be given roles in reviews. The name is what commands take; nobody
      else may have it. No password is needed to act on the command line: whoever may open the
      database file may act as anybody in it.
      """,
    examples: [
      Example("winnow person add reviewer-1", "adds a person"),
      Example("winnow person add lead --display \"Head of library\"", "with a name for pages"),
    ],
    run: { call throws(Failure) in
      let (bench, name) = (try call.bench, try call.required(name))
      let display = try call.optional(display)
      let request = try call.optional(Common.request)
      let added = try answer(
        of: bench.addPerson(
          named: name, display: display, request: request.map { .init(request: "person \($0)") }))
      try call.tell(
        .added(name), isRepeat: added.isRepeat, json: [.init(key: "person", value: .string(name))])
    })

  private static let name = Operand("NAME", .text, "a short name: letters, digits, - . _")
  private static let display = Option("display", "TEXT", .text, "the name that pages show")
}

extension String {
  fileprivate static func added(_ name: String) -> String { "\(name) was added" }
}
