import Ledger
import SQLite
import Synchronization
import TestSupport

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
