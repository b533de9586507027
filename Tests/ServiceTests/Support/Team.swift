import Ledger
import Screening
import TestSupport

@testable import Service

/// A review at work: its team, and a workbench to act on it.
struct Team {
  let desk: Desk
  let workbench: Workbench
  let review: ReviewSummary
  let lea: PersonID
  let ada: PersonID
  let ben: PersonID
  let zoe: PersonID

  /// Leads, without screening.
  var lead: Acting { Acting(on: review.id, as: lea) }

  init(
    _ kind: Desk.Kind = .memory, protocolFile: String = .sampleProtocol, records: Int = 4,
    checkpoints: (any CheckpointPlace)? = nil
  ) throws {
    let desk = try Desk(kind)
    self.desk = desk
    workbench = try desk.workbench(checkpoints: checkpoints)
    lea = try workbench.addPerson(named: "lea", display: "Lea Lead").person.id
    ada = try workbench.addPerson(named: "ada").person.id
    ben = try workbench.addPerson(named: "ben").person.id
    zoe = try workbench.addPerson(named: "zoe").person.id
    review = try workbench.createReview(
      named: "sleep", protocolFile: Array(protocolFile.utf8), lead: lea
    ).review
    for (person, roles) in [(ada, Roles.reviewer), (ben, .reviewer), (zoe, .arbiter)] {
      _ = try workbench.give(roles, to: person, lead)
    }
    if records > 0 { try file(records) }
  }

  /// A colleague's team on the same store, as another process would have it.
  func elsewhere() throws(Fault) -> Workbench { try desk.workbench() }

  func state() throws -> Review { try workbench.state(of: review.id).review }

  @discardableResult
  func file(_ records: Int, from source: SourceID = "medline") throws -> ImportReport {
    try workbench.importFile(
      ImportSource(name: "records.jsonl", bytes: .records(records)), from: source, lead)
  }

  @discardableResult
  func decide(
    _ report: UInt32, _ verdict: Verdict = .include, by person: PersonID, note: String? = nil,
    request: String? = nil, at bench: Workbench? = nil
  ) throws(Fault) -> Done {
    try (bench ?? workbench).decide(
      DecisionForm(
        report: RecordNumber(report), stage: .titleAbstract, verdict: verdict, note: note),
      Acting(on: review.id, as: person, request: request.map { Identifier(request: $0) }))
  }

  /// How many entries the review's ledger has, as the store says.
  func length() throws -> Int { Int(try desk.store().head(of: review.id).position) }

  /// How many texts are kept for the review.
  func texts(in ledger: Identifier? = nil) throws -> [KeptWords] {
    var texts: [KeptWords] = []
    try desk.store().allWords(of: ledger ?? review.id) { (_, words) in
      texts.append(words)
      return true
    }
    return texts
  }
}

extension Team {
  /// Imports some bytes, handed over in pieces.
  @discardableResult
  func take(
    _ bytes: [UInt8], in size: Int = .max, from source: SourceID = "medline"
  ) throws(Fault) -> ImportReport {
    let file = ImportSource(name: "a.jsonl") { () throws(FileFault) in
      var rest = bytes[...]
      return { () throws(FileFault) in
        let piece = rest.prefix(size)
        rest = rest.dropFirst(piece.count)
        return piece.isEmpty ? nil : Array(piece)
      }
    }
    return try workbench.importFile(file, from: source, lead)
  }
}
