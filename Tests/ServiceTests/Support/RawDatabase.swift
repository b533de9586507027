import CSQLite
import Testing

/// SQLite without the store over it, as somebody else's program would use it.
final class RawDatabase {
  private var pointer: OpaquePointer?

  init(_ path: String) throws { try #require(sqlite3_open(path, &pointer) == SQLITE_OK) }

  deinit { sqlite3_close_v2(pointer) }

  /// Runs statements; gives the message if they fail.
  @discardableResult
  func run(_ sql: String) -> String? {
    let code = sqlite3_exec(pointer, sql, nil, nil, nil)
    return code == SQLITE_OK ? nil : String(cString: sqlite3_errmsg(pointer))
  }
}
