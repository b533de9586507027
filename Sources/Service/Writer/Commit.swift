import Ledger
import Screening

/// One transaction on which all acts ride that were waiting when it began.
///
/// Acts see each other's effects in their order; nobody else sees any of them before the commit.
final class Commit {
  let store: any StoreWriting
  let moment: Int64
  private var reviews: [Identifier: Draft<Review>] = [:]
  private var workspace: Draft<Workspace>?

  /// A ledger's state as this transaction makes it; an object, so that facts change it in place.
  private final class Draft<Value: Foldable> {
    let live: Live<Value>
    var folded: Folded<Value>

    /// Begins at what is published, with everything that others appended meanwhile.
    init(_ live: Live<Value>, in store: any StoreReading) throws(StoreFault) {
      self.live = live
      folded = live.current
      guard try store.head(of: live.ledger) != folded.head else { return }
      try folded.catchUp(of: live.ledger, in: store)
    }
  }

  init(_ store: any StoreWriting, moment: Int64) {
    self.store = store
    self.moment = moment
  }

  /// The state of a review with everything that others appended meanwhile.
  func folded(_ live: Live<Review>) throws(StoreFault) -> Folded<Review> {
    try draft(of: live).folded
  }

  /// The state of the workspace with everything that others appended meanwhile.
  func folded(_ live: Live<Workspace>) throws(StoreFault) -> Folded<Workspace> {
    try draft(of: live).folded
  }

  private func draft(of live: Live<Review>) throws(StoreFault) -> Draft<Review> {
    if let known = reviews[live.ledger] { return known }
    let draft = try Draft(live, in: store)
    reviews[live.ledger] = draft
    return draft
  }

  private func draft(of live: Live<Workspace>) throws(StoreFault) -> Draft<Workspace> {
    if let workspace { return workspace }
    let draft = try Draft(live, in: store)
    workspace = draft
    return draft
  }

  /// Appends facts to a review and applies them to its draft; gives the last one's position.
  func append(
    _ facts: [(author: Author, fact: Fact)], to live: Live<Review>
  ) throws(StoreFault) -> UInt32 {
    let draft = try draft(of: live)
    try draft.folded.checkKnown(live.ledger)
    for (author, fact) in facts {
      let entry = Entry(
        ledger: live.ledger, after: draft.folded.head, moment: moment, author: author.stored,
        protocolVersion: draft.folded.value.protocolVersion, kind: fact.kind.rawValue,
        payload: fact.payload)
      guard fact.isTold(by: entry.payload) else {
        throw .unreadable(ledger: entry.ledger, position: entry.position, kind: entry.kind)
      }
      try store.append(entry)
      draft.folded.value.apply(
        fact, by: author, at: Position(entry.position),
        moment: Moment(microseconds: entry.moment))
      draft.folded.head = entry.head
    }
    return draft.folded.head.position
  }

  /// Appends facts to the workspace's ledger and applies them to its draft.
  func append(
    _ facts: [WorkspaceFact], to live: Live<Workspace>, by author: Identifier?
  ) throws(StoreFault) -> UInt32 {
    let draft = try draft(of: live)
    try draft.folded.checkKnown(live.ledger)
    for fact in facts {
      let entry = Entry(
        ledger: live.ledger, after: draft.folded.head, moment: moment,
        author: .person(author ?? .workspace), protocolVersion: 0, kind: fact.kind,
        payload: fact.payload)
      try store.append(entry)
      draft.folded.value.apply(fact)
      draft.folded.head = entry.head
    }
    return draft.folded.head.position
  }

  /// Makes the drafts what everyone reads: called once the transaction is durable.
  func publish() {
    for draft in reviews.values { draft.live.publish(draft.folded) }
    if let workspace { workspace.live.publish(workspace.folded) }
  }
}

extension Folded {
  /// Nothing is appended to what a newer program has gone on with: it was not understood.
  fileprivate func checkKnown(_ ledger: Identifier) throws(StoreFault) {
    guard let newer else { return }
    throw .unknownKind(ledger: ledger, position: newer.position, kind: newer.kind)
  }
}

extension Fact {
  /// Whether a payload reads back as this very fact: one that does not would shut its review for
  /// ever, so it is never written.
  fileprivate func isTold(by payload: [UInt8]) -> Bool {
    (try? Fact(kind, payload: payload)) == self
  }
}
