import Ledger
import Screening

/// One transaction on which all acts ride that were waiting when it began.
///
/// Acts see each other's effects in their order; nobody else sees any of them before the commit.
final class Commit {
  let store: any StoreWriting
  let moment: Int64
  private var reviews: [Identifier: (live: Live<Review>, draft: Folded<Review>)] = [:]
  private var workspace: (live: Live<Workspace>, draft: Folded<Workspace>)?

  init(_ store: any StoreWriting, moment: Int64) {
    self.store = store
    self.moment = moment
  }

  /// The state of a review with everything that others appended meanwhile.
  func folded(_ live: Live<Review>) throws(StoreFault) -> Folded<Review> {
    if let known = reviews[live.ledger] { return known.draft }
    var draft = live.current
    if try store.head(of: live.ledger) != draft.head {
      try draft.catchUp(of: live.ledger, in: store)
    }
    reviews[live.ledger] = (live, draft)
    return draft
  }

  /// The state of the workspace with everything that others appended meanwhile.
  func folded(_ live: Live<Workspace>) throws(StoreFault) -> Folded<Workspace> {
    if let known = workspace { return known.draft }
    var draft = live.current
    if try store.head(of: live.ledger) != draft.head {
      try draft.catchUp(of: live.ledger, in: store)
    }
    workspace = (live, draft)
    return draft
  }

  /// Appends facts to a review and applies them to its draft; gives the last one's position.
  func append(
    _ facts: [(author: Author, fact: Fact)], to live: Live<Review>
  ) throws(StoreFault) -> UInt32 {
    _ = try folded(live)
    guard var (_, draft) = reviews.removeValue(forKey: live.ledger) else { return 0 }
    try draft.checkKnown(live.ledger)
    for (author, fact) in facts {
      let entry = Entry(
        ledger: live.ledger, after: draft.head, moment: moment, author: author.stored,
        protocolVersion: draft.value.protocolVersion, kind: fact.kind.rawValue,
        payload: fact.payload)
      guard fact.isTold(by: entry.payload) else {
        throw .unreadable(ledger: entry.ledger, position: entry.position, kind: entry.kind)
      }
      try store.append(entry)
      draft.value.apply(
        fact, by: author, at: Position(entry.position),
        moment: Moment(microseconds: entry.moment))
      draft.head = entry.head
    }
    reviews[live.ledger] = (live, draft)
    return draft.head.position
  }

  /// Appends facts to the workspace's ledger and applies them to its draft.
  func append(
    _ facts: [WorkspaceFact], to live: Live<Workspace>, by author: Identifier?
  ) throws(StoreFault) -> UInt32 {
    var draft = try folded(live)
    try draft.checkKnown(live.ledger)
    for fact in facts {
      let entry = Entry(
        ledger: live.ledger, after: draft.head, moment: moment,
        author: .person(author ?? .workspace), protocolVersion: 0, kind: fact.kind,
        payload: fact.payload)
      try store.append(entry)
      draft.value.apply(fact)
      draft.head = entry.head
    }
    workspace = (live, draft)
    return draft.head.position
  }

  /// Makes the drafts what everyone reads: called once the transaction is durable.
  func publish() {
    for (live, draft) in reviews.values { live.publish(draft) }
    if let (live, draft) = workspace { live.publish(draft) }
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
