extension Command {
  /// The whole manual of the command: what `--help` prints and docs/cli.md holds.
  var manualPage: String {
    let sections = [
      "winnow \(name): \(summary)",
      "Usage:\n  \(usageLine)",
      section("Operands", operands),
      section("Options", options),
      manual,
      exampleSection,
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var usageLine: String {
    let required = options.filter(\.isRequired).map(\.usage)
    return (["winnow", name] + operands.map(\.usage) + required + ["[OPTION...]"])
      .joined(separator: " ")
  }

  private func section(_ title: String, _ parameters: [any Parameter]) -> String {
    guard !parameters.isEmpty else { return "" }
    var table = TextTable([.left, .left], indent: 2)
    for parameter in parameters {
      table.add(parameter.usage, parameter.summary)
    }
    return "\(title):\n\(table.text)"
  }

  private var exampleSection: String {
    guard !examples.isEmpty else { return "" }
    let lines = examples.map { "  $ \($0.line)\n    \($0.meaning)" }
    return "Examples:\n" + lines.joined(separator: "\n")
  }
}

extension Registry {
  /// What `winnow help` prints.
  var overview: String {
    """
    \(String.introduction)

    Commands:
    \(list(commands))

    Exit status:
    \(statusTable)

    \(String.whereManualsAre)
    """
  }

  func overview(of group: [Command], below first: String) -> String {
    """
    winnow \(first): needs a second word

    Commands:
    \(list(group))

    \(String.whereManualsAre)
    """
  }

  private func list(_ commands: [Command]) -> String {
    var table = TextTable([.left, .left], indent: 2)
    for command in commands { table.add(command.name, command.summary) }
    return table.text
  }

  private var statusTable: String {
    var table = TextTable([.right, .left], indent: 2)
    for status in ExitStatus.allCases { table.add("\(status.rawValue)", status.meaning) }
    return table.text
  }
}

extension String {
  fileprivate static let introduction = """
    winnow: a screening workbench for scoping and systematic reviews

    Usage:
      winnow COMMAND [OPERAND...] [OPTION...]
    """

  fileprivate static let whereManualsAre = """
    "winnow COMMAND --help" is the manual of a command.
    """
}
