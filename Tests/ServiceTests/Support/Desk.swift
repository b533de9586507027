import Glibc
import Ledger
import SQLite
import Screening
import Synchronization

@testable import Service

/// A workspace of a test's own: a store, a clock that the test sets, and what opens them.
final class Desk: Sendable {
  /// Where the store is.
  enum Kind: CaseIterable, Sendable { case memory, file }

  /// Microseconds; each look at it moves it on by one second.
  let clock = Mutex<Int64>(1_000_000_000)
  let checkpoints = Shelf()
  private let folder = Folder()
  private let connect: @Sendable () throws(StoreFault) -> any Store

  init(_ kind: Kind = .memory) throws {
    switch kind {
    case .memory:
      let memory = MemoryStore()
      connect = { memory.connect() }
    case .file:
      let path = folder.file("winnow.db")
      try SQLiteStore.open(path: path, create: true).close()
      connect = { () throws(StoreFault) in try SQLiteStore.open(path: path, create: false) }
    }
  }

  /// The database, where the store is a file.
  var path: String { folder.file("winnow.db") }

  /// One more connection, past the workbench.
  func store() throws(StoreFault) -> any Store { try connect() }

  /// One more workbench on the same store, as another process would have it.
  func workbench(checkpoints: (any CheckpointPlace)? = nil) throws(Fault) -> Workbench {
    try Workbench(
      Workbench.Surroundings(
        openStore: connect,
        clock: {
          self.clock.withLock {
            $0 += 1_000_000
            return $0
          }
        }, checkpoints: checkpoints ?? NoCheckpoints()))
  }
}

/// A review at work: its team, and a workbench to act on it.
struct Team {
  let desk: Desk
  let workbench: Workbench
  let review: ReviewSummary
  let lea: PersonID
  let ada: PersonID
  let ben: PersonID
  let zoe: PersonID

  /// Leads, without screening.
  var lead: Acting { Acting(on: review.id, as: lea) }

  init(
    _ kind: Desk.Kind = .memory, protocolFile: String = .sampleProtocol, records: Int = 4,
    checkpoints: (any CheckpointPlace)? = nil
  ) throws {
    let desk = try Desk(kind)
    self.desk = desk
    workbench = try desk.workbench(checkpoints: checkpoints)
    lea = try workbench.addPerson(named: "lea", display: "Lea Lead").person.id
    ada = try workbench.addPerson(named: "ada").person.id
    ben = try workbench.addPerson(named: "ben").person.id
    zoe = try workbench.addPerson(named: "zoe").person.id
    review = try workbench.createReview(
      named: "sleep", protocolFile: Array(protocolFile.utf8), lead: lea
    ).review
    for (person, roles) in [(ada, Roles.reviewer), (ben, .reviewer), (zoe, .arbiter)] {
      _ = try workbench.give(roles, to: person, lead)
    }
    if records > 0 { try file(records) }
  }

  /// A colleague's team on the same store, as another process would have it.
  func elsewhere() throws -> Workbench { try desk.workbench() }

  func state() throws -> Review { try workbench.state(of: review.id).review }

  @discardableResult
  func file(_ records: Int, from source: SourceID = SourceID("medline")) throws -> ImportReport {
    try workbench.importFile(
      ImportSource(name: "records.jsonl", bytes: .records(records)), from: source, lead)
  }

  @discardableResult
  func decide(
    _ report: UInt32, _ verdict: Verdict = .include, by person: PersonID, note: String? = nil,
    request: String? = nil, at bench: Workbench? = nil
  ) throws(Fault) -> Done {
    try (bench ?? workbench).decide(
      DecisionForm(
        report: RecordNumber(report), stage: .titleAbstract, verdict: verdict, note: note),
      Acting(on: review.id, as: person, request: request.map { Identifier(request: $0) }))
  }

  /// How many entries the review's ledger has, as the store says.
  func length() throws -> Int { Int(try desk.store().head(of: review.id).position) }

  /// How many texts are kept for the review.
  func texts(in ledger: Identifier? = nil) throws -> [KeptWords] {
    var texts: [KeptWords] = []
    try desk.store().allWords(of: ledger ?? review.id) { (_, words) in
      texts.append(words)
      return true
    }
    return texts
  }
}

extension String {
  /// Two sources, one reason, and a limit that removes what was published before 2000.
  static let sampleProtocol = """
    title: What helps people sleep in hospital
    framework: own
    domains:
      - id: topic
        exclude:
          - id: not-sleep
            text: The report is not about sleep on a hospital ward
    limits:
      - id: recent
        text: Published in 2000 or later
        published: {from: 2000}
        action: remove
    sources:
      - {id: medline, name: MEDLINE, route: database}
      - {id: cinahl, name: CINAHL, route: database}
    """
}

extension [UInt8] {
  /// A file of records, each with a title, a year from 2001 on, and an abstract of so many words.
  static func records(_ count: Int, from first: Int = 1, words: Int = 0) -> [UInt8] {
    let abstract =
      words == 0 ? "" : ",\"abstract\":\"\(String(repeating: "asleep ", count: words))\""
    return Array(
      (first..<first + count).map {
        "{\"title\":\"Report \($0) of the night\",\"year\":\"\(2001 + $0 % 20)\"\(abstract)}\n"
      }.joined().utf8)
  }

  static func lines(_ lines: String...) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}

/// Checkpoints in memory, which a test can damage.
final class Shelf: CheckpointPlace {
  struct Kept: Sendable {
    var head: Head
    var pieces: [[UInt8]]
  }

  let kept = Mutex<[Kept]>([])
  let readings = Mutex<Int>(0)

  func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)? {
    readings.withLock { $0 += 1 }
    let best = kept.withLock { kept in
      kept.filter { $0.head.position <= position }.max { $0.head.position < $1.head.position }
    }
    return best.map { Reading($0) }
  }

  func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)? {
    Writing(self, head)
  }

  private final class Reading: CheckpointReading {
    let head: Head
    private var pieces: ArraySlice<[UInt8]>

    init(_ kept: Kept) {
      head = kept.head
      pieces = kept.pieces[...]
    }

    func next() -> [UInt8]? { pieces.popFirst() }
  }

  private final class Writing: CheckpointWriting {
    private let shelf: Shelf
    private var kept: Kept

    init(_ shelf: Shelf, _ head: Head) {
      self.shelf = shelf
      kept = Kept(head: head, pieces: [])
    }

    func add(_ piece: [UInt8]) { kept.pieces.append(piece) }
    func finish() { shelf.kept.withLock { $0.append(kept) } }
  }
}

/// Runs a body in so many threads at once, and waits for all of them.
func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let threads = (0..<count).map { number in SystemThread { body(number) } }
  for thread in threads { thread.join() }
}

/// The fault that something ends in; nil if it was carried out.
func fault(_ act: () throws(Fault) -> Void) -> Fault? {
  do throws(Fault) {
    try act()
    return nil
  } catch {
    return error
  }
}

/// The refusal that an act ends in; nil if it was carried out.
func refusal(_ act: () throws(Fault) -> Void) throws(Fault) -> Refusal? {
  switch fault(act) {
  case .refused(let refusal): return refusal
  case let other?: throw other
  case nil: return nil
  }
}

/// The store's fault that something ends in; nil if it was carried out.
func storeFault(_ act: () throws(Fault) -> Void) throws(Fault) -> StoreFault? {
  switch fault(act) {
  case .store(let fault): return fault
  case let other?: throw other
  case nil: return nil
  }
}
