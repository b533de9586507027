import Screening
import Service

/// The decisions of a CSV file, each as its row says it.
struct DecisionSheet {
  /// One decision, with the line that it begins on.
  struct Row {
    let line: Int
    /// The row's words as they stand, which with the request make its id.
    let words: String
    let form: DecisionForm
    /// Who decides; nil for whoever acts.
    let person: String?
  }

  /// What absent columns mean.
  struct Defaults {
    let stage: Stage?
    /// The people who may be named.
    let people: [String]
  }

  let rows: [Row]

  /// Reads the sheet, or tells every fault of it.
  init(_ csv: CSV, _ defaults: Defaults) throws(Faults) {
    guard let head = csv.rows.first else { throw Faults([.init(line: 1, sentence: .empty)]) }
    var faults = DecisionSheet.faults(ofHead: head, defaults)
    guard faults.isEmpty else { throw Faults(faults) }
    var rows: [Row] = []
    for row in csv.rows.dropFirst() {
      guard row.cells.count == head.cells.count else {
        faults.append(.init(line: row.line, sentence: .width(row.cells.count, head.cells.count)))
        continue
      }
      let cells = Cells(line: row.line, head: head.cells, cells: row.cells)
      do throws(CSV.Fault) { rows.append(try cells.row(defaults)) } catch { faults.append(error) }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    self.rows = rows
  }

  /// Everything that is wrong with a sheet.
  struct Faults: Error {
    let faults: [CSV.Fault]
    init(_ faults: [CSV.Fault]) { self.faults = faults }
  }

  private static func faults(ofHead head: CSV.Row, _ defaults: Defaults) -> [CSV.Fault] {
    let known = Column.allCases.map(\.rawValue)
    var faults: [String] = []
    for (place, name) in head.cells.enumerated() {
      if Column(rawValue: name) == nil { faults.append(.unknownColumn(name, known)) }
      if head.cells[..<place].contains(name) { faults.append(.columnTwice(name)) }
    }
    var needed: [Column] = [.report, .verdict]
    if defaults.stage == nil { needed.append(.stage) }
    for column in needed where !head.cells.contains(column.rawValue) {
      faults.append(.columnMissing(column.rawValue))
    }
    return faults.map { CSV.Fault(line: head.line, sentence: $0) }
  }
}

private enum Column: String, CaseIterable {
  case report, stage, person, verdict, reason, also, note
}

/// The cells of a row by their columns.
private struct Cells {
  let line: Int
  let head: [String]
  let cells: [String]

  subscript(column: Column) -> String? {
    guard let place = head.firstIndex(of: column.rawValue) else { return nil }
    return cells[place].isEmpty ? nil : cells[place]
  }

  func row(_ defaults: DecisionSheet.Defaults) throws(CSV.Fault) -> DecisionSheet.Row {
    if let person = self[.person], !defaults.people.contains(person) {
      throw CSV.Fault(line: line, sentence: .unknown("person", person, defaults.people))
    }
    let also = (self[.also] ?? "").split { $0 == "," || $0 == ";" || $0 == " " }
    let form = DecisionForm(
      report: try value(.report, Shape.report),
      stage: try stage(defaults.stage), verdict: try value(.verdict, Shape.verdict),
      reason: self[.reason].map { CriterionID($0) }, also: also.map { CriterionID(String($0)) },
      note: self[.note])
    return DecisionSheet.Row(
      line: line, words: words, form: form, person: self[.person])
  }

  private func stage(_ otherwise: Stage?) throws(CSV.Fault) -> Stage {
    if self[.stage] == nil, let otherwise { return otherwise }
    return try value(.stage, Shape.stage)
  }

  private func value<Value>(
    _ column: Column, _ shape: Shape<Value>
  ) throws(CSV.Fault) -> Value {
    guard let text = self[column] else {
      throw CSV.Fault(line: line, sentence: .missing(column.rawValue, shape.expected))
    }
    guard let value = shape.read(text) else {
      throw CSV.Fault(
        line: line, sentence: .unreadable(column.rawValue, text, shape.expected, shape.words))
    }
    return value
  }

  /// Column by column in one order, so that a file whose columns were moved says the same.
  private var words: String {
    Column.allCases.map { "\($0.rawValue)=\(self[$0] ?? "")" }.joined(separator: "\n")
  }
}

extension String {
  fileprivate static let empty =
    "The file is empty. Begin it with a line that names its columns: report, verdict and others."

  fileprivate static func unknownColumn(_ name: String, _ known: [String]) -> String {
    "There is no column \"\(name)\".\(suggestion(for: name, among: known)) "
      + "Known are \(known.joined(separator: ", "))."
  }

  fileprivate static func columnTwice(_ name: String) -> String {
    "The column \"\(name)\" stands twice. Keep the one that you mean."
  }

  fileprivate static func columnMissing(_ name: String) -> String {
    "There is no column \"\(name)\", and it is needed. Add it."
  }

  fileprivate static func width(_ count: Int, _ expected: Int) -> String {
    "This row has \(count) values, and the head names \(expected). "
      + "Put quotation marks around a value that holds a comma."
  }

  fileprivate static func missing(_ column: String, _ expected: String) -> String {
    "The \(column) is missing. Give \(expected)."
  }

  fileprivate static func unreadable(
    _ column: String, _ text: String, _ expected: String, _ known: [String]
  ) -> String {
    "The \(column) cannot be \"\(text)\".\(suggestion(for: text, among: known)) Give \(expected)."
  }

  fileprivate static func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
    "There is no \(what) \"\(name)\" here.\(suggestion(for: name, among: known)) "
      + "\"winnow person list\" lists them."
  }
}
