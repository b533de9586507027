import Commands
import Disk
import Glibc
import Ledger
import SQLite
import Service

/// The workspaces of this machine: a folder each, with one SQLite database in it and beside it the
/// checkpoints and matches, which may be thrown away.
final class SystemWorkspaces: Workspaces {
  func open(_ place: String) throws(Fault) -> Workbench {
    let path = SystemWorkspaces.database(in: place)
    do throws(Fault) {
      return try Workbench(
        Workbench.Surroundings(
          openStore: { () throws(StoreFault) in
            try SQLiteStore.open(path: path, create: false)
          },
          clock: SystemWorkspaces.now,
          checkpoints: CheckpointFolder(place + "/checkpoints"),
          matches: CheckpointFolder(place + "/checkpoints", of: .matches),
          openScratch: { NamelessFile(in: place + "/checkpoints") }))
    } catch {
      // The person knows the folder, not the file in it.
      if case .store(.absent) = error { throw .store(.absent(place: place)) }
      throw error
    }
  }

  func create(_ place: String) throws(Fault) -> Bool {
    let path = SystemWorkspaces.database(in: place)
    let isNew = access(path, F_OK) != 0
    if isNew { try SystemWorkspaces.makeFolder(place) }
    do throws(StoreFault) {
      try SQLiteStore.open(path: path, create: isNew).close()
    } catch {
      throw .store(error)
    }
    if isNew { Descriptor.synchronise(folderOf: path) }
    return isNew
  }

  func restore(_ backup: String, to place: String) throws(Fault) {
    let path = SystemWorkspaces.database(in: place)
    guard access(path, F_OK) != 0 else { throw .file(.notEmptyWorkspace(place: place)) }
    try SystemWorkspaces.checkIsClosed(backup)
    let read: () throws(FileFault) -> [UInt8]?
    do throws(FileFault) { read = try SystemFiles().open(backup) } catch { throw .file(error) }
    try SystemWorkspaces.makeFolder(place)
    let part = "\(path).part-\(getpid())"
    defer { for end in ["", "-wal", "-shm"] { unlink(part + end) } }
    try SystemFiles().write(to: part) { (sink) throws(Fault) in
      do throws(FileFault) {
        while let piece = try read() { try sink(piece[...]) }
      } catch { throw .file(error) }
    }
    try SystemWorkspaces.check(part, copiedFrom: backup)
    // Linked, not renamed: whoever made a workspace here meanwhile keeps it.
    guard link(part, path) == 0 else {
      let fault = SystemFault()
      if fault.number == EEXIST { throw .file(.notEmptyWorkspace(place: place)) }
      throw .file(FileFault(writing: path, fault))
    }
    Descriptor.synchronise(folderOf: path)
  }

  /// A database in use keeps its latest entries in a file beside it, which a copy would lack.
  private static func checkIsClosed(_ backup: String) throws(Fault) {
    var status = stat()
    if stat(backup + "-wal", &status) == 0, status.st_size > 0 {
      throw .file(.inUse(path: backup))
    }
  }

  /// Checks a copy before it gets the name of a workspace; what is wrong with it is told of the
  /// file that it was copied from.
  private static func check(_ part: String, copiedFrom backup: String) throws(Fault) {
    do throws(StoreFault) {
      let store = try SQLiteStore.open(path: part, create: false)
      defer { store.close() }
      for ledger in try store.ledgers() { _ = try store.verifyChain(of: ledger) }
    } catch {
      if case .foreign = error { throw .file(.notABackup(path: backup)) }
      throw .store(error.told(of: backup))
    }
  }

  private static func database(in place: String) -> String { place + "/winnow.sqlite" }

  /// Makes a folder and those above it, for its owner alone.
  private static func makeFolder(_ place: String) throws(Fault) {
    var path = place.hasPrefix("/") ? "/" : ""
    for part in place.split(separator: "/") {
      path += (path.isEmpty || path == "/" ? "" : "/") + part
      guard mkdir(path, 0o700) != 0 else { continue }
      let fault = SystemFault()
      guard fault.number == EEXIST else { throw .file(FileFault(writing: place, fault)) }
    }
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }
}

extension StoreFault {
  /// The same fault, told of another place.
  fileprivate func told(of place: String) -> StoreFault {
    switch self {
    case .absent: .absent(place: place)
    case .foreign: .foreign(place: place)
    case .newer(_, let version, let known): .newer(place: place, version: version, known: known)
    case .damaged(_, let detail): .damaged(place: place, detail: detail)
    case .full, .readOnly, .busy, .broken, .gap, .unreadable, .unknownKind, .outOfOrder,
      .commitUnknown, .failed:
      self
    }
  }
}
