public import Ledger
import LedgerSQL

/// The store in one SQLite file: the default, with nothing to install or run beside it.
public enum SQLiteStore {
  /// Opens the store at a path, or makes one there if `create` says so.
  ///
  /// A file that is not ours, or is a newer program's, is refused and left byte for byte as it is.
  /// `patience` is how long a writer waits for another process before it gives up.
  public static func open(
    path: String, create: Bool, patience: Duration = .seconds(10)
  ) throws(StoreFault) -> any Store {
    if let header = try DatabaseHeader(path: path) {
      try header.check(path: path)
    } else if !create {
      throw .absent(place: path)
    }
    let connection = try SQLiteConnection(path: path, create: create, patience: patience)
    return try SQLStore.open(over: connection, create: create)
  }
}
