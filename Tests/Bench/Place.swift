import Disk
import Glibc
import Ledger
import SQLite
import Service

/// Where a bench keeps its workspace.
enum Place {
  static func workbench(
    in folder: String, keepsCheckpoints: Bool, create: Bool = false
  ) throws -> Workbench {
    let path = folder + "/winnow.sqlite"
    return try Workbench(
      Workbench.Surroundings(
        openStore: { () throws(StoreFault) in
          try SQLiteStore.open(path: path, create: create)
        },
        clock: {
          var time = timespec()
          clock_gettime(CLOCK_REALTIME, &time)
          return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
        },
        checkpoints: keepsCheckpoints ? CheckpointFolder(folder + "/checkpoints") : NoCheckpoints(),
        matches: CheckpointFolder(folder + "/checkpoints", of: .matches),
        openScratch: { NamelessFile(in: folder + "/checkpoints") })
    )
  }

  static func removeCheckpoints(in folder: String) { Machine.remove(folder + "/checkpoints") }
}
