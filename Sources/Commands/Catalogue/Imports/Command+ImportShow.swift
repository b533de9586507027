import JSON
import Screening
import Service

extension Command {
  static let importShow = Command(
    "import show", "shows an import, and what its file holds",
    operands: [Common.review, Common.importNumber],
    options: Common.reading,
    manual: """
      Shows where an import came from and what became of its entries: accepted, in quarantine,
      corrected, dismissed; the digest of its bytes; and what PRISMA-S asks for and neither the
      protocol nor the import says. Then its file is read again from the archive, and reported on as
      "winnow inspect" does.
      """,
    examples: [Example("winnow import show peer-support I1", "shows the first import")],
    run: { call throws(Failure) in
      let (sitting, number) = (try call.reading(), try call.required(Common.importNumber))
      guard let found = sitting.state.imports.first(where: { $0.fact.file == number }) else {
        throw .fault(.refused(.noSuchImport(number)))
      }
      let name = try sitting.text(of: found.fact.name) ?? .erasedName
      let file = sitting.bench.archivedFile(of: found.fact, named: name)
      let format = String(found.fact.reader.prefix { $0 != "/" })
      let survey = SurveyPrint(file: name, try answer(of: file.survey(as: format)))
      let missing = sitting.state.missingItems(of: found.fact).map(\.rawValue)
      try call.show(
        text: found.text(missing: missing) + "\n" + survey.text,
        json: .object(
          found.members(missing: missing) + [
            .init(key: "holds", value: .object(survey.members))
          ]))
    })
}

extension ImportSummary {
  fileprivate func text(missing: [String]) -> String {
    var table = TextTable([.left, .left])
    table.add("import", "\(fact.file)\(isWithdrawn ? ", withdrawn" : "")")
    table.add("source", fact.source.text)
    if let searched = fact.searched { table.add("searched", searched.description) }
    table.add("accepted", .records(Int(fact.accepted), from: fact.first))
    table.add("quarantined", .quarantined(self))
    table.add("sha-256", fact.fileDigest.hexadecimal)
    if !missing.isEmpty { table.add("not said", missing.joined(separator: ", ") + " (PRISMA-S)") }
    return table.text
  }

  fileprivate func members(missing: [String]) -> [JSONValue.Member] {
    [
      .init(key: "import", value: .string("\(fact.file)")),
      .init(key: "source", value: .string(fact.source.text)),
      .init(key: "searched", value: JSONValue(fact.searched.map { .string($0.description) })),
      .init(key: "accepted", value: JSONValue(fact.accepted)),
      .init(key: "first", value: .string("\(fact.first)")),
      .init(key: "quarantined", value: JSONValue(fact.quarantined)),
      .init(key: "waiting", value: JSONValue(waiting)),
      .init(key: "corrected", value: JSONValue(corrected)),
      .init(key: "dismissed", value: JSONValue(dismissed)),
      .init(key: "sha256", value: .string(fact.fileDigest.hexadecimal)),
      .init(key: "missing", value: JSONValue(missing)),
      .init(key: "withdrawn", value: .bool(isWithdrawn)),
    ]
  }
}

extension Fingerprint {
  /// As programs that take digests print them.
  fileprivate var hexadecimal: String {
    [quarters.0, quarters.1, quarters.2, quarters.3].map { quarter in
      let digits = String(quarter, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}

extension String {
  fileprivate static let erasedName = "(its name was erased)"

  fileprivate static func records(_ count: Int, from first: RecordNumber) -> String {
    guard count > 1 else { return count == 0 ? "no record" : "1 record, \(first)" }
    return "\(count) records, \(first) to \(RecordNumber(first.value &+ UInt32(count) &- 1))"
  }

  fileprivate static func quarantined(_ found: ImportSummary) -> String {
    guard found.fact.quarantined > 0 else { return "none" }
    return "\(found.fact.quarantined): \(found.waiting) waiting, \(found.corrected) corrected, "
      + "\(found.dismissed) dismissed"
  }
}
