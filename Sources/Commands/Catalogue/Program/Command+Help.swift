extension Command {
  static let help = Command(
    "help", "lists the commands, or prints the manual of one",
    operands: [name],
    manual: """
      Without an operand, lists every command. With the name of a command, prints its manual, the
      same as "winnow COMMAND --help" does. With the first word of several commands, lists those.
      """,
    examples: [
      Example("winnow help", "lists the commands"),
      Example("winnow help version", "prints the manual of \"version\""),
    ],
    run: { call throws(Failure) in
      let name = try call.all(name).joined(separator: " ")
      guard let text = call.registry.help(on: name) else {
        throw .usage(call.registry.unknown(name))
      }
      try call.print(text)
    })

  private static let name = Operand("COMMAND", .text, count: .any, "the command, one word or two")
}
