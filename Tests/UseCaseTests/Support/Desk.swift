import Ledger
import Screening
import Service
import Synchronization

/// A workspace in memory with a lead, two reviewers and a review under the smallest rules.
struct Desk {
  let store: MemoryStore
  let bench: Workbench
  let review: ReviewSummary
  let lead: PersonID
  let one: PersonID
  let two: PersonID

  /// Founds the review and imports some reports.
  init(
    reports: Int = 3, store: MemoryStore = MemoryStore(),
    checkpoints: any CheckpointPlace = NoCheckpoints(),
    matches: any CheckpointPlace = NoCheckpoints()
  ) throws {
    self.store = store
    bench = try Desk.open(store, checkpoints, matches: matches)
    lead = try bench.addPerson(named: "lead").person.id
    one = try bench.addPerson(named: "one", display: "The first").person.id
    two = try bench.addPerson(named: "two").person.id
    review = try bench.createReview(
      named: "sleep", protocolFile: Desk.file(title: "Sleep on a ward"), lead: lead
    ).review
    for person in [one, two] {
      _ = try bench.give(.reviewer, to: person, Acting(on: review.id, as: lead))
    }
    _ = try importReports((1...reports).map { "Report \($0)" })
  }

  /// Another service over the same store.
  static func open(
    _ store: MemoryStore, _ checkpoints: any CheckpointPlace = NoCheckpoints(),
    matches: any CheckpointPlace = NoCheckpoints(),
    openScratch: @escaping @Sendable () -> (any ScratchFile)? = { nil }
  ) throws -> Workbench {
    let moments = Moments()
    return try Workbench(
      Workbench.Surroundings(
        openStore: { () throws(StoreFault) in store.connect() }, clock: { moments.next() },
        checkpoints: checkpoints, matches: matches, openScratch: openScratch))
  }

  static func file(title: String) -> [UInt8] {
    Array(
      """
      title: \(title)
      framework: own
      domains:
        - {id: topic, exclude: [{id: not-sleep, text: The report is not about sleep}]}
      sources:
        - {id: medline, name: MEDLINE, route: database}

      """.utf8)
  }

  /// Who acts on the review.
  func acting(_ person: PersonID, request: String? = nil) -> Acting {
    Acting(on: review.id, as: person, request: request.map { Identifier(request: $0) })
  }

  func importReports(_ titles: [String]) throws -> ImportReport {
    let lines = titles.map { "{\"title\": \"\($0)\", \"year\": \"2020\"}\n" }.joined()
    return try bench.importFile(
      ImportSource(name: "exports/found.jsonl", bytes: Array(lines.utf8)),
      from: SourceID("medline"), acting(lead))
  }

  @discardableResult
  func decide(
    _ report: UInt32, _ verdict: Verdict, as person: PersonID, note: String? = nil,
    request: String? = nil
  ) throws -> Done {
    try bench.decide(
      DecisionForm(
        report: RecordNumber(report), stage: .titleAbstract, verdict: verdict, note: note),
      acting(person, request: request))
  }

  /// The last entry of the review.
  func head() throws -> Head { try bench.state(of: review.id).head }

  private final class Moments: Sendable {
    private let last = Mutex<Int64>(1_700_000_000_000_000)
    func next() -> Int64 {
      last.withLock { last in
        last += 1_000_000
        return last
      }
    }
  }
}

/// Checkpoints in memory, which count how often they are read.
final class Shelf: CheckpointPlace, Sendable {
  fileprivate struct Kept {
    var head: Head
    var pieces: [[UInt8]]
  }

  private let kept = Mutex<[Identifier: [Kept]]>([:])
  private let reads = Mutex(0)

  var timesRead: Int { reads.withLock { $0 } }

  var count: Int { kept.withLock { $0.values.reduce(0) { $0 + $1.count } } }

  /// Forgets what is kept.
  func clear() { kept.withLock { $0 = [:] } }

  /// Keeps a checkpoint as it is given.
  func put(_ pieces: [[UInt8]], of ledger: Identifier, at head: Head) {
    kept.withLock { $0[ledger, default: []].append(Kept(head: head, pieces: pieces)) }
  }

  /// Puts a wrong byte into every piece.
  func spoil() {
    kept.withLock { kept in
      kept = kept.mapValues { checkpoints in
        checkpoints.map { checkpoint in
          Kept(
            head: checkpoint.head, pieces: checkpoint.pieces.map { $0.map { byte in byte ^ 0x55 } })
        }
      }
    }
  }

  func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)? {
    let found = kept.withLock { $0[ledger]?.last { $0.head.position <= position } }
    guard let found else { return nil }
    reads.withLock { $0 += 1 }
    return Reading(found)
  }

  func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)? {
    Writing(self, ledger, head)
  }

  private final class Reading: CheckpointReading {
    let head: Head
    private var rest: ArraySlice<[UInt8]>
    init(_ kept: Kept) { (head, rest) = (kept.head, kept.pieces[...]) }
    func next() -> [UInt8]? { rest.popFirst() }
  }

  private final class Writing: CheckpointWriting {
    private let shelf: Shelf
    private let ledger: Identifier
    private var kept: Kept
    init(_ shelf: Shelf, _ ledger: Identifier, _ head: Head) {
      (self.shelf, self.ledger, kept) = (shelf, ledger, Kept(head: head, pieces: []))
    }
    func add(_ piece: [UInt8]) { kept.pieces.append(piece) }
    func finish() { shelf.kept.withLock { $0[ledger, default: []].append(kept) } }
  }
}
