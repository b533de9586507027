import JSON
import Service

extension Command {
  static let backUp = Command(
    "backup", "copies the whole workspace to a new file",
    operands: [file],
    options: Common.atWorkspace,
    manual: """
      Copies the database as it is at one moment, while others go on working. The file gets its
      name once it is whole and safe on the disk, so whatever has the name is a good backup; a file
      of that name that is there already is left alone. "winnow restore" makes a workspace of it.

      The copy holds everything, also what people may not see of each other's work yet.
      """,
    examples: [Example("winnow backup friday.sqlite", "copies ./workspace")],
    run: { call throws(Failure) in
      let path = try call.required(file)
      guard !call.surroundings.files.exists(path) else { throw .fault(.file(.exists(path: path))) }
      let bench = try call.bench
      try answer(of: bench.backUp(to: path))
      try call.show(text: .done(path), json: ["backup": .string(path)])
    })

  private static let file = Operand("FILE", .text, "the file to make")
}

extension String {
  fileprivate static func done(_ path: String) -> String { "The workspace was copied to \(path)." }
}
