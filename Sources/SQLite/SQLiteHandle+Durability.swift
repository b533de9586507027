import Glibc
import Ledger

// What makes a commit durable: SQLite writes it to the write-ahead log and synchronises the log
// (`fsync`) before `SQLiteConnection.commit` returns. What was answered survives a loss of power.

extension SQLiteHandle {
  /// Every commit is written through to the disk before it is over.
  static let durability = "pragma synchronous = full"

  /// Switches to the write-ahead log. That needs the file to itself for a moment, for which SQLite
  /// does not wait by itself.
  func keepLog() throws(StoreFault) {
    let clock = ContinuousClock()
    let end = clock.now + patience
    while true {
      do throws(StoreFault) {
        guard try word("pragma journal_mode = wal") == "wal" else {
          throw .failed(place: place, detail: .noLog)
        }
        return
      } catch {
        guard error == .busy(place: place), clock.now < end else { throw error }
        usleep(SQLiteHandle.nap)
      }
    }
  }
}

extension String {
  fileprivate static let noLog = """
    this disk cannot keep a write-ahead log (a network disk?); move the workspace to a local one
    """
}
