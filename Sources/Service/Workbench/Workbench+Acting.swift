public import Ledger
public import Screening
import Secrets

/// Who acts on which review, and the request's own id.
public struct Acting: Sendable {
  /// The review.
  public var review: Identifier
  /// The person.
  public var person: PersonID
  /// Sent again with the same id, an act gives its first answer; nil makes one up.
  public var request: Identifier?
  /// What the request asks, where its id may come back with something else: a browser's form that is
  /// gone back to and sent with another answer. That is refused.
  var asking: Digest?

  /// Joins the parts.
  public init(on review: Identifier, as person: PersonID, request: Identifier? = nil) {
    self.review = review
    self.person = person
    self.request = request
  }
}

/// What became of an act.
public struct Done: Hashable, Sendable {
  /// The last entry that it wrote; the one it wrote the first time if the request was a repeat.
  public let position: Position
  /// Whether the request had been answered before, so that nothing was written now.
  public let isRepeat: Bool
  /// Whether the rules found nothing to record; the position is then that of the last entry.
  let isIdle: Bool

  init(position: UInt32, isRepeat: Bool = false, isIdle: Bool = false) {
    self.position = Position(position)
    self.isRepeat = isRepeat
    self.isIdle = isIdle
  }
}

extension Workbench {
  /// A new id for a request: its moment, then random bits.
  ///
  /// So receipts stand in the store about as they are written: those of one commit share a page or
  /// two, where random ids would change one page each. A moment tells whoever sees the id nothing
  /// of others' work, as a counter would.
  func newRequest() -> Identifier {
    let random = surroundings.newIdentifier()
    let moment = UInt64(bitPattern: surroundings.clock())
    return Identifier(high: moment << 12 | random.high >> 52, low: random.low)
  }
}

extension Identifier {
  /// The id of a request that goes by a text: what `--request` says, or a client's key.
  public init(request text: String) {
    var digester = Digester()
    digester.feed(Array("winnow request 1\n".utf8))
    digester.feed(Array(text.utf8))
    let quarters = digester.digest().quarters
    self.init(high: quarters.0, low: quarters.1)
  }
}

extension Workbench {
  /// Carries out an act: checked on the review as the writer finds it, durable when this returns.
  func act(
    _ acting: Acting, saying speech: Speech? = nil,
    _ decide: @escaping @Sendable (Review) throws(Refusal) -> Fact
  ) throws(Fault) -> Done {
    try act(
      acting, saying: speech,
      steps: [ActStep(.person(acting.person)) { (review) throws(Refusal) in try decide(review) }])
  }

  /// Carries out several acts as one: all of them or none.
  func act(
    _ acting: Acting, saying speech: Speech? = nil,
    steps: [ActStep],
    before: (@Sendable (Commit) throws(StoreFault) -> Void)? = nil
  ) throws(Fault) -> Done {
    let live = try live(acting.review)
    let request = AskedRequest(acting.request ?? newRequest(), acting.asking)
    let answer = try write { (commit) throws(StoreFault) -> Result<Done, Fault> in
      try Workbench.carryOut(
        steps, on: live, request: request, saying: speech?.kept ?? [],
        before: before, in: commit)
    }
    return try answer.get()
  }

  /// Hands an act to the writer and returns at once; `finish` is called on the writer's thread when
  /// it is durable or failed: what a server does with a request that it parks.
  func act(
    _ acting: Acting, saying speech: Speech? = nil,
    _ decide: @escaping @Sendable (Review) throws(Refusal) -> Fact,
    finish: @escaping @Sendable (Result<Done, Fault>) -> Void
  ) throws(Fault) {
    let live = try live(acting.review)
    let request = AskedRequest(acting.request ?? newRequest(), acting.asking)
    let made = Answer<Result<Done, Fault>>()
    let step = ActStep(.person(acting.person)) { (review) throws(Refusal) in try decide(review) }
    submit({ (commit) throws(StoreFault) in
      made.value = try Workbench.carryOut(
        [step], on: live, request: request, saying: speech?.kept ?? [], in: commit)
    }) { fault in
      if let fault { return finish(.failure(.store(fault))) }
      if let value = made.value { finish(value) }
    }
  }

  private static func carryOut(
    _ steps: [ActStep], on live: Live<Review>, request: AskedRequest,
    saying kept: [(digest: Digest, words: KeptWords)],
    before: (@Sendable (Commit) throws(StoreFault) -> Void)? = nil, in commit: Commit
  ) throws(StoreFault) -> Result<Done, Fault> {
    if let receipt = try commit.store.receipt(of: request.id) {
      guard request.isAnswered(by: receipt) else { return .failure(.spentRequest) }
      return .success(Done(position: receipt.position, isRepeat: true))
    }
    let facts: [(author: Author, fact: Fact)]
    switch try judge(steps, on: live, in: commit) {
    case .success(let made): facts = made
    case .failure(let fault): return .failure(fault)
    }
    guard !facts.isEmpty else {
      return .success(Done(position: try commit.folded(live).head.position, isIdle: true))
    }
    try before?(commit)
    let last = try commit.append(facts, to: live)
    for (digest, words) in kept {
      try commit.store.keep(words, digest: digest, in: live.ledger)
    }
    try commit.store.keep(
      Receipt(
        request: request.id, ledger: live.ledger, position: last, answer: request.asked))
    return .success(Done(position: last))
  }
}

extension Workbench {
  /// What the steps would record. In a function of its own so that no copy of the review is left
  /// when the facts are applied: then they change it in place.
  private static func judge(
    _ steps: [ActStep], on live: Live<Review>, in commit: Commit
  ) throws(StoreFault) -> Result<[(author: Author, fact: Fact)], Fault> {
    let folded = try commit.folded(live)
    if let newer = folded.newer {
      return .failure(.readOnlyReview(from: Position(newer.position)))
    }
    do throws(Refusal) {
      return .success(try ActStep.facts(of: steps, on: folded.value))
    } catch {
      return .failure(.refused(error))
    }
  }
}

/// The id of a request, and what it asks.
private struct AskedRequest: Sendable {
  let id: Identifier
  let asked: [UInt8]

  init(_ id: Identifier, _ asking: Digest?) {
    self.id = id
    asked = asking?.bytes ?? []
  }

  /// Whether a receipt answers this very request, and not one that borrowed its id.
  func isAnswered(by receipt: Receipt) -> Bool {
    asked.isEmpty || receipt.answer == asked
  }
}

/// One fact of an act, and who makes it; nil where the rules find nothing to record.
struct ActStep: Sendable {
  let author: Author
  let decide: @Sendable (Review) throws(Refusal) -> Fact?

  init(_ author: Author, _ decide: @escaping @Sendable (Review) throws(Refusal) -> Fact?) {
    self.author = author
    self.decide = decide
  }

  /// Every step's fact, each judged on what the ones before it made of the review.
  static func facts(
    of steps: [ActStep], on review: Review
  ) throws(Refusal) -> [(author: Author, fact: Fact)] {
    var facts: [(author: Author, fact: Fact)] = []
    guard steps.count > 1 else {
      for step in steps {
        if let fact = try step.decide(review) { facts.append((step.author, fact)) }
      }
      return facts
    }
    var scratch = review
    for step in steps {
      guard let fact = try step.decide(scratch) else { continue }
      facts.append((step.author, fact))
      scratch.apply(
        fact, by: step.author, at: Position(scratch.position.value + 1), moment: scratch.moment)
    }
    return facts
  }
}

/// Carries an answer from `work` to `finish`, which the writer calls one after the other.
private final class Answer<Value>: @unchecked Sendable {
  var value: Value?
}
