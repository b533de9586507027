import JSON

extension Command {
  static let version = Command(
    "version", "prints the version of the program",
    options: [Common.json],
    manual: """
      Prints the name of the program and its version. The change log says what is new in each.
      """,
    examples: [Example("winnow version", "prints the version")],
    run: { call throws(Failure) in
      try call.show(
        text: "winnow \(Version.number)",
        json: ["name": "winnow", "version": .string(Version.number)])
    })
}
