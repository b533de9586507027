import Glibc
import Ledger
import SQLite
import TestSupport
import Testing

/// The ledger that the probe works on.
let probed = Identifier(high: 0x5052_4F42_4500_0000, low: 1)

@Suite("Several processes on one store")
struct ProcessTests {
  @Test("Two processes append at once: both get on, and the ledger has no gap")
  func together() throws {
    // A machine that is busy may run one of them wholly before the other has started; where one had
    // to wait for the other's last entry, that would be so each time.
    var rounds = 0
    while rounds < 5 {
      rounds += 1
      if try appendTogether() { return }
    }
    Issue.record("One process had to wait for the other's last entry, \(rounds) times.")
  }

  /// Two processes append; whether neither waited for the other's last entry.
  private func appendTogether() throws -> Bool {
    let folder = Folder()
    let path = folder.file("store.db")
    let store = try SQLiteStore.open(path: path, create: true)
    // Both wait for this transaction, so they start as one.
    let children = try store.write { (_) throws(StoreFault) in
      let children = (1...2).map { author in
        Result { try Child(probe: "append", path, "\(author)", "150", "3", "50") }
      }
      usleep(200_000)
      return children
    }.map { try $0.get() }
    let acknowledged = children.map { $0.lines().compactMap { UInt32($0) } }
    #expect(children.map { $0.wait() } == [0, 0])
    #expect(acknowledged.map(\.count) == [150, 150])
    #expect(Set(acknowledged.joined()).count == 300)
    #expect(try store.verifyChain(of: probed).position == 900)
    return try [(0, 1), (1, 0)].allSatisfy { one, other in
      let first = try #require(acknowledged[one].first)
      let last = try #require(acknowledged[other].last)
      return first < last
    }
  }

  @Test("Two processes make the same new store at once: there is one store, and both use it")
  func making() throws {
    for _ in 0..<5 {
      let folder = Folder()
      let path = folder.file("store.db")
      let children = try (1...2).map {
        try Child(probe: "append", path, "\($0)", "1", "1", "10")
      }
      for child in children { #expect(child.lines().count == 1 && child.wait() == 0) }
      let store = try SQLiteStore.open(path: path, create: false)
      #expect(try store.verifyChain(of: probed).position == 2)
    }
  }

  /// How often the process is killed; `WINNOW_KILLS` asks for more.
  static let kills = getenv("WINNOW_KILLS").flatMap { Int(String(cString: $0)) } ?? 40

  @Test("A process killed at any moment has lost nothing that it acknowledged")
  func killed() throws {
    let folder = Folder()
    let path = folder.file("store.db")
    var random = SystemRandomNumberGenerator()
    var last: UInt32 = 0
    var caught = 0
    for turn in 0..<ProcessTests.kills {
      // With a reader in, the log is taken up again as it stands; without, it is recovered.
      let reader = turn.isMultiple(of: 2) ? nil : try SQLiteStore.open(path: path, create: true)
      let child = try Child(probe: "append", path, "\(turn)", "100000", "5", "3000")
      usleep(UInt32.random(in: 8_000...40_000, using: &random))
      child.kill()
      let acknowledged = child.lines().compactMap { UInt32($0) }
      _ = child.wait()
      caught += acknowledged.isEmpty ? 0 : 1

      let store = try SQLiteStore.open(path: path, create: true)
      let head = try store.verifyChain(of: probed)
      let promised = acknowledged.last ?? last
      #expect(head.position == promised || head.position == promised + 5)
      #expect(head.position.isMultiple(of: 5), "A transaction was kept in part.")
      for position in acknowledged {
        let request = Identifier(high: UInt64(turn), low: UInt64(position))
        #expect(try store.receipt(of: request)?.position == position)
      }
      last = head.position
      store.close()
      reader?.close()
    }
    #expect(caught > 0, "The process never got to its first commit: this machine is too slow.")
  }

  @Test("A writer that is kept waiting too long says so, and nothing happened")
  func busy() throws {
    let folder = Folder()
    let path = folder.file("store.db")
    let holder = try SQLiteStore.open(path: path, create: true)
    let waiting = try SQLiteStore.open(path: path, create: true, patience: .milliseconds(60))
    let clock = ContinuousClock()
    try holder.write { (transaction) throws(StoreFault) in
      try transaction.keep(setting: "colour", value: [1])
      let took = clock.measure {
        #expect(throws: StoreFault.busy(place: path)) {
          try waiting.write { (_) throws(StoreFault) in }
        }
      }
      #expect(took >= .milliseconds(60))
      #expect(try waiting.setting("colour") == nil)
    }
    #expect(try waiting.setting("colour") == [1])
    try waiting.write { (_) throws(StoreFault) in }
  }
}
