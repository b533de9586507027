import JSON
import Service

extension Command {
  static let restore = Command(
    "restore", "makes a workspace from a backup",
    operands: [file],
    options: Common.atWorkspace,
    manual: """
      Makes a workspace from a file of "winnow backup", where there is none yet: name another place
      with --workspace if there is. Every ledger in it is checked first; a backup with a broken one
      is refused, and tells which entry. The file itself is only read.
      """,
    examples: [
      Example(
        "winnow restore friday.sqlite --workspace restored", "makes the workspace \"restored\"")
    ],
    run: { call throws(Failure) in
      let (path, place) = (try call.required(file), try call.place)
      try answer(of: call.surroundings.workspaces.restore(path, to: place))
      try call.show(
        text: .done(path, place), json: ["workspace": .string(place), "backup": .string(path)])
    })

  private static let file = Operand("FILE", .text, "the backup")
}

extension String {
  fileprivate static func done(_ path: String, _ place: String) -> String {
    "The workspace in \(place) was restored from \(path)."
  }
}
