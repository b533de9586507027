import Formats
import JSON
import Screening
import Service

/// What became of one file of an import, as the command prints it.
struct ImportPrint {
  /// What became of it.
  enum Outcome {
    /// It was taken in, now or before.
    case filed(ImportReport)
    /// It was only read: for a dry run, or because it may not be taken in as it is.
    case surveyed(FileSurvey, refusal: FileFault?)
  }

  let file: String
  private let outcome: Outcome

  init(file: String, _ outcome: Outcome) {
    (self.file, self.outcome) = (file, outcome)
  }

  /// Why it may not be taken in.
  var refusal: FileFault? {
    switch outcome {
    case .filed: nil
    case .surveyed(_, let refusal): refusal
    }
  }

  /// Whether records were taken in.
  var hasRecords: Bool {
    switch outcome {
    case .filed(let report): report.accepted > 0
    case .surveyed: false
    }
  }

  var quarantined: [Quarantined] {
    switch outcome {
    case .filed(let report): report.quarantined
    case .surveyed(let survey, _): survey.quarantined
    }
  }

  var warnings: WarningTally {
    switch outcome {
    case .filed(let report): report.warnings
    case .surveyed(let survey, _): survey.survey.warnings
    }
  }

  private var accepted: Int {
    switch outcome {
    case .filed(let report): report.accepted
    case .surveyed(let survey, _): survey.survey.records
    }
  }

  private var reading: FileReading? {
    switch outcome {
    case .filed(let report): report.reading
    case .surveyed(let survey, _): survey.reading
    }
  }

  /// For people.
  var text: String {
    guard let reading else { return head }
    let kinds = warnings.summary
    return "\(head)\n  \(balance); \(reading.title)."
      + (kinds.isEmpty ? "" : "\n  Worth a look: \(kinds).")
  }

  /// For programs.
  var json: JSONValue {
    var members: [JSONValue.Member] = [.init(key: "file", value: .string(file))]
    switch outcome {
    case .filed(let report):
      members += [
        .init(key: "import", value: .string("\(report.file)")),
        .init(key: "first", value: .string("\(report.first)")),
        .init(key: "repeat", value: .bool(report.wasFiled)),
      ]
    case .surveyed(let survey, let refusal):
      members += [
        .init(key: "import", value: JSONValue(survey.known.map { .string("\($0)") })),
        .init(key: "refused", value: .bool(refusal != nil)),
      ]
    }
    members.append(.init(key: "accepted", value: JSONValue(accepted)))
    return .object(
      members + (reading?.members ?? []) + [
        .init(key: "quarantined", value: quarantined.json),
        .init(key: "warnings", value: warnings.json),
      ])
  }
}

extension [ImportPrint] {
  /// All files of a command, for programs.
  func json(links: Int, missing: [SearchItem]) -> JSONValue {
    [
      "files": .array(map(\.json)), "links": JSONValue(links),
      "missing": JSONValue(missing.map(\.rawValue)),
    ]
  }
}

// What is said to people.
extension ImportPrint {
  private var head: String {
    switch outcome {
    case .filed(let report) where report.wasFiled:
      "\(file): taken in before, as \(report.file); nothing changed."
    case .filed(let report):
      "\(file): taken in as \(report.file): \(records(from: report.first))\(waiting)."
    case .surveyed(let survey, _):
      if let known = survey.known {
        "\(file): taken in before, as \(known); nothing would change."
      } else {
        "\(file): read and not taken in: \(records(from: nil))\(waiting)."
      }
    }
  }

  private func records(from first: RecordNumber?) -> String {
    guard accepted > 0 else { return "no record" }
    let count = accepted == 1 ? "1 record" : "\(accepted) records"
    guard let first else { return count }
    let last = RecordNumber(first.value &+ UInt32(accepted) &- 1)
    return accepted == 1 ? "\(count), \(first)" : "\(count), \(first) to \(last)"
  }

  private var waiting: String {
    quarantined.isEmpty ? "" : "; \(quarantined.count) in quarantine"
  }

  private var balance: String {
    "\(accepted + quarantined.count) read = \(accepted) accepted + \(quarantined.count) in quarantine"
  }

  /// How many duplicates were linked once all files were in.
  static func linked(_ links: Int) -> String {
    links == 1
      ? "1 record is surely a duplicate and was linked by rule."
      : "\(links) records are surely duplicates and were linked by rule."
  }

  /// What PRISMA-S asks for and nobody has said of the source.
  static func missing(_ items: [SearchItem], _ source: String) -> String {
    let names = items.map(\.rawValue).joined(separator: ", ")
    return "PRISMA-S also asks for this of the source \(source): \(names). Say it in the protocol."
  }
}
