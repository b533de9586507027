import Glibc
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
    if access(path, F_OK) == 0 {
      try glance(at: path)
    } else if !create {
      throw .absent(place: path)
    }
    let connection = try SQLiteConnection(path: path, create: create, patience: patience)
    return try SQLStore.open(over: connection, create: create)
  }

  /// Refuses what is certainly not ours, or certainly newer, before SQLite makes files beside it and
  /// cleans up what a crash left. What the log may still hold, the connection sees when it looks
  /// again.
  ///
  /// The glance goes through SQLite too: in a process that has the file open already, closing a
  /// file of our own would drop the locks that SQLite holds on it.
  private static func glance(at path: String) throws(StoreFault) {
    let handle = try SQLiteHandle(path: path, mode: .glance, patience: .zero)
    let application: Int64
    do throws(StoreFault) {
      application = try handle.number("pragma application_id")
    } catch .damaged {
      // Without its log, a file that a crash left half brought up to date looks damaged.
      return
    }
    guard application != 0 else { return }
    guard application == SQLiteConnection.applicationID else { throw .foreign(place: path) }
    let version = Int(try handle.number("pragma user_version"))
    guard version <= Schema.migrations.count else {
      throw .newer(place: path, version: version, known: Schema.migrations.count)
    }
  }
}
