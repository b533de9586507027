import Bibliography
import JSON
import Screening
import Service

extension Command {
  static let importList = Command(
    "import list", "lists the imports of a review",
    operands: [Common.review],
    options: Common.reading,
    manual: """
      Lists the files taken in, oldest first: number, source, the day of the search, records
      accepted, entries in quarantine, the file's name. What was withdrawn is marked.
      """,
    examples: [Example("winnow import list peer-support", "lists the imports")],
    run: { call throws(Failure) in
      let sitting = try call.reading()
      var table = TextTable([.left, .left, .left, .right, .right, .left, .left])
      var imports: [JSONValue] = []
      for summary in sitting.state.imports {
        let fact = summary.fact
        let name = try sitting.text(of: fact.name)
        table.add(
          "\(fact.file)", fact.source.text, fact.searched.map(\.description) ?? "",
          fact.accepted == 1 ? "1 record" : "\(fact.accepted) records",
          "\(summary.waiting) in quarantine", name ?? "",
          summary.isWithdrawn ? "withdrawn" : "")
        imports.append([
          "import": .string("\(fact.file)"), "source": .string(fact.source.text),
          "searched": JSONValue(fact.searched.map { .string($0.description) }),
          "accepted": JSONValue(fact.accepted), "quarantined": JSONValue(fact.quarantined),
          "waiting": JSONValue(summary.waiting), "first": .string("\(fact.first)"),
          "reader": .string(fact.reader), "name": JSONValue(name.map { .string($0) }),
          "withdrawn": .bool(summary.isWithdrawn),
        ])
      }
      try call.show(text: table.text, json: .array(imports))
    })
}
