import Ledger
import LedgerSQL
import Synchronization

@testable import SQLite

/// A disk that can fail to say whether what was written is safe.
final class FailingDisk: Sendable {
  /// What becomes of the next commit.
  enum Fate: Sendable {
    /// It is made, and said to be.
    case known
    /// It is made, and the disk does not say so.
    case kept
    /// It is not made, and the disk does not say so.
    case lost
  }

  private let fate = Mutex(Fate.known)

  /// Decides what becomes of the next commit; those after it go well again.
  func next(_ fate: Fate) { self.fate.withLock { $0 = fate } }

  fileprivate func take() -> Fate {
    fate.withLock { fate in
      defer { fate = .known }
      return fate
    }
  }
}

/// A connection to a SQLite file on a disk that can fail.
final class FailingConnection: Connection {
  private let inner: SQLiteConnection
  private let disk: FailingDisk

  init(path: String, on disk: FailingDisk) throws(StoreFault) {
    inner = try SQLiteConnection(path: path, create: false, patience: .seconds(10))
    self.disk = disk
  }

  var place: String { inner.place }
  var dialect: Dialect { inner.dialect }

  func commit() throws(StoreFault) {
    let fate = disk.take()
    switch fate {
    case .known, .kept: try inner.commit()
    case .lost: inner.rollBack()
    }
    if fate != .known { throw .commitUnknown(place: place) }
  }

  func schemaVersion() throws(StoreFault) -> Int { try inner.schemaVersion() }
  func note(schemaVersion: Int) throws(StoreFault) { try inner.note(schemaVersion: schemaVersion) }
  func settle() throws(StoreFault) { try inner.settle() }
  func prepare(_ sql: String) throws(StoreFault) -> any Statement { try inner.prepare(sql) }
  func begin(_ access: Access) throws(StoreFault) { try inner.begin(access) }
  func rollBack() { inner.rollBack() }
  func scrub() { inner.scrub() }
  func backUp(to path: String) throws(StoreFault) { try inner.backUp(to: path) }
  func close() { inner.close() }
}
