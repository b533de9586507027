import Ledger
import Screening

extension Workbench {
  /// A tail longer than this is worth a new checkpoint.
  static let longTail: UInt32 = 20_000
  /// States of the past are folded from the checkpoint before them; one is kept after so many.
  static let checkpointsApart: UInt32 = 250_000

  /// Folds a review from its nearest checkpoint and the entries after it.
  func load(
    _ id: Identifier, through last: UInt32 = .max, trusting: Bool = true
  ) throws(Fault) -> Folded<Review> {
    try reading { (store) throws(StoreFault) in
      try store.read { (reading) throws(StoreFault) in
        var folded = Folded<Review>()
        if trusting, let kept = surroundings.checkpoints.newest(of: id, through: last),
          let restored = try Folded<Review>(kept, of: id, through: last, in: reading)
        {
          folded = restored
        }
        try catchUp(&folded, of: id, in: reading, through: last, keeping: trusting)
        return folded
      }
    }
  }

  private func catchUp(
    _ folded: inout Folded<Review>, of id: Identifier, in store: any StoreReading,
    through last: UInt32, keeping: Bool
  ) throws(StoreFault) {
    let from = folded.head.position
    var (head, next): (UInt32, UInt64)
    repeat {
      let apart = UInt64(Workbench.checkpointsApart)
      next = (UInt64(folded.head.position) / apart + 1) * apart
      try folded.catchUp(of: id, in: store, through: min(last, UInt32(clamping: next)))
      head = folded.head.position
      let isLate = last == .max && head - from > Workbench.longTail
      if keeping, folded.newer == nil, UInt64(head) == next || isLate {
        keepCheckpoint(of: folded, id)
      }
    } while UInt64(head) == next && head < last
  }

  private func keepCheckpoint(of folded: Folded<Review>, _ id: Identifier) {
    guard let writing = surroundings.checkpoints.begin(of: id, at: folded.head) else { return }
    var seal = Seal(of: folded.head)
    folded.value.checkpoint { writing.add(seal.put(on: $0)) }
    writing.finish()
  }
}

extension Folded where Value == Review {
  /// Restores a checkpoint, if it fits the ledger: its head must be an entry of it.
  fileprivate init?(
    _ kept: any CheckpointReading, of ledger: Identifier, through last: UInt32,
    in store: any StoreReading
  ) throws(StoreFault) {
    let head = kept.head
    guard head.position <= last, try store.entry(head.position, of: ledger)?.head == head
    else { return nil }
    var fault: StoreFault?
    var seal = Seal(of: head)
    let review = Review(pieces: { kept.next().flatMap { seal.take(from: $0) } }) { position in
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

  /// The position of the last entry that is not later than a moment; 0 if all are later.
  func position(of ledger: Identifier, asOf moment: Int64) throws(StoreFault) -> UInt32 {
    var (low, high) = (UInt32(0), try head(of: ledger).position)
    while low < high {  // moments never go back, so half of what is left is always out
      let middle = high - (high - low) / 2
      guard let entry = try entry(middle, of: ledger) else {
        throw .gap(ledger: ledger, expected: middle, found: 0)
      }
      if entry.moment <= moment { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
