import Bibliography
import Formats
import JSON
import Screening
import Service

/// Reports with what people see of them, as lists print them.
struct ReportPrint {
  let report: RecordNumber
  let text: ReportText

  /// Title and year, in a line.
  var title: String {
    let title = text.reference.title ?? .noTitle
    return text.reference.year.map { "\(title) (\($0))" } ?? title
  }

  /// The fields for programs.
  var json: JSONValue { text.reference.json }

  /// The fields for people, a line each, with the record each came from where there are several.
  func lines(records: Int) -> [String] {
    let origin = Dictionary(
      text.provenance.map { ($0.field, $0.record) }, uniquingKeysWith: { first, _ in first })
    return (text.reference.json.members ?? []).map { member in
      let from = records > 1 ? origin[member.key].map { " [\($0)]" } ?? "" : ""
      return "  \(member.key)\(from): \(member.value.line)"
    }
  }
}

extension JSONValue {
  /// The fields of a reference for people, a line each.
  var fieldLines: [String] { (members ?? []).map { "\($0.key): \($0.value.line)" } }

  /// A field's value in a line.
  var line: String {
    switch self {
    case .string(let text): text
    case .array(let elements): elements.map(\.line).joined(separator: "; ")
    case .object(let members):
      members.contains { $0.key == "family" || $0.key == "name" }
        ? members.map(\.value.line).joined(separator: ", ")
        : members.map { "\($0.key) \($0.value.line)" }.joined(separator: "; ")
    case .null, .bool, .number: text()
    }
  }
}

extension Sitting {
  /// What people see of reports.
  func prints(of reports: [RecordNumber]) throws(Failure) -> [ReportPrint] {
    let texts = try answer(of: bench.texts(of: reports, in: state))
    return zip(reports, texts).map { ReportPrint(report: $0, text: $1) }
  }

  /// A report as the person may see it.
  func view(of report: RecordNumber) throws(Failure) -> ReportView {
    do throws(Refusal) {
      return try state.view(of: report, for: person.id)
    } catch {
      throw .fault(.refused(error))
    }
  }
}

extension String {
  fileprivate static let noTitle = "(no title)"
}
