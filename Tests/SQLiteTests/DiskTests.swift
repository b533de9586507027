import CSQLite
import Glibc
import Ledger
import TestSupport
import Testing

@testable import SQLite

@Suite("A disk that fails")
struct DiskTests {
  @Test(
    "A full disk refuses what does not fit, keeps what was acknowledged, and works on once it has room",
    .enabled(
      if: Machine.mayMount, "A small disk cannot be mounted here: not root, or in a container."))
  func full() throws {
    let folder = Folder()
    let child = try Child([
      "unshare", "--mount", "sh", "-c",
      """
      set -e
      mount -t tmpfs -o size=3m none "$1"
      head -c 500000 /dev/zero > "$1/ballast"
      "$2" append "$1/store.db" 1 100000 4 2000 || true
      rm "$1/ballast"
      "$2" verify "$1/store.db"
      "$2" append "$1/store.db" 1 1 1 10
      "$2" verify "$1/store.db"
      """, "sh", folder.path, Child.probe,
    ])
    let lines = child.lines()
    #expect(child.wait() == 0)
    let acknowledged = lines.prefix { UInt32($0) != nil }
    let rest = lines.dropFirst(acknowledged.count)
    let last = try #require(acknowledged.last.flatMap { UInt32($0) })
    let full = StoreFault.full(place: folder.file("store.db"))
    #expect(Array(rest) == ["fault \(full)", "\(last)", "\(last + 1)", "\(last + 1)"])
  }

  @Test("A file that may not grow is a disk without room")
  func limited() throws {
    let folder = Folder()
    let path = folder.file("store.db")
    let child = try Child([
      "prlimit", "--fsize=400000", Child.probe, "append", path, "1", "100000", "4", "2000",
    ])
    let lines = child.lines()
    #expect(lines.last == "fault \(StoreFault.full(place: path))")
    let last = try #require(lines.dropLast().last.flatMap { UInt32($0) })
    let store = try SQLiteStore.open(path: path, create: false)
    #expect(try store.verifyChain(of: probed).position == last)
  }

  @Test(
    "A store on a read-only disk says that it cannot be written",
    .enabled(
      if: Machine.mayMount, "A read-only disk cannot be mounted here: not root, or in a container.")
  )
  func readOnlyDisk() throws {
    let folder = Folder()
    let path = folder.file("store.db")
    var ledger = try SQLiteStore.open(path: path, create: true)
    ledger.close()
    let before = contents(of: path)
    let child = try Child([
      "unshare", "--mount", "sh", "-c",
      """
      mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"
      "$2" append "$1/store.db" 1 1 1 10
      "$2" append "$1/new.db" 1 1 1 10
      """, "sh", folder.path, Child.probe,
    ])
    let faults = [path, folder.file("new.db")].map { "fault \(StoreFault.readOnly(place: $0))" }
    #expect(child.lines() == faults)
    #expect(contents(of: path) == before)
    #expect(folder.names == ["store.db"])
    ledger = try SQLiteStore.open(path: path, create: false)
  }

  @Test(
    "A store in a folder that this user may not write says so",
    .enabled(if: geteuid() != 0, "Tests run as root, whom no folder refuses."))
  func readOnlyFolder() throws {
    let folder = Folder()
    let path = folder.file("store.db")
    try SQLiteStore.open(path: path, create: true).close()
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    #expect(throws: StoreFault.readOnly(place: path)) {
      try SQLiteStore.open(path: path, create: false)
    }
  }

  @Test(
    "A disk that fails to make a commit safe is told as such, and what it kept is a whole ledger",
    .enabled(if: Machine.mayTrace, "A failing disk cannot be had here: no strace, or not allowed."))
  func unsafe() throws {
    let folder = Folder()
    let path = folder.file("store.db")
    try SQLiteStore.open(path: path, create: true).close()
    #expect(try Child(probe: "append", path, "1", "3", "1", "10").lines() == ["1", "2", "3"])
    let child = try Child([
      "strace", "-f", "-o", "/dev/null", "-e", "trace=fdatasync", "-e",
      "inject=fdatasync:error=EIO:when=3+", Child.probe, "append", path, "1", "5", "1", "10",
    ])
    #expect(child.lines() == ["fault \(StoreFault.commitUnknown(place: path))"])
    let store = try SQLiteStore.open(path: path, create: false)
    let head = try store.verifyChain(of: probed)
    #expect([3, 4].contains(head.position))
    let receipt = try store.receipt(of: Identifier(high: 1, low: 4))
    #expect((receipt != nil) == (head.position == 4), "The receipt tells what became of it.")
  }

  @Test("A commit that was written and not made safe is of unknown fate, one not written is none")
  func unknown() {
    let (notWritten, notSafe) = (SQLITE_IOERR | 3 << 8, SQLITE_IOERR | 4 << 8)
    #expect(SQLiteHandle.leavesCommitOpen(notSafe))
    for code in [notWritten, SQLITE_FULL, SQLITE_BUSY, SQLITE_READONLY, SQLITE_CONSTRAINT] {
      #expect(!SQLiteHandle.leavesCommitOpen(code))
    }
  }

  @Test("The log comes home while work goes on, not only at its end")
  func checkpoint() throws {
    let folder = Folder()
    let path = folder.file("store.db")
    let store = try SQLiteStore.open(path: path, create: true)
    for turn in 0..<60 {
      try store.write { (transaction) throws(StoreFault) in
        try transaction.keep(
          setting: "bulk-\(turn)", value: [UInt8](repeating: 1, count: 400_000))
      }
    }
    let clock = ContinuousClock()
    let patience = clock.now + .seconds(10)
    while length(of: path) < 10_000_000, clock.now < patience { usleep(5_000) }
    #expect(length(of: path) >= 10_000_000)
  }
}
