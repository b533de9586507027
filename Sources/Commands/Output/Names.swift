import Screening
import Service

/// What the people of a workspace are called.
struct Names: Sendable {
  private let names: [PersonID: String]

  /// The short names, which commands take.
  init(_ people: [PersonSummary]) {
    names = Dictionary(
      people.map { ($0.id, $0.name ?? $0.called) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a person is called.
  subscript(person: PersonID) -> String { names[person] ?? .erased }

  /// What a person is called where the protocol may hide them.
  subscript(person: PersonID?) -> String { person.map { self[$0] } ?? .hidden }

  /// What the author of an entry is called.
  subscript(author: Author) -> String {
    switch author {
    case .person(let person): self[person]
    case .rule(let rule): rule.name
    }
  }
}

extension String {
  fileprivate static let erased = "someone (name erased)"
  fileprivate static let hidden = "someone"
}
