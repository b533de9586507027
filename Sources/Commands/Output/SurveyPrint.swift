import Formats
import JSON
import Service

/// What a file holds, as commands print it.
struct SurveyPrint {
  let file: String
  let survey: FileSurvey

  init(file: String, _ survey: FileSurvey) {
    (self.file, self.survey) = (file, survey)
  }

  /// For people: a line on the file, then one on each field that is filled.
  var text: String {
    var table = TextTable([.left, .right, .right], indent: 2)
    for (field, records) in survey.survey.filled {
      table.add(field, "\(records)", .share(records, of: survey.survey.records))
    }
    let head = "\(file): \(survey.reading.title), \(survey.summary)"
    return table.text.isEmpty ? head : "\(head)\n\(table.text)"
  }

  /// For programs.
  var members: [JSONValue.Member] {
    let found = survey.survey
    return [.init(key: "file", value: .string(file))] + survey.reading.members + [
      .init(key: "bytes", value: JSONValue(survey.reading.length)),
      .init(key: "records", value: JSONValue(found.records)),
      .init(
        key: "filled",
        value: .object(found.filled.map { .init(key: $0.field, value: JSONValue($0.records)) })),
      .init(key: "quarantined", value: survey.quarantined.json),
      .init(key: "warnings", value: found.warnings.json),
    ]
  }
}

extension FileSurvey {
  /// How much the file holds, in a few words.
  var summary: String {
    let entries = survey.quarantined
    return (survey.records == 1 ? "1 record" : "\(survey.records) records")
      + (entries == 0
        ? "" : ", \(entries) \(entries == 1 ? "entry" : "entries") that cannot be read")
  }
}

extension [Quarantined] {
  /// For programs.
  var json: JSONValue {
    .array(map { ["line": JSONValue($0.line), "fault": .string($0.fault.sentence)] })
  }
}

extension WarningTally {
  /// For programs.
  var json: JSONValue {
    .array(
      shares.map { share in
        [
          "kind": .string(share.name), "count": JSONValue(share.count),
          "examples": .array(
            share.examples.map {
              ["line": JSONValue($0.line), "warning": .string($0.sentence)]
            }),
        ]
      })
  }

  /// The kinds with their counts: `3 no-title, 1 not-a-year`.
  var summary: String { shares.map { "\($0.count) \($0.name)" }.joined(separator: ", ") }
}

extension String {
  fileprivate static func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "" : "\((part * 100 + whole / 2) / whole) %"
  }
}
