import JSON
import Service

extension Command {
  static let protocolDiff = Command(
    "protocol diff", "tells what a protocol file would change",
    operands: [Common.review, file],
    options: [Common.person, Common.json, Common.workspace],
    manual: """
      Compares a protocol file with the version in force and changes nothing: prints each
      difference, the decisions that rest on a criterion that changed, and the begun rounds that
      "protocol adopt --requota" could move to another number of decisions. Decisions and rounds
      are listed for those who may see where reports stand.
      """,
    examples: [
      Example("winnow protocol diff peer-support mine.yaml", "shows what adopting would change")
    ],
    run: { call throws(Failure) in
      let (sitting, path) = (try call.sitting(), try call.required(file))
      let preview = try call.preview(path, call.read(path), for: sitting)
      try call.show(text: preview.text, json: preview.json)
    })

  private static let file = Operand("FILE", .text, "a protocol file; - is standard input")
}
