import JSON
import Ledger
import Screening
import Service

extension Invocation {
  /// Records the decisions of a CSV file row by row, and answers each once it is durable.
  func decide(from path: String, for sitting: Sitting) throws(Failure) {
    let bytes = try read(path)
    let people = try answer(of: sitting.bench.people())
    let sheet = try sheet(
      path, bytes,
      DecisionSheet.Defaults(
        stage: optional(Common.stageIfAny), people: people.compactMap(\.name)))
    let ids = Dictionary(
      people.compactMap { person in person.name.map { ($0, person.id) } },
      uniquingKeysWith: { first, _ in first })
    let base = sitting.request ?? .digest(of: bytes)
    var answers: [RowAnswer] = []
    for row in sheet.rows {
      let person = row.person.flatMap { ids[$0] } ?? sitting.person.id
      let answer = try RowAnswer(
        row, by: sitting.acting(as: person, request: "\(base)\n\(row.words)"), at: sitting.bench)
      answers.append(answer)
      guard !has(Common.json) else { continue }
      try print(answer.line)
      try flush()
    }
    if has(Common.json) { try show(text: "", json: .array(answers.map(\.json))) }
    if answers.contains(where: \.isRefused) { throw .reported(.refused) }
  }

  private func sheet(
    _ path: String, _ bytes: [UInt8], _ defaults: DecisionSheet.Defaults
  ) throws(Failure) -> DecisionSheet {
    let faults: [CSV.Fault]
    do throws(CSV.Fault) {
      let csv = try CSV(bytes)
      do throws(DecisionSheet.Faults) {
        return try DecisionSheet(csv, defaults)
      } catch {
        faults = error.faults
      }
    } catch {
      faults = [error]
    }
    for fault in faults { complain("\(path):\(fault.line): \(fault.sentence)") }
    throw .reported(.file)
  }
}

/// What became of one row.
private struct RowAnswer {
  private let row: DecisionSheet.Row
  private let refusal: Refusal?
  private let isRepeat: Bool

  var isRefused: Bool { refusal != nil }

  /// Records the row. A refusal is its answer; any other fault ends the command.
  init(_ row: DecisionSheet.Row, by acting: Acting, at bench: Workbench) throws(Failure) {
    self.row = row
    do throws(Fault) {
      isRepeat = try bench.decide(row.form, acting).isRepeat
      refusal = nil
    } catch {
      guard case .refused(let said) = error else { throw .fault(error) }
      (refusal, isRepeat) = (said, false)
    }
  }

  var line: String {
    if let refusal { return .refused(row.line, refusal) }
    return isRepeat ? .repeated(row.line) : .done(row.line, row.form)
  }

  var json: JSONValue {
    [
      "line": JSONValue(row.line), "report": .string("\(row.form.report)"),
      "stage": .string(row.form.stage.name), "verdict": .string(row.form.verdict.name),
      "refused": JSONValue(refusal.map { .string($0.sentence) }), "repeat": .bool(isRepeat),
    ]
  }
}

extension String {
  /// The file's own request id: the same bytes sent again are the same request.
  fileprivate static func digest(of bytes: [UInt8]) -> String {
    "file \(Identifier(request: String(decoding: bytes, as: UTF8.self)))"
  }

  fileprivate static func done(_ line: Int, _ form: DecisionForm) -> String {
    "line \(line): \(decided(form))."
  }
  fileprivate static func repeated(_ line: Int) -> String { "line \(line): already done." }
  fileprivate static func refused(_ line: Int, _ refusal: Refusal) -> String {
    "line \(line): refused: \(refusal.sentence)"
  }
}
