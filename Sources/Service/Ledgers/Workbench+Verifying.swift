public import Ledger
import Reporting
import Screening
import Secrets

/// What was found when a review was checked from its first byte.
public struct Verification: Sendable {
  /// The review.
  public let review: ReviewSummary
  /// The last entry that was checked.
  public let head: Head
  /// How many texts of people were checked against their digests, and how many were erased.
  public let words: (kept: Int, erased: Int)
  /// How many files of the archive were checked against their digests.
  public let files: Int
  /// How many of their records.
  public let records: Int
  /// What was changed since it was written, as sentences.
  public let damage: [String]
  /// Where the program contradicts itself, as sentences.
  public let contradictions: [String]

  /// Everything that does not hold.
  public var faults: [String] { damage + contradictions }
}

/// What was found when a ledger was checked from its first byte.
public struct LedgerVerification: Sendable {
  /// The last entry that was checked.
  public let head: Head
  /// How many texts of people were checked against their digests, and how many were erased.
  public let words: (kept: Int, erased: Int)
  /// What was changed since it was written, as sentences.
  public let damage: [String]
}

extension Workbench {
  /// Checks a review: the chain, the words, the archive; folds it anew and compares that with what
  /// the service works with; asserts the identities of its numbers.
  ///
  /// A broken entry is thrown, since nothing after it can be trusted.
  public func verify(_ review: ReviewSummary) throws(Fault) -> Verification {
    let live = try current(review.id)
    let fresh = try load(
      review.id, through: live.newer == nil ? live.head.position : .max, trusting: false)
    var damage: [String] = []
    var contradictions: [String] = []
    if let newer = fresh.newer { damage.append(Verification.newer(from: newer.position)) }
    if live.head != fresh.head || !live.value.isSame(as: fresh.value) {
      contradictions.append(Verification.rebuildDiffers)
    }
    contradictions += Flow(fresh.value).breaches.map(Verification.breach)
    let words = try verifyWords(of: review.id, damage: &damage)
    let (files, records) = try verifyArchive(of: fresh.value, review.id, damage: &damage)
    return Verification(
      review: review, head: fresh.head, words: words, files: files, records: records,
      damage: damage, contradictions: contradictions)
  }

  /// Checks the chain of a review's ledger and the words beside it, and nothing that is derived.
  public func verifyLedger(of review: ReviewSummary) throws(Fault) -> LedgerVerification {
    let head = try reading { (store) throws(StoreFault) in try store.verifyChain(of: review.id) }
    var damage: [String] = []
    let words = try verifyWords(of: review.id, damage: &damage)
    return LedgerVerification(head: head, words: words, damage: damage)
  }

  /// Checks the workspace's own ledger and the words beside it.
  public func verifyWorkspace() throws(Fault) -> LedgerVerification {
    try verifyLedger(of: ReviewSummary(id: .workspace, name: "workspace"))
  }

  private func verifyWords(
    of ledger: Identifier, damage: inout [String]
  ) throws(Fault) -> (kept: Int, erased: Int) {
    let (kept, erased, wrong) = try reading { (store) throws(StoreFault) -> (Int, Int, [Digest]) in
      var (kept, erased, wrong) = (0, 0, [Digest]())
      try store.allWords(of: ledger) { (digest, words) throws(StoreFault) in
        switch words {
        case .erased: erased += 1
        case .kept:
          kept += 1
          if !words.fit(digest) { wrong.append(digest) }
        }
        return true
      }
      return (kept, erased, wrong)
    }
    damage += wrong.map(Verification.wordsChanged)
    return (kept, erased)
  }
}

extension Verification {
  fileprivate static func newer(from position: UInt32) -> String {
    "Entry #\(position) is of a kind that only a newer Winnow knows; entries from there on were "
      + "not judged. Use the newer program."
  }

  fileprivate static let rebuildDiffers =
    "The review rebuilt from its ledger is not the one that the service works with. "
    + "Delete the checkpoints folder of the workspace, and please report this."

  fileprivate static func breach(_ breach: FlowBreach) -> String {
    breach.sentence + " Please report this."
  }

  fileprivate static func wordsChanged(_ digest: Digest) -> String {
    "The words kept under \(digest) are not the ones that were written. Restore a backup."
  }
}
