public import Ledger

/// A place for what was worked out from a ledger and survives the process: folded states, or which
/// records are alike. It is thrown away whenever it does not fit.
public protocol CheckpointPlace: Sendable {
  /// The newest checkpoint of a ledger at or before a position, read piece by piece.
  func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)?
  /// Begins a checkpoint; nil if the place cannot keep one. A place for states keeps those at a
  /// multiple of 250,000 entries, from which past states are folded, and of the others the newest;
  /// a place for matches only the one that was finished last.
  func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)?
}

/// A checkpoint being read: the pieces as they were written, as far as they are whole.
public protocol CheckpointReading: AnyObject {
  /// The head that it was made at.
  var head: Head { get }
  /// The next piece; nil at the end or when it is damaged.
  func next() -> [UInt8]?
}

/// A checkpoint being written.
public protocol CheckpointWriting: AnyObject {
  /// Adds a piece.
  func add(_ piece: [UInt8])
  /// Puts it in the place of the one before.
  func finish()
}

/// Keeps nothing: every start folds the whole ledger, and compares all records.
public struct NoCheckpoints: CheckpointPlace {
  /// Keeps nothing.
  public init() {}
  /// There is none.
  public func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)? {
    nil
  }
  /// None is kept.
  public func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)? { nil }
}
