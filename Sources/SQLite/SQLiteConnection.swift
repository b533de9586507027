import CSQLite
import CShim
import Ledger
import LedgerSQL

/// A connection to one SQLite file.
///
/// Every commit is written through to the disk (`synchronous=full`) in a write-ahead log, so one
/// writes while others read.
final class SQLiteConnection: Connection {
  /// Says whose database a file is: the letters `Winw`.
  static let applicationID: Int64 = 0x5769_6E77

  let place: String
  let dialect = Dialect(migrations: Schema.migrations, ledgerLock: nil)
  private let handle: SQLiteHandle
  private let checkpointer: Checkpointer

  /// Opens the file, and makes it if it may.
  init(path: String, create: Bool, patience: Duration) throws(StoreFault) {
    place = path
    handle = try SQLiteHandle(path: path, mode: create ? .make : .use, patience: patience)
    checkpointer = Checkpointer(path: path)
  }

  func schemaVersion() throws(StoreFault) -> Int {
    let application = try handle.number("pragma application_id")
    if application == SQLiteConnection.applicationID {
      return Int(try handle.number("pragma user_version"))
    }
    guard application == 0, try handle.number("select count(*) from sqlite_schema") == 0 else {
      throw .foreign(place: place)
    }
    return 0
  }

  func note(schemaVersion: Int) throws(StoreFault) {
    try handle.run("pragma application_id = \(SQLiteConnection.applicationID)")
    try handle.run("pragma user_version = \(schemaVersion)")
  }

  func settle() throws(StoreFault) {
    guard sqlite3_db_readonly(handle.pointer, "main") == 0 else { throw .readOnly(place: place) }
    try handle.keepLog()
    cshim_db_config_int(handle.pointer, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    checkpointer.watch(handle)
  }

  func prepare(_ sql: String) throws(StoreFault) -> any Statement {
    try SQLiteStatement(sql, on: handle)
  }

  func begin(_ access: Access) throws(StoreFault) {
    switch access {
    case .reading: try handle.run("begin")
    case .writing: try handle.run("begin immediate")
    }
  }

  func commit() throws(StoreFault) {
    let code = sqlite3_exec(handle.pointer, "commit", nil, nil, nil)
    guard code != SQLITE_OK else { return }
    let fault = handle.fault(code)
    rollBack()
    throw SQLiteHandle.leavesCommitOpen(code) ? .commitUnknown(place: place) : fault
  }

  func rollBack() {
    // Some faults have rolled back already; and what is left of the transaction if this one fails
    // too is rolled back by whoever opens the log next.
    guard sqlite3_get_autocommit(handle.pointer) == 0 else { return }
    sqlite3_exec(handle.pointer, "rollback", nil, nil, nil)
  }

  func scrub() {
    // `secure_delete` overwrites in the database itself; the log still holds the page as it was.
    sqlite3_wal_checkpoint_v2(handle.pointer, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
  }

  func backUp(to path: String) throws(StoreFault) { try handle.backUp(to: path) }

  func close() {
    checkpointer.end()
    handle.close()
  }
}
