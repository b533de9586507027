import JSON
import Screening
import Service

/// What an amendment changes and touches, as one person may see it.
struct Amendment {
  private let changes: [ProtocolChange]
  /// Nil where the person is blind: decisions and standings are not theirs to see.
  private let touched: AmendmentPreview?

  init(_ changes: [ProtocolChange], _ touched: AmendmentPreview?) {
    self.changes = changes
    self.touched = touched
  }

  /// The amendment in lines.
  var text: String {
    var lines = changes.isEmpty ? [String.nothing] : changes.map(\.description)
    guard let touched else { return (lines + [.hidden]).joined(separator: "\n") }
    lines += touched.resting.map { resting in
      .rests(resting.report, resting.stage, resting.decision, resting.reasons)
    }
    lines += touched.moves.map { .moves($0.report, $0.stage, $0.from.words, $0.to.words) }
    return lines.joined(separator: "\n")
  }

  /// The amendment for programs.
  var json: JSONValue {
    let resting = touched?.resting.map { resting -> JSONValue in
      [
        "report": .string("\(resting.report)"), "stage": .string(resting.stage.name),
        "entry": JSONValue(resting.decision.value),
        "reasons": JSONValue(resting.reasons.map(\.text)),
      ]
    }
    let moves = touched?.moves.map { move -> JSONValue in
      [
        "report": .string("\(move.report)"), "stage": .string(move.stage.name),
        "from": .string(move.from.words), "to": .string(move.to.words),
      ]
    }
    return [
      "changes": JSONValue(changes.map(\.description)),
      "resting": JSONValue(resting.map { .array($0) }),
      "moves": JSONValue(moves.map { .array($0) }),
    ]
  }
}

extension Standing {
  /// Where a round stands, in words.
  var words: String {
    switch self {
    case .awaiting(let decisions): "awaiting \(decisions)"
    case .agreed(let outcome): "agreed: \(outcome.name)"
    case .inConflict: "in conflict"
    case .resolved(let outcome): "resolved: \(outcome.name)"
    }
  }
}

extension Invocation {
  /// What adopting a protocol file would change and touch.
  func preview(
    _ path: String, _ bytes: [UInt8], for sitting: Sitting
  ) throws(Failure) -> Amendment {
    let (changes, touched) = try onProtocol(path) { () throws(Fault) in
      try sitting.bench.previewProtocol(bytes, for: sitting.review.id)
    }
    return Amendment(changes, sitting.seesPositions ? touched : nil)
  }
}

extension String {
  fileprivate static let nothing = "Nothing would change."
  fileprivate static let hidden =
    "What rests on it is not listed for you while you may still decide."

  fileprivate static func rests(
    _ report: RecordNumber, _ stage: Stage, _ decision: Position, _ reasons: [CriterionID]
  ) -> String {
    let reasons = reasons.map(\.text).joined(separator: ", ")
    return "\(report) at \(stage.name): decision \(decision) rests on \(reasons)."
  }

  fileprivate static func moves(
    _ report: RecordNumber, _ stage: Stage, _ from: String, _ to: String
  ) -> String {
    "\(report) at \(stage.name): \(from); with --requota it would be \(to)."
  }
}
