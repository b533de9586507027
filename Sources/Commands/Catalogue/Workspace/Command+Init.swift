import JSON

extension Command {
  static let initialise = Command(
    "init", "makes a workspace",
    options: Common.atWorkspace,
    manual: """
      Makes the folder of a workspace and the database in it. A workspace that is there already is
      left as it is, and that is no fault: the command then ends with 0 as well.

      Whoever can read the database file can read everything in it, whatever the commands show: see
      to the permissions of the folder. It is made for its owner alone.
      """,
    examples: [
      Example("winnow init", "makes ./workspace"),
      Example("winnow init --workspace reviews", "makes the folder reviews"),
    ],
    run: { call throws(Failure) in
      let place = try call.place
      let isNew = try answer(of: call.surroundings.workspaces.create(place))
      try call.show(
        text: isNew ? .made(place) : .isThere(place),
        json: ["workspace": .string(place), "new": .bool(isNew)])
    })
}

extension String {
  fileprivate static func made(_ place: String) -> String { "A workspace now stands in \(place)." }
  fileprivate static func isThere(_ place: String) -> String {
    "There is a workspace in \(place) already."
  }
}
