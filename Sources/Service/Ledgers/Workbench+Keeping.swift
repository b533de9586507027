public import Ledger
public import Screening
public import Secrets

/// One entry of a ledger, for people to read.
public struct LedgerRow: Sendable {
  /// Its place.
  public let position: Position
  /// When.
  public let moment: Moment
  /// Who.
  public let author: Author
  /// The protocol version in force.
  public let protocolVersion: UInt32
  /// What.
  public let fact: Fact
  /// Its digest.
  public let digest: Digest
}

extension Workbench {
  /// Copies the whole workspace to a new file while others go on writing.
  public func backUp(to path: String) throws(Fault) {
    try reading { (store) throws(StoreFault) in try store.backUp(to: path) }
  }

  /// The entries of a review after a position, oldest first.
  public func ledger(
    of review: Identifier, after position: Position = .start, limit: Int = .max
  ) throws(Fault) -> [LedgerRow] {
    try reading { (store) throws(StoreFault) in
      var rows: [LedgerRow] = []
      guard limit > 0 else { return rows }
      try store.entries(of: review, after: position.value) { (entry) throws(StoreFault) in
        rows.append(
          LedgerRow(
            position: Position(entry.position), moment: Moment(microseconds: entry.moment),
            author: try Author(of: entry), protocolVersion: entry.protocolVersion,
            fact: try Fact(entry), digest: entry.digest))
        return rows.count < limit
      }
      return rows
    }
  }

  /// One entry of a review; nil where there is none.
  public func entry(
    _ position: Position, of review: Identifier
  ) throws(Fault) -> LedgerRow? {
    guard position > .start else { return nil }
    return try ledger(of: review, after: Position(position.value - 1), limit: 1).first
  }

  /// A text that a fact refers to; nil once it was erased.
  public func text(of words: Words, in review: Identifier) throws(Fault) -> String? {
    try reading { (store) throws(StoreFault) in try store.text(of: words, in: review) }
  }
}
