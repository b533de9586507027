public import Ledger
public import Testing

/// Stores of one kind, as the rules need them: empty at first, and open to several connections.
public protocol StoreKind {
  /// Opens one more connection to the store.
  func connect() throws(StoreFault) -> any Store
}

/// One rule of the store port, and the trial that a kind of store must stand.
public struct StoreRule: Sendable, CustomTestStringConvertible {
  /// The rule.
  public let sentence: String
  private let trial: @Sendable (any StoreKind) throws -> Void

  init(_ sentence: String, _ trial: @escaping @Sendable (any StoreKind) throws -> Void) {
    self.sentence = sentence
    self.trial = trial
  }

  /// Tries the rule on an empty store.
  public func holds(for kind: any StoreKind) throws { try trial(kind) }

  /// What a test report calls it.
  public var testDescription: String { sentence }

  /// Every rule of the port.
  public static let all =
    ledgerRules + transactionRules + wordRules + archiveRules + leaseRules + sideRules
}
