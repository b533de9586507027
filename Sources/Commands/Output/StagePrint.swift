import JSON
import Screening
import Service

/// One stage of a report as one person may see it, with notes and grounds in their words.
struct StagePrint {
  private let view: StageView
  private let mine: Word?
  private let decisions: [Word]
  /// The proposal among the parties of an opened conflict.
  private let proposal: Proposal?

  /// Reads the words that belong to what the view shows.
  init(_ view: StageView, for sitting: Sitting) throws(Failure) {
    self.view = view
    mine = if let mine = view.mine { try Word(mine, for: sitting) } else { nil }
    var decisions: [Word] = []
    for shown in view.decisions { decisions.append(try Word(shown, for: sitting)) }
    self.decisions = decisions
    proposal =
      if let proposal = view.proposal { try Proposal(proposal, for: sitting) } else { nil }
  }

  /// The stage in lines; the first says where it stands.
  var lines: [String] {
    var lines = ["\(view.stage.name): \(view.call.words)"]
    if let mine { lines.append("  your word: \(mine.text)") }
    if let standing = view.standing { lines.append("  standing: \(standing.words)") }
    if let outcome = view.outcome {
      lines.append("  outcome: \(outcome.name)" + (view.reason.map { " (\($0))" } ?? ""))
    }
    lines += decisions.map { "  \($0.by): \($0.text)" }
    if let proposal { lines += proposal.lines }
    return lines
  }

  /// The stage for programs.
  var json: JSONValue {
    [
      "stage": .string(view.stage.name), "call": .string(view.call.name),
      "mine": JSONValue(mine?.json),
      "standing": JSONValue(view.standing.map { .string($0.words) }),
      "outcome": JSONValue(view.outcome.map { .string($0.name) }),
      "reason": JSONValue(view.reason.map { .string($0.text) }),
      "decisions": .array(decisions.map(\.json)), "proposal": JSONValue(proposal?.json),
    ]
  }
}

/// A decision with its note.
private struct Word {
  let by: String
  private let shown: StageView.Shown
  private let note: String?

  init(_ shown: StageView.Shown, for sitting: Sitting) throws(Failure) {
    self.shown = shown
    by = sitting.names[shown.person]
    let entry = try answer(of: sitting.bench.entry(shown.entry, of: sitting.review.id))
    note =
      if case .decisionGiven(let fact) = entry?.fact { try sitting.text(of: fact.note) } else {
        nil
      }
  }

  var text: String {
    let also = shown.also.isEmpty ? "" : ", also \(shown.also.map(\.text).joined(separator: ", "))"
    let reason = shown.reason.map { " (\($0)\(also))" } ?? ""
    return shown.verdict.name + reason + (note.map { ": \($0)" } ?? "")
  }

  var json: JSONValue {
    [
      "person": .string(by), "verdict": .string(shown.verdict.name),
      "reason": JSONValue(shown.reason.map { .string($0.text) }),
      "also": JSONValue(shown.also.map(\.text)), "note": JSONValue(note.map { .string($0) }),
    ]
  }
}

/// A proposal with its grounds, and the tag that a party confirms it by.
private struct Proposal {
  private let view: StageView.Proposal
  private let by: String
  private let tag: String
  private let grounds: String?

  init(_ view: StageView.Proposal, for sitting: Sitting) throws(Failure) {
    self.view = view
    by = sitting.names[view.person]
    let words = try sitting.grounds(ofProposal: view.entry)
    tag = words.map(\.tag) ?? ""
    grounds = try sitting.text(of: words)
  }

  var lines: [String] {
    let reason = view.reason.map { " (\($0))" } ?? ""
    return [
      "  proposal \(tag) by \(by): \(view.outcome.name)\(reason)\(grounds.map { ": \($0)" } ?? "")"
    ]
  }

  var json: JSONValue {
    [
      "proposal": .string(tag), "person": .string(by), "outcome": .string(view.outcome.name),
      "reason": JSONValue(view.reason.map { .string($0.text) }),
      "grounds": JSONValue(grounds.map { .string($0) }), "confirmed": JSONValue(view.confirmed),
    ]
  }
}

extension Sitting {
  /// The grounds of a proposal, by the entry that made it.
  func grounds(ofProposal entry: Position) throws(Failure) -> Words? {
    guard let row = try answer(of: bench.entry(entry, of: review.id)),
      case .resolutionProposed(let fact) = row.fact
    else { return nil }
    return fact.grounds
  }
}

extension Words {
  /// Eight digits that tell a proposal from the one before it, and nothing of its place in the
  /// ledger: they are of the salted digest of its grounds.
  var tag: String {
    let digits = String(fingerprint.quarters.0 >> 32, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension StageView.Call {
  /// The name for programs.
  var name: String {
    switch self {
    case .decide: "decide"
    case .decided: "decided"
    case .none: "none"
    case .settle: "settle"
    case .agree: "agree"
    }
  }

  /// What is asked of the person.
  fileprivate var words: String {
    switch self {
    case .decide: "waits for your decision"
    case .decided: "you have decided"
    case .none: "asks nothing of you"
    case .settle: "a conflict that is yours to settle"
    case .agree: "a conflict that you settle with its other parties"
    }
  }
}
