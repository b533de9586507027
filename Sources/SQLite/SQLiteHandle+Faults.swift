import CSQLite
import Glibc
import Ledger

extension SQLiteHandle {
  /// What a result of SQLite means to a person.
  func fault(_ code: Int32) -> StoreFault {
    let cause = sqlite3_system_errno(pointer)
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy(place: place)
    case SQLITE_FULL: return .full(place: place)
    case SQLITE_READONLY, SQLITE_PERM: return .readOnly(place: place)
    case SQLITE_CORRUPT: return .damaged(place: place, detail: message)
    case SQLITE_NOTADB: return .foreign(place: place)
    case SQLITE_IOERR where SQLiteHandle.noRoom.contains(cause): return .full(place: place)
    case SQLITE_CANTOPEN where SQLiteHandle.noWriting.contains(cause):
      return .readOnly(place: place)
    case SQLITE_CANTOPEN where cause == ENOENT: return .absent(place: place)
    default: return .failed(place: place, detail: detail(cause))
    }
  }

  /// Whether a commit that ended so may yet turn out to have happened.
  ///
  /// The last page of a commit in the log is what makes it one. If that page could not be written
  /// there is no commit; if it was, and the disk then failed to say that it is safe, a crash may
  /// find it there or not.
  static func leavesCommitOpen(_ code: Int32) -> Bool {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_FULL, SQLITE_READONLY, SQLITE_CONSTRAINT: false
    case SQLITE_IOERR: code != ioErrorWrite
    // A commit outside of a transaction: nothing was there to be kept.
    case SQLITE_ERROR, SQLITE_MISUSE: false
    default: true
    }
  }

  /// `SQLITE_IOERR_WRITE`: a macro with a shift, which Swift does not see.
  private static let ioErrorWrite = SQLITE_IOERR | 3 << 8

  /// What the system says when there is no room: none on the disk, none for this user, or the file
  /// may not grow.
  private static let noRoom: Set<Int32> = [ENOSPC, EDQUOT, EFBIG]

  private static let noWriting: Set<Int32> = [EROFS, EACCES, EPERM]

  private var message: String {
    guard let pointer, let message = sqlite3_errmsg(pointer) else {
      return "the connection was closed"
    }
    return String(cString: message)
  }

  private func detail(_ cause: Int32) -> String {
    cause == 0 ? message : "\(message): \(String(cString: strerror(cause)))"
  }
}
