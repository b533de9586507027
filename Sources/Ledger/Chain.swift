public import Secrets

/// Follows a ledger entry by entry and tells where it is not whole.
///
/// A ledger is whole when its positions count up from 1 without a gap, no moment is earlier than
/// the one before, and every entry's digest is that of its own bytes and the digest before.
public struct Chain: Sendable {
  /// The ledger that is followed.
  public let ledger: Identifier
  /// The last entry that was followed.
  public private(set) var head: Head

  /// Follows a ledger from an entry on that is trusted, by default from its start.
  public init(of ledger: Identifier, from head: Head = .empty) {
    self.ledger = ledger
    self.head = head
  }

  /// Takes the next entry, or names the fault and stays where it was.
  public mutating func follow(_ entry: borrowing Entry) throws(StoreFault) {
    let (expected, isPastTheLast) = head.position.addingReportingOverflow(1)
    guard entry.ledger == ledger, entry.position == expected, !isPastTheLast else {
      throw .gap(ledger: ledger, expected: expected, found: entry.position)
    }
    guard entry.moment >= head.moment, entry.sealed(after: head.digest) == entry.digest else {
      throw .broken(ledger: ledger, position: entry.position)
    }
    head = entry.head
  }
}

extension StoreReading {
  /// Reads a whole ledger and gives its head if it is whole; the fault names the first entry that
  /// is not.
  public func verifyChain(of ledger: Identifier) throws(StoreFault) -> Head {
    var chain = Chain(of: ledger)
    try entries(of: ledger, after: 0) { (entry) throws(StoreFault) in
      try chain.follow(entry)
      return true
    }
    return chain.head
  }
}

extension KeptWords {
  /// New words under a fresh salt, and the digest that stands for them in the ledger.
  public static func salted(_ text: String, salt: [UInt8]) -> (words: KeptWords, digest: Digest) {
    let text = Array(text.utf8)
    return (.kept(salt: salt, text: text), Digest(ofWords: text, salt: salt))
  }

  /// Whether these can be the words that the digest stands for; erased words can be any.
  public func fit(_ digest: Digest) -> Bool {
    switch self {
    case .kept(let salt, let text):
      salt.count == Digest.saltLength && Digest(ofWords: text, salt: salt) == digest
    case .erased: true
    }
  }
}
