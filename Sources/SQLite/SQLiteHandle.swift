import CSQLite
import CShim
import Glibc
import Ledger

/// An open SQLite database and the faults it speaks of.
final class SQLiteHandle {
  let place: String
  let patience: Duration
  private(set) var pointer: OpaquePointer?

  /// What a database is opened for.
  enum Mode {
    /// To look at the file and leave no trace: no lock, no log, nothing made beside it.
    case glance
    /// To use what is there.
    case use
    /// To use what is there, or make it.
    case make
  }

  /// Opens a file with the settings that every connection of ours has.
  init(path: String, mode: Mode, patience: Duration) throws(StoreFault) {
    place = path
    self.patience = patience
    let (name, access) =
      switch mode {
      case .glance: (Path.address(of: path) + "?immutable=1", SQLITE_OPEN_READONLY)
      case .use: (Path.address(of: path), SQLITE_OPEN_READWRITE)
      case .make: (Path.address(of: path), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      }
    let flags = access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    _ = SQLiteHandle.isConfigured
    let code = sqlite3_open_v2(name, &pointer, flags, nil)
    guard code == SQLITE_OK else {
      let fault = fault(code)
      close()
      throw fault
    }
    // Until a database is known to be ours, closing it must not tidy its log away.
    cshim_db_config_int(pointer, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    cshim_db_config_int(pointer, SQLITE_DBCONFIG_DEFENSIVE, 1)
    cshim_db_config_int(pointer, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    if mode == .glance { return }
    wait(for: patience)
    for pragma in [SQLiteHandle.durability] + SQLiteHandle.pragmas { try run(pragma) }
  }

  deinit { close() }

  private static let isConfigured = cshim_count_no_memory() == SQLITE_OK

  /// `secure_delete` overwrites erased words; `cell_size_check` finds a damaged page when it is
  /// read; the log is cut back to a bounded length once its content is in the database.
  private static let pragmas = [
    "pragma secure_delete = on",
    "pragma cell_size_check = on",
    "pragma temp_store = memory",
    "pragma cache_size = -8000",
    "pragma journal_size_limit = 16777216",
  ]

  /// Runs statements for their effect.
  func run(_ sql: String) throws(StoreFault) {
    try check(sqlite3_exec(pointer, sql, nil, nil, nil))
  }

  /// The number that a statement gives.
  func number(_ sql: String) throws(StoreFault) -> Int64 {
    let statement = try SQLiteStatement(sql, on: self)
    return try statement.step() ? statement.integer(0) : 0
  }

  /// The word that a statement gives.
  func word(_ sql: String) throws(StoreFault) -> String {
    let statement = try SQLiteStatement(sql, on: self)
    return try statement.step()
      ? statement.withBytes(0) { String(decoding: $0, as: UTF8.self) } : ""
  }

  /// Passes a result that is no error.
  func check(_ code: Int32) throws(StoreFault) {
    guard code == SQLITE_OK else { throw fault(code) }
  }

  func close() {
    // Statements that still run keep the database until they are gone.
    sqlite3_close_v2(pointer)
    pointer = nil
  }

  /// Waits for other processes in naps short enough for group commits to take turns.
  private func wait(for patience: Duration) {
    let naps = Int(patience / .microseconds(SQLiteHandle.nap))
    sqlite3_busy_handler(
      pointer,
      { limit, count in
        guard Int(count) < Int(bitPattern: limit) else { return 0 }
        usleep(SQLiteHandle.nap)
        return 1
      }, UnsafeMutableRawPointer(bitPattern: naps))
  }

  /// In microseconds; a commit takes a hundred to some thousands, a look whether it is over takes
  /// five.
  static let nap: UInt32 = 250
}
