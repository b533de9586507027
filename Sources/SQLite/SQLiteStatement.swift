import CSQLite
import Ledger
import LedgerSQL
import Secrets

/// A prepared statement.
final class SQLiteStatement: Statement {
  private let handle: SQLiteHandle
  private var pointer: OpaquePointer?

  init(_ sql: String, on handle: SQLiteHandle) throws(StoreFault) {
    self.handle = handle
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    try handle.check(sqlite3_prepare_v3(handle.pointer, sql, -1, flags, &pointer, nil))
  }

  deinit { sqlite3_finalize(pointer) }

  func bind(_ value: Value, at parameter: Int) throws(StoreFault) {
    let parameter = Int32(parameter)
    let code =
      switch value {
      case .integer(let number): sqlite3_bind_int64(pointer, parameter, number)
      // An empty array may have no address, and that would bind null.
      case .bytes([]): sqlite3_bind_zeroblob(pointer, parameter, 0)
      case .bytes(let bytes): bytes.withUnsafeBytes { bind($0, at: parameter) }
      case .id(let id): id.withUnsafeBytes { bind($0, at: parameter) }
      case .digest(let digest): digest.withUnsafeBytes { bind($0, at: parameter) }
      case .word(let word):
        sqlite3_bind_text(pointer, parameter, word, -1, SQLiteStatement.copied)
      case .null: sqlite3_bind_null(pointer, parameter)
      }
    try handle.check(code)
  }

  private func bind(_ bytes: UnsafeRawBufferPointer, at parameter: Int32) -> Int32 {
    sqlite3_bind_blob64(
      pointer, parameter, bytes.baseAddress, UInt64(bytes.count), SQLiteStatement.copied)
  }

  func step() throws(StoreFault) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: true
    case SQLITE_DONE: false
    case let code: throw handle.fault(code)
    }
  }

  func reset() {
    // Its result repeats the fault of the last step, which was thrown then.
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(column)) }

  func withBytes<Answer>(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Answer) -> Answer {
    let start = sqlite3_column_blob(pointer, Int32(column))
    let count = sqlite3_column_bytes(pointer, Int32(column))
    return body(UnsafeRawBufferPointer(start: start, count: Int(count)))
  }

  /// `SQLITE_TRANSIENT`, a macro with a cast: SQLite copies the bytes before `bind` returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
