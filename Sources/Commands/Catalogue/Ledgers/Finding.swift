import JSON
import Ledger
import Screening
import Service

/// What was found when one ledger was checked.
struct Finding {
  /// What a ledger without a broken entry proves.
  struct Proof {
    let digest: String
    let entries: Int
    let counts: [(name: String, count: Int)]
    /// What was changed since it was written.
    let damage: [String]
    /// Where the program contradicts itself.
    let contradictions: [String]

    var faults: [String] { damage + contradictions }
  }

  let ledger: String
  let result: Result<Proof, Fault>

  /// Checks, and keeps whatever comes of it: the ledgers after this one are checked too.
  init(_ ledger: String, _ check: () throws(Fault) -> Proof) {
    self.ledger = ledger
    do throws(Fault) { result = .success(try check()) } catch { result = .failure(error) }
  }

  /// Checks the workspace's own ledger.
  init(ofWorkspace bench: Workbench) {
    self.init(.workspace) { () throws(Fault) in Proof(try bench.verifyWorkspace()) }
  }

  /// What does not hold.
  var faults: [String] {
    switch result {
    case .success(let proof): proof.faults
    case .failure(let fault): [fault.sentence]
    }
  }

  /// How the program ends after it.
  var status: ExitStatus {
    switch result {
    case .success(let proof) where !proof.contradictions.isEmpty: .bug
    case .success(let proof): proof.damage.isEmpty ? .done : .machine
    case .failure(let fault): ExitStatus(fault.family)
    }
  }

  /// The finding in a line; without figures for someone who is blind.
  func line(withFigures: Bool) -> String {
    switch result {
    case .failure: .broken(ledger)
    case .success(let proof) where !proof.faults.isEmpty: .changed(ledger, proof.faults.count)
    case .success(let proof) where withFigures: .whole(ledger, proof)
    case .success: .whole(ledger)
    }
  }

  func json(withFigures: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "ledger", value: .string(ledger)),
      .init(key: "faults", value: JSONValue(faults)),
    ]
    if case .success(let proof) = result, withFigures {
      members.append(.init(key: "entries", value: JSONValue(proof.entries)))
      members.append(.init(key: "digest", value: .string(proof.digest)))
      members += proof.counts.map { .init(key: $0.name, value: JSONValue($0.count)) }
    }
    return .object(members)
  }
}

extension Finding.Proof {
  /// What a check of the ledger alone proves.
  init(_ found: LedgerVerification) {
    self.init(
      digest: "\(found.head.digest)", entries: Int(found.head.position),
      counts: [("words", found.words.kept), ("erased", found.words.erased)],
      damage: found.damage, contradictions: [])
  }

  /// What a check of all that a review holds proves.
  init(_ found: Verification) {
    self.init(
      digest: "\(found.head.digest)", entries: Int(found.head.position),
      counts: [
        ("words", found.words.kept), ("erased", found.words.erased), ("files", found.files),
        ("records", found.records),
      ], damage: found.damage, contradictions: found.contradictions)
  }
}

extension Invocation {
  /// Prints findings and what does not hold, and ends with the gravest status.
  func tell(_ findings: [Finding]) throws(Failure) {
    let shown = findings.map { ($0, seesFigures(of: $0)) }
    try show(
      text: shown.map { $0.line(withFigures: $1) }.joined(separator: "\n"),
      json: .array(shown.map { $0.json(withFigures: $1) }))
    for finding in findings {
      for fault in finding.faults { complain("\(finding.ledger): \(fault)") }
    }
    let statuses = findings.map(\.status)
    for status in [ExitStatus.bug, .machine, .refused] where statuses.contains(status) {
      throw .reported(status)
    }
  }

  /// Counts and digests of a review tell of others' work, so they are for those who see it anyway.
  private func seesFigures(of finding: Finding) -> Bool {
    guard finding.ledger != .workspace, case .success = finding.result else { return true }
    do throws(Failure) {
      let bench = try bench
      let review = try answer(of: bench.review(named: finding.ledger))
      let state = try answer(of: bench.state(of: review.id)).review
      let named = try optional(Common.person)
      let person =
        if let named { try answer(of: bench.person(named: named)).id } else {
          state.leads.count == 1 ? state.leads.first : nil
        }
      return person.map { state.seesLiveCounts($0) } ?? false
    } catch {
      return false
    }
  }
}

extension String {
  fileprivate static let workspace = "(workspace)"

  fileprivate static func broken(_ ledger: String) -> String { "\(ledger): broken." }

  fileprivate static func changed(_ ledger: String, _ faults: Int) -> String {
    "\(ledger): \(faults == 1 ? "one thing does" : "\(faults) things do") not hold."
  }

  fileprivate static func whole(_ ledger: String) -> String { "\(ledger): whole." }

  fileprivate static func whole(_ ledger: String, _ proof: Finding.Proof) -> String {
    let counts = proof.counts.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    return "\(ledger): whole. entries \(proof.entries), \(counts), digest \(proof.digest)"
  }
}
