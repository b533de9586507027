import CSQLite
import Glibc
import Ledger

extension SQLiteHandle {
  /// What a result of SQLite means to a person.
  func fault(_ code: Int32) -> StoreFault {
    let cause = code == SQLiteHandle.ioErrorWrite ? causeInLog : sqlite3_system_errno(pointer)
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy(place: place)
    case SQLITE_FULL: return .full(place: place)
    case SQLITE_READONLY, SQLITE_PERM: return .readOnly(place: place)
    case SQLITE_CORRUPT: return .damaged(place: place, detail: message)
    case SQLITE_NOTADB: return .foreign(place: place)
    case SQLITE_IOERR where SQLiteHandle.noRoom.contains(cause): return .full(place: place)
    case SQLITE_CANTOPEN: return cannotOpen(cause)
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

  /// Why a file could not be opened: the cause that SQLite notes may be that of the file beside the
  /// database which it tried last.
  private func cannotOpen(_ cause: Int32) -> StoreFault {
    let isThere = access(place, F_OK) == 0
    let targets = isThere ? [place, Path.folder(of: place)] : [Path.folder(of: place)]
    for target in targets where access(target, W_OK) != 0 {
      if errno == EROFS || errno == EACCES { return .readOnly(place: place) }
    }
    return isThere ? .failed(place: place, detail: detail(cause)) : .absent(place: place)
  }

  /// Why the log could not be written; SQLite does not pass that on when a commit fails.
  private var causeInLog: Int32 {
    var log: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(pointer, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log)
    var cause: Int32 = 0
    _ = log?.pointee.pMethods?.pointee.xFileControl?(log, SQLITE_FCNTL_LAST_ERRNO, &cause)
    return cause
  }

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
