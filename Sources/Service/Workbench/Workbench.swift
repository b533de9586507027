public import Ledger
import Screening
import Secrets
import Synchronization

/// The use cases of a workspace: what pages, JSON and the command line all call.
///
/// Reads copy the published state of a review; acts are handed to the one writer, which checks them
/// on the state as it is then, commits and answers.
public final class Workbench: Sendable {
  /// How the workbench reaches the world outside of it.
  public struct Surroundings: Sendable {
    /// Opens one more connection to the store.
    public var openStore: @Sendable () throws(StoreFault) -> any Store
    /// The moment, in microseconds of UTC since 1970.
    public var clock: @Sendable () -> Int64
    /// A new random id.
    public var newIdentifier: @Sendable () -> Identifier
    /// Random bytes for the salt of words.
    public var salt: @Sendable () -> [UInt8]
    /// Where folded states are kept between two starts.
    public var checkpoints: any CheckpointPlace
    /// Where it is kept which records of a review are alike.
    public var matches: any CheckpointPlace
    /// Opens room for what memory shall not hold while records are compared; none keeps all of it
    /// in memory.
    public var openScratch: @Sendable () -> (any ScratchFile)?

    /// Joins the parts.
    public init(
      openStore: @escaping @Sendable () throws(StoreFault) -> any Store,
      clock: @escaping @Sendable () -> Int64,
      newIdentifier: (@Sendable () -> Identifier)? = nil,
      salt: (@Sendable () -> [UInt8])? = nil,
      checkpoints: any CheckpointPlace = NoCheckpoints(),
      matches: any CheckpointPlace = NoCheckpoints(),
      openScratch: @escaping @Sendable () -> (any ScratchFile)? = { nil }
    ) {
      self.openStore = openStore
      self.clock = clock
      self.newIdentifier =
        newIdentifier ?? { Identifier(high: Random.number(), low: Random.number()) }
      self.salt = salt ?? { Random.bytes(Digest.saltLength) }
      self.checkpoints = checkpoints
      self.matches = matches
      self.openScratch = openScratch
    }
  }

  let surroundings: Surroundings
  private let writer: Writer
  private let readers: Mutex<[OwnedStore]>
  private let lives = Mutex<[Identifier: Live<Review>]>([:])
  private let matchings = Mutex<[Identifier: Matching]>([:])
  let workspace: Live<Workspace>
  /// What the tokens of forms are stamped with, once it was read: it never changes.
  let formKey = Mutex<Stamp?>(nil)
  let guesses = Mutex(Guesses())

  /// Opens a workspace.
  public init(_ surroundings: Surroundings) throws(Fault) {
    self.surroundings = surroundings
    do throws(StoreFault) {
      let store = try surroundings.openStore()
      var folded = Folded<Workspace>()
      try folded.catchUp(of: .workspace, in: store)
      workspace = Live(.workspace, folded)
      readers = Mutex([])
      writer = Writer(OwnedStore(store: store), clock: surroundings.clock)
    } catch {
      throw .store(error)
    }
  }

  /// Finishes the acts that wait and lets go of the store.
  public func close() {
    writer.close()
    readers.withLock { stores in
      for store in stores { store.store.close() }
      stores = []
    }
  }

  // MARK: Reading

  /// Runs `body` on a connection that nobody else uses meanwhile.
  func reading<Answer>(
    _ body: (any Store) throws(StoreFault) -> Answer
  ) throws(Fault) -> Answer {
    try readingArchive { (store, _) throws(StoreFault) in try body(store) }
  }

  /// The same, for a body that reads records too.
  func readingArchive<Answer>(
    _ body: (any Store, RecordArchive) throws(StoreFault) -> Answer
  ) throws(Fault) -> Answer {
    do throws(StoreFault) {
      let free = readers.withLock { $0.popLast() }
      let owned = if let free { free } else { OwnedStore(store: try surroundings.openStore()) }
      defer { readers.withLock { $0.append(owned) } }
      return try body(owned.store, owned.archive)
    } catch {
      throw .store(error)
    }
  }

  /// The review as its ledger stands now, whoever appended to it.
  func current(_ id: Identifier) throws(Fault) -> Folded<Review> {
    let live = try live(id)
    let head = try reading { (store) throws(StoreFault) in try store.head(of: id) }
    let folded = live.current
    if folded.newer != nil || folded.head.position >= head.position { return folded }
    return try write { (commit) throws(StoreFault) in try commit.folded(live) }
  }

  /// The people and reviews as the workspace's ledger stands now.
  func currentWorkspace() throws(Fault) -> Workspace {
    let head = try reading { (store) throws(StoreFault) in try store.head(of: .workspace) }
    let (live, folded) = (workspace, workspace.current)
    if folded.newer != nil || folded.head.position >= head.position { return folded.value }
    return try write { (commit) throws(StoreFault) in try commit.folded(live).value }
  }

  /// The live state of a review; folded on first use, in the caller's thread.
  func live(_ id: Identifier) throws(Fault) -> Live<Review> {
    if let live = lives.withLock({ $0[id] }) { return live }
    let folded = try load(id)
    return lives.withLock { lives in
      if let live = lives[id] { return live }
      let live = Live(id, folded)
      lives[id] = live
      return live
    }
  }

  /// What is known of which records of a review are alike.
  func matching(of id: Identifier) -> Matching {
    matchings.withLock { matchings in
      let matching = matchings[id] ?? Matching()
      matchings[id] = matching
      return matching
    }
  }

  /// Runs something on a thread of its own: for what an answer on the writer's thread still needs
  /// to read.
  public func aside(_ work: @escaping @Sendable () -> Void) { SystemThread(work).detach() }

  // MARK: Writing

  /// Hands work to the writer and waits until it is durable; never called on the writer's thread,
  /// which would wait for itself.
  func write<Answer: Sendable>(
    _ work: @escaping @Sendable (Commit) throws(StoreFault) -> Answer
  ) throws(Fault) -> Answer {
    let result = Mutex<Answer?>(nil)
    let answer = Promise<StoreFault?>()
    writer.submit(
      Job(
        work: { (commit) throws(StoreFault) in
          let made = try work(commit)
          result.withLock { $0 = made }
        }, finish: { answer.give($0) }))
    if let fault = answer.wait() ?? nil { throw .store(fault) }
    guard let made = result.withLock({ $0 }) else {
      throw .store(.failed(place: "the workspace", detail: "The writer gave no answer."))
    }
    return made
  }

  /// Hands work to the writer; `finish` is called on its thread once it is durable or failed.
  func submit(
    _ work: @escaping @Sendable (Commit) throws(StoreFault) -> Void,
    finish: @escaping @Sendable (StoreFault?) -> Void
  ) {
    writer.submit(Job(work: work, finish: finish))
  }
}
