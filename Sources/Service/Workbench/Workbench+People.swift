public import Ledger
public import Screening

/// A person of the workspace, with the names that their words give.
public struct PersonSummary: Hashable, Sendable {
  /// The id.
  public let id: PersonID
  /// The short name that commands take; nil once it was erased.
  public let name: String?
  /// The name that pages show.
  public let display: String?

  /// What to call them.
  public var called: String { display ?? name ?? "someone (name erased)" }
}

extension Workbench {
  /// Adds a person; nobody else may go by the name.
  public func addPerson(
    named name: String, display: String? = nil, request: Identifier? = nil
  ) throws(Fault) -> (person: PersonSummary, isRepeat: Bool) {
    guard Workbench.isName(name) else { throw .badName(.person, name) }
    let request = request ?? newRequest()
    let id = PersonID(surroundings.newIdentifier())
    var speech = speech
    let (nameWords, displayWords) = (speech.words(name), speech.words(display))
    let (kept, live) = (speech.kept, workspace)
    let answer = try write { (commit) throws(StoreFault) -> Result<Identifier?, Fault> in
      if let receipt = try commit.store.receipt(of: request) {
        return .success(Identifier(bytes: receipt.answer))
      }
      for person in try commit.folded(live).value.people
      where try commit.store.text(of: person.name, in: .workspace) == name {
        return .failure(.takenName(.person, name))
      }
      let last = try commit.append(
        [.personAdded(id, name: nameWords, display: displayWords)], to: live,
        by: Identifier(id))
      for (digest, words) in kept {
        try commit.store.keep(words, digest: digest, in: .workspace)
      }
      try commit.store.keep(
        Receipt(
          request: request, ledger: .workspace, position: last, answer: Identifier(id).bytes))
      return .success(Identifier(id))
    }
    let added = try answer.get().map { PersonID($0) }
    guard let person = try people().first(where: { $0.id == added }) else {
      return (try person(named: name), true)  // the request was spent on something else
    }
    return (person, added != id)
  }

  /// Everyone in the workspace, in the order in which they were added.
  public func people() throws(Fault) -> [PersonSummary] {
    let people = try currentWorkspace().people
    return try reading { (store) throws(StoreFault) in
      var summaries: [PersonSummary] = []
      for person in people { summaries.append(try PersonSummary(person, in: store)) }
      return summaries
    }
  }

  /// A person by their id; nil if there is none.
  public func person(_ id: PersonID) throws(Fault) -> PersonSummary? {
    guard let person = try currentWorkspace().people.first(where: { $0.id == id }) else {
      return nil
    }
    return try reading { (store) throws(StoreFault) in try PersonSummary(person, in: store) }
  }

  /// The person who goes by a name.
  public func person(named name: String) throws(Fault) -> PersonSummary {
    let people = try people()
    if let person = people.first(where: { $0.name == name }) { return person }
    let known = people.compactMap(\.name)
    throw .unknownName(
      .person, name, nearest: DidYouMean.nearest(to: name, among: known), known: known)
  }

  /// Names are short ASCII words, so that they can be typed anywhere and stand in addresses.
  static func isName(_ name: String) -> Bool {
    let allowed = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte) || (0x41...0x5a).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
    return (1...60).contains(name.utf8.count) && name.utf8.allSatisfy(allowed)
      && name.utf8.first != UInt8(ascii: "-") && name.utf8.first != UInt8(ascii: ".")
  }
}

extension StoreReading {
  /// The text of words; nil once they were erased.
  func text(of words: Words, in ledger: Identifier) throws(StoreFault) -> String? {
    switch try self.words(of: .init(words.fingerprint), in: ledger) {
    case .kept(_, let text): String(decoding: text, as: UTF8.self)
    case .erased, nil: nil
    }
  }
}

extension PersonSummary {
  fileprivate init(_ person: Workspace.Person, in store: any Store) throws(StoreFault) {
    self.init(
      id: person.id, name: try store.text(of: person.name, in: .workspace),
      display: try person.display.flatMap { (words) throws(StoreFault) in
        try store.text(of: words, in: .workspace)
      })
  }
}
