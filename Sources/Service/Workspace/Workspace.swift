import Ledger
import Screening

/// The people and reviews of a workspace, folded from its own small ledger.
struct Workspace: Foldable {
  /// A person of the workspace.
  struct Person: Hashable, Sendable {
    var id: PersonID
    /// The short name that commands take, and the name that pages show: words, which can be erased.
    var name: Words
    var display: Words?
  }

  /// A review of the workspace.
  struct Entry: Hashable, Sendable {
    var id: Identifier
    var name: String
  }

  private(set) var people: [Person] = []
  private(set) var reviews: [Entry] = []
  private(set) var erasures: [WorkspaceFact] = []

  mutating func apply(_ fact: WorkspaceFact) {
    switch fact {
    case .personAdded(let id, let name, let display):
      people.append(Person(id: id, name: name, display: display))
    case .reviewCreated(let id, let name): reviews.append(Entry(id: id, name: name))
    case .wordsErased: erasures.append(fact)
    }
  }

  mutating func fold(_ entry: borrowing Ledger.Entry) throws(StoreFault) -> Bool {
    do throws(CodingFault) {
      guard let fact = try WorkspaceFact(entry.kind, payload: entry.payload) else { return false }
      apply(fact)
      return true
    } catch {
      throw .unreadable(ledger: entry.ledger, position: entry.position, kind: entry.kind)
    }
  }
}

/// Something that happened to the workspace itself.
enum WorkspaceFact: Hashable, Sendable {
  case personAdded(PersonID, name: Words, display: Words?)
  case reviewCreated(Identifier, name: String)
  /// Words of a person were erased on request: whose, in which ledger, and how many.
  case wordsErased(of: PersonID, ledger: Identifier, count: UInt32)

  /// Its number in the ledger, for ever.
  var kind: UInt16 {
    switch self {
    case .personAdded: 100
    case .reviewCreated: 101
    case .wordsErased: 102
    }
  }

  var payload: [UInt8] {
    var out = ByteWriter()
    switch self {
    case .personAdded(let id, let name, let display):
      out.person(id)
      out.words(name)
      out.words(display)
    case .reviewCreated(let id, let name):
      out.fixed(id.high)
      out.fixed(id.low)
      out.text(name)
    case .wordsErased(let person, let ledger, let count):
      out.person(person)
      out.fixed(ledger.high)
      out.fixed(ledger.low)
      out.number(count)
    }
    return out.bytes
  }

  /// Reads a payload; nil for a kind that only a newer program knows.
  init?(_ kind: UInt16, payload: [UInt8]) throws(CodingFault) {
    var input = ByteReader(payload)
    switch kind {
    case 100:
      self = .personAdded(
        try input.person(), name: try input.words(), display: try input.wordsIfAny())
    case 101:
      self = .reviewCreated(
        Identifier(high: try input.fixed(), low: try input.fixed()), name: try input.text())
    case 102:
      self = .wordsErased(
        of: try input.person(), ledger: Identifier(high: try input.fixed(), low: try input.fixed()),
        count: try input.number(as: UInt32.self))
    default: return nil
    }
    try input.end()
  }
}
