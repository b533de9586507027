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
        checkpoints: keepsCheckpoints ? BenchCheckpoints(path: folder + "/checkpoint") : NoCheckpoints()))
  }

  static func removeCheckpoints(in folder: String) { unlink(folder + "/checkpoint") }
}

struct BenchCheckpoints: CheckpointPlace {
  let path: String
  func newest(of ledger: Identifier, through position: UInt32) -> (any CheckpointReading)? {
    R(path)
  }
  func begin(of ledger: Identifier, at head: Head) -> (any CheckpointWriting)? { W(path, head) }
  final class W: CheckpointWriting {
    let f: UnsafeMutablePointer<FILE>?
    init(_ p: String, _ h: Head) { f = fopen(p, "w"); var h = h; fwrite(&h, MemoryLayout<Head>.size, 1, f) }
    func add(_ piece: [UInt8]) { var n = piece.count; fwrite(&n, 8, 1, f); fwrite(piece, 1, n, f) }
    func finish() { fclose(f) }
  }
  final class R: CheckpointReading {
    let f: UnsafeMutablePointer<FILE>
    let head: Head
    init?(_ p: String) {
      guard let f = fopen(p, "r") else { return nil }
      self.f = f
      var h = Head.empty
      fread(&h, MemoryLayout<Head>.size, 1, f)
      head = h
    }
    func next() -> [UInt8]? {
      var n = 0
      guard fread(&n, 8, 1, f) == 1 else { return nil }
      var b = [UInt8](repeating: 0, count: n)
      fread(&b, 1, n, f)
      return b
    }
  }
}
