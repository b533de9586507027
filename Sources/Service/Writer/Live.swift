import Ledger
import Screening
import Synchronization

/// A ledger folded into a value, with the head that it was folded up to.
struct Folded<Value: Sendable>: Sendable {
  var value: Value
  var head: Head
  /// The first entry that only a newer program understands: nothing may be written after it.
  var newer: Newer?

  /// An entry of a kind that is not known here.
  struct Newer: Hashable, Sendable {
    let position: UInt32
    let kind: UInt16
  }
}

/// What can be folded from the entries of a ledger.
protocol Foldable: Sendable {
  init()
  /// Takes the next entry; false if it is of a kind that only a newer program knows.
  mutating func fold(_ entry: borrowing Entry) throws(StoreFault) -> Bool
}

extension Folded where Value: Foldable {
  /// The ledger before its first entry.
  init() { self.init(value: Value(), head: .empty, newer: nil) }

  /// Reads and folds what was appended since the head, checking the chain on the way.
  mutating func catchUp(
    of ledger: Identifier, in store: any StoreReading, through last: UInt32 = .max
  ) throws(StoreFault) {
    guard newer == nil else { return }
    var chain = Chain(of: ledger, from: head)
    var value = value
    self.value = Value()  // let go of it, so that folding changes it in place
    var newer: Newer?
    defer { self.value = value }
    try store.entries(of: ledger, after: head.position) { (entry) throws(StoreFault) in
      guard entry.position <= last else { return false }
      try chain.follow(entry)
      guard try value.fold(entry) else {
        newer = Newer(position: entry.position, kind: entry.kind)
        return false
      }
      self.head = entry.head
      return true
    }
    self.newer = newer
  }
}

/// The published state of one ledger: readers take a copy, the writer alone replaces it.
final class Live<Value: Foldable>: Sendable {
  let ledger: Identifier
  private let published: Mutex<Folded<Value>>

  init(_ ledger: Identifier, _ folded: Folded<Value>) {
    self.ledger = ledger
    published = Mutex(folded)
  }

  var current: Folded<Value> { published.withLock { $0 } }

  func publish(_ folded: Folded<Value>) { published.withLock { $0 = folded } }
}

extension Review: Foldable {
  mutating func fold(_ entry: borrowing Entry) throws(StoreFault) -> Bool {
    guard FactKind(rawValue: entry.kind) != nil else { return false }
    apply(
      try Fact(entry), by: try Author(of: entry), at: Position(entry.position),
      moment: Moment(microseconds: entry.moment))
    return true
  }
}

extension Fact {
  /// The fact that an entry holds.
  init(_ entry: borrowing Entry) throws(StoreFault) {
    guard let kind = FactKind(rawValue: entry.kind) else {
      throw .unknownKind(ledger: entry.ledger, position: entry.position, kind: entry.kind)
    }
    do throws(CodingFault) {
      try self.init(kind, payload: entry.payload)
    } catch {
      throw .unreadable(ledger: entry.ledger, position: entry.position, kind: entry.kind)
    }
  }
}

extension Author {
  /// Who made an entry.
  init(of entry: borrowing Entry) throws(StoreFault) {
    switch entry.author {
    case .person(let id): self = .person(PersonID(id))
    case .rule(let number):
      guard let rule = Rule(rawValue: number) else {
        throw .unreadable(ledger: entry.ledger, position: entry.position, kind: entry.kind)
      }
      self = .rule(rule)
    }
  }

  var stored: Entry.Author {
    switch self {
    case .person(let id): .person(Identifier(id))
    case .rule(let rule): .rule(rule.rawValue)
    }
  }
}

extension PersonID {
  init(_ id: Identifier) { self.init(high: id.high, low: id.low) }
}

extension Identifier {
  init(_ id: PersonID) { self.init(high: id.high, low: id.low) }
  init(_ id: BatchID) { self.init(high: id.high, low: id.low) }
}

extension BatchID {
  init(_ id: Identifier) { self.init(high: id.high, low: id.low) }
}
