import Bibliography
import Documents
import Formats
import JSON
import Service

/// What the duplicates of some files are, as the command prints them.
struct DedupePrint {
  let records: OfferedRecords
  let found: Deduplication
  let score: MatchScore?

  /// A row a record.
  var csv: String {
    var table = CSVTable(["id", "group", "band", "rule", "kept"])
    for (id, row) in zip(records.ids, found.rows) {
      table.add([id, "\(row.group)", row.band, row.rule, row.isKept ? "yes" : "no"])
    }
    return table.text
  }

  /// A row for each pair to ask.
  var pairs: String {
    var table = CSVTable(["id", "id", "band", "rule", "evidence"])
    for pair in found.asked {
      table.add([
        records.ids[Int(pair.low)], records.ids[Int(pair.high)], pair.band.rawValue,
        pair.rule.rawValue, pair.evidence.description,
      ])
    }
    return table.text
  }

  /// Every record with its row as a note.
  func ris(
    to put: @escaping (ArraySlice<UInt8>) throws(FileFault) -> Void
  ) throws(Fault) {
    var sheet = ReferenceSheet(RISWriter(), put)
    try sheet.begin()
    try records.read { (record) throws(Fault) in
      var reference = record.reference
      reference.notes.append(found.rows[record.place].note)
      try sheet.append(reference)
    }
    try sheet.end()
  }

  /// All of it.
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "matcher", value: JSONValue(Matcher.version)),
      .init(key: "records", value: .array(rows)),
      .init(key: "asked", value: .array(found.asked.map { json(of: $0) })),
    ]
    if let score { members.append(.init(key: "truth", value: score.json)) }
    return .object(members)
  }

  private var rows: [JSONValue] {
    zip(zip(records.ids, records.names), found.rows).map { record, row in
      [
        "id": .string(record.0), "file": .string(record.1), "group": JSONValue(row.group),
        "band": row.isGrouped ? .string(row.band) : .null, "kept": .bool(row.isKept),
        "link": JSONValue(row.link.map { json(of: $0) }),
      ]
    }
  }

  private func json(of pair: MatchPair) -> JSONValue {
    .object(
      [
        .init(
          key: "ids",
          value: JSONValue([pair.low, pair.high].map { records.ids[Int($0)] }))
      ] + pair.members)
  }
}

extension Deduplication.Row {
  fileprivate var band: String { isGrouped ? Band.sure.rawValue : "" }
  fileprivate var rule: String { link?.rule.rawValue ?? "" }

  fileprivate var note: String {
    let told = [band, rule, isKept ? "kept" : "not kept"].filter { !$0.isEmpty }
    return "Winnow: group \(group), \(told.joined(separator: ", "))"
  }
}

extension MatchPair {
  /// Band, rule, reason and evidence for programs.
  var members: [JSONValue.Member] {
    [
      .init(key: "band", value: .string(band.rawValue)),
      .init(key: "rule", value: .string(rule.rawValue)),
      .init(key: "reason", value: .string(rule.reason)),
      .init(
        key: "evidence",
        value: .object(
          evidence.told.map {
            .init(key: $0.field.rawValue, value: .string("\($0.agreement)"))
          })),
    ]
  }
}
