public import Ledger
import Screening

/// A place for folded states that survive the process; thrown away whenever they do not fit.
public protocol CheckpointPlace: Sendable {
  /// The newest checkpoint of a ledger at or before a position, read piece by piece.
  func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)?
  /// Begins a checkpoint; nil if the place cannot keep one.
  func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)?
}

/// A checkpoint being read.
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

/// Keeps nothing: every start folds the whole ledger.
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

extension Workbench {
  /// A tail longer than this is worth a new checkpoint.
  private static let longTail: UInt32 = 20_000

  /// Folds a review from its nearest checkpoint and the entries after it.
  func load(
    _ id: Identifier, through last: UInt32 = .max, trusting: Bool = true
  ) throws(Fault) -> Folded<Review> {
    try reading { (store) throws(StoreFault) in
      try store.read { (reading) throws(StoreFault) in
        var folded = Folded<Review>()
        if trusting, let kept = surroundings.checkpoints.newest(of: id, through: last),
          let restored = try Folded<Review>(kept, of: id, in: reading)
        {
          folded = restored
        }
        let from = folded.head.position
        try folded.catchUp(of: id, in: reading, through: last)
        if last == .max, folded.newer == nil,
          folded.head.position - from > Workbench.longTail
        {
          keepCheckpoint(of: folded, id)
        }
        return folded
      }
    }
  }

  private func keepCheckpoint(of folded: Folded<Review>, _ id: Identifier) {
    guard let writing = surroundings.checkpoints.begin(of: id, at: folded.head) else { return }
    folded.value.checkpoint { writing.add($0) }
    writing.finish()
  }
}

extension Folded where Value == Review {
  /// Restores a checkpoint, if it fits the ledger: its head must be an entry of it.
  fileprivate init?(
    _ kept: any CheckpointReading, of ledger: Identifier, in store: any StoreReading
  ) throws(StoreFault) {
    let head = kept.head
    guard try store.entry(head.position, of: ledger)?.head == head else { return nil }
    var fault: StoreFault?
    let review = Review(pieces: { kept.next() }) { position in
      do throws(StoreFault) {
        guard let entry = try store.entry(position.value, of: ledger),
          let kind = FactKind(rawValue: entry.kind)
        else { return nil }
        return try? Fact(kind, payload: entry.payload)
      } catch {
        fault = error
        return nil
      }
    }
    if let fault { throw fault }
    guard let review else { return nil }
    self.init(value: review, head: head, newer: nil)
  }
}

extension StoreReading {
  /// One entry of a ledger.
  func entry(_ position: UInt32, of ledger: Identifier) throws(StoreFault) -> Entry? {
    guard position > 0 else { return nil }
    var found: Entry?
    try entries(of: ledger, after: position - 1) { (entry) throws(StoreFault) in
      if entry.position == position { found = copy entry }
      return false
    }
    return found
  }
}
