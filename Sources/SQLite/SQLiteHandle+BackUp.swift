import CSQLite
import Glibc
import Ledger

extension SQLiteHandle {
  /// Copies the database as it is at one moment, while others go on reading and writing.
  ///
  /// The copy gets its name only once it is whole and on the disk, so whatever has the name is a
  /// good backup.
  func backUp(to path: String) throws(StoreFault) {
    guard access(path, F_OK) != 0 else { throw .failed(place: path, detail: .taken) }
    let partial = "\(path).partial-\(getpid())"
    unlink(partial)
    do throws(StoreFault) {
      try copy(to: partial)
      try makeDurable(partial)
      guard rename(partial, path) == 0 else { throw .system(path) }
      try makeDurable(Path.folder(of: path))
    } catch {
      unlink(partial)
      throw error.at(path)
    }
  }

  private func copy(to path: String) throws(StoreFault) {
    let target = try SQLiteHandle(path: path, mode: .make, patience: patience)
    // The file is thrown away if anything fails, so it needs no journal of its own.
    try target.run("pragma journal_mode = off")
    try target.run("pragma synchronous = off")
    guard let backup = sqlite3_backup_init(target.pointer, "main", pointer, "main") else {
      throw target.fault(sqlite3_extended_errcode(target.pointer))
    }
    // All in one step: one view of the database from first page to last, and the log lets others
    // write meanwhile.
    sqlite3_backup_step(backup, -1)
    try target.check(sqlite3_backup_finish(backup))
    target.close()
  }

  private func makeDurable(_ path: String) throws(StoreFault) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(path) }
    defer { Glibc.close(file) }
    guard fsync(file) == 0 else { throw .system(path) }
  }
}

extension StoreFault {
  /// What the system call that just failed says.
  fileprivate static func system(_ path: String) -> StoreFault {
    switch errno {
    case ENOSPC, EDQUOT: .full(place: path)
    case EROFS, EACCES: .readOnly(place: path)
    case let cause: .failed(place: path, detail: String(cString: strerror(cause)))
    }
  }

  /// The same fault, told of the file that was asked for and not of its passing name.
  fileprivate func at(_ path: String) -> StoreFault {
    switch self {
    case .full: .full(place: path)
    case .readOnly: .readOnly(place: path)
    case .failed(_, let detail): .failed(place: path, detail: detail)
    case .absent: .failed(place: path, detail: .noFolder)
    case .foreign, .newer, .busy, .damaged, .broken, .gap, .unreadable, .unknownKind, .outOfOrder,
      .commitUnknown:
      self
    }
  }
}

extension String {
  fileprivate static let taken = "a file of that name is there already; choose another name"
  fileprivate static let noFolder = "there is no such folder"
}
