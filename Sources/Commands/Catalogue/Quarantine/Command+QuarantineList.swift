import JSON
import Screening
import Service

extension Command {
  static let quarantineList = Command(
    "quarantine list", "lists the entries of imports that could not be read",
    operands: [Common.review],
    options: Common.reading,
    manual: """
      Lists every quarantined entry that waits for an answer: import, line, what is wrong with it,
      and its text as printed. "quarantine fix" makes a record of one, "quarantine dismiss" says
      that it is none. As JSON, those that were answered are listed too.
      """,
    examples: [Example("winnow quarantine list peer-support", "lists what waits")],
    run: { call throws(Failure) in
      let sitting = try call.reading()
      var lines: [String] = []
      var entries: [JSONValue] = []
      for summary in sitting.state.imports where !summary.isWithdrawn {
        let number = summary.fact.file
        let found = try answer(of: sitting.bench.quarantine(of: number, in: sitting.review.id))
        for entry in found {
          let printed = String(decoding: entry.printed, as: UTF8.self)
          if entry.isWaiting { lines += ["\(number):\(entry.line): \(entry.sentence)", printed] }
          entries.append([
            "import": .string("\(number)"), "line": JSONValue(entry.line),
            "fault": .string(entry.sentence), "printed": .string(printed),
            "waiting": .bool(entry.isWaiting),
          ])
        }
      }
      try call.show(text: lines.joined(separator: "\n"), json: .array(entries))
    })
}
