import JSON
import Screening
import Service

/// The records of one report, or of several, beside each other.
struct DuplicateGroup {
  /// One of the records.
  struct Record {
    let number: RecordNumber
    let file: FileImported
    let isKept: Bool
    let fields: JSONValue
  }

  private struct Field {
    let name: String
    /// What each record says, in the records' order; nil where it says nothing.
    let lines: [String?]

    var isAlike: Bool { lines.allSatisfy { $0 == lines.first } }
  }

  private let records: [Record]
  private let prints: [ReportPrint]
  private let ties: [Tie]

  init(records: [Record], prints: [ReportPrint], ties: [Tie]) {
    (self.records, self.prints, self.ties) = (records, prints, ties)
  }

  /// For people: the reports, the records, what ties them, what differs. A star marks what people
  /// see of the report.
  var text: String {
    var lines = prints.map { "\($0.report)  \($0.title)" }
    lines += records.map {
      "  \($0.number)  from \($0.file.source), import \($0.file.file)\($0.isKept ? ", kept" : "")"
    }
    lines += ties.map(\.line)
    var table = TextTable([.left, .left, .left, .left], indent: 2)
    for field in fields where !field.isAlike {
      for (place, record) in records.enumerated() {
        table.add(
          place == 0 ? field.name : "", "\(record.number)",
          isShown(field.name, of: record.number) ? "*" : "", field.lines[place] ?? .saysNothing)
      }
    }
    if !table.text.isEmpty { lines += [.differing, table.text] }
    let alike = fields.filter(\.isAlike).map(\.name)
    if !alike.isEmpty { lines.append(.alike(alike)) }
    return lines.joined(separator: "\n")
  }

  /// For programs.
  var json: JSONValue {
    [
      "reports": JSONValue(prints.map { "\($0.report)" }),
      "records": .array(
        records.map {
          [
            "record": .string("\($0.number)"), "source": .string($0.file.source.text),
            "import": .string("\($0.file.file)"), "kept": .bool($0.isKept), "fields": $0.fields,
          ]
        }),
      "links": .array(ties.map(\.json)),
      "differing": JSONValue(fields.filter { !$0.isAlike }.map(\.name)),
      "shown": .array(
        prints.map { print in
          [
            "report": .string("\(print.report)"), "fields": print.json,
            "from": .object(
              print.text.provenance.map { .init(key: $0.field, value: .string("\($0.record)")) }),
          ]
        }),
    ]
  }

  /// The fields that any record fills, in the order in which fields are shown.
  private var fields: [Field] {
    var names: [String] = []
    for print in prints {
      for member in print.json.members ?? [] where !names.contains(member.key) {
        names.append(member.key)
      }
    }
    return names.map { name in
      Field(name: name, lines: records.map { $0.fields[name]?.line })
    }
  }

  private func isShown(_ field: String, of record: RecordNumber) -> Bool {
    prints.contains { $0.text.provenance.contains { $0.field == field && $0.record == record } }
  }
}

extension String {
  fileprivate static let differing = "what differs (* is what people see):"
  fileprivate static let saysNothing = "–"

  fileprivate static func alike(_ fields: [String]) -> String {
    "what is alike: \(fields.joined(separator: ", "))"
  }
}
