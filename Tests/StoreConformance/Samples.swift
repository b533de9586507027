public import Ledger
import Secrets

/// A ledger in the making: entries that follow each other, of both kinds of author and of payloads
/// of every length up to a few hundred bytes.
public struct SampleLedger {
  /// Its id.
  public let id: Identifier
  /// The head after the last entry that was made.
  public private(set) var head: Head

  /// Goes on from a head.
  public init(_ id: Identifier = .random(), from head: Head = .empty) {
    self.id = id
    self.head = head
  }

  /// Makes the next entry.
  public mutating func next() -> Entry {
    let turn = Int(head.position)
    let entry = Entry(
      ledger: id, after: head, moment: head.moment + Int64(turn % 3),
      author: turn.isMultiple(of: 5)
        ? .rule(UInt16(turn % 7)) : .person(Identifier(high: UInt64(turn), low: .max)),
      protocolVersion: UInt32(turn / 10), kind: UInt16(turn % 50),
      payload: (0..<turn * 7 % 300).map { UInt8(truncatingIfNeeded: $0 &* turn) })
    head = entry.head
    return entry
  }

  /// Makes the next entries.
  public mutating func next(_ count: Int) -> [Entry] { (0..<count).map { _ in next() } }
}

extension StoreReading {
  /// The entries after a position, all at once.
  public func allEntries(
    of ledger: Identifier, after position: UInt32 = 0
  ) throws(StoreFault) -> [Entry] {
    var entries: [Entry] = []
    try self.entries(of: ledger, after: position) { entry in
      entries.append(copy entry)
      return true
    }
    return entries
  }
}

extension Store {
  /// Appends entries in one transaction.
  public func append(_ entries: [Entry]) throws(StoreFault) {
    try write { (transaction) throws(StoreFault) in
      for entry in entries { try transaction.append(entry) }
    }
  }
}

/// An error that is no fault of the store.
struct Whim: Error {}

/// The fault that `body` ends with; nil if it ends well.
func fault<Answer>(_ body: () throws(StoreFault) -> Answer) -> StoreFault? {
  do throws(StoreFault) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}
