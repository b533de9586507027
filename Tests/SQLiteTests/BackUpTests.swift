import Ledger
import SQLite
import StoreConformance
import TestSupport
import Testing

@Suite("A backup")
struct BackUpTests {
  private let folder = Folder()
  private var path: String { folder.file("store.db") }
  private var copy: String { folder.file("copy.db") }

  @Test("It is whole and of one moment, while another process goes on writing")
  func whileWriting() throws {
    let store = try SQLiteStore.open(path: path, create: true)
    let child = try Child(probe: "append", path, "1", "100000", "5", "2000")
    while try store.head(of: probed).position < 200 {}
    let before = try store.head(of: probed).position
    try store.backUp(to: copy)
    let after = try store.head(of: probed).position
    child.kill()
    _ = child.wait()

    let kept = try SQLiteStore.open(path: copy, create: false)
    let head = try kept.verifyChain(of: probed)
    #expect((before...after).contains(head.position))
    #expect(head.position.isMultiple(of: 5), "A transaction was copied in part.")
    try kept.write { (transaction) throws(StoreFault) in
      var ledger = SampleLedger(probed, from: head)
      try transaction.append(ledger.next())
    }
    kept.close()
    #expect(folder.names.filter { $0.hasPrefix("copy") } == ["copy.db"])
  }

  @Test("It never takes the place of a file that is there")
  func taken() throws {
    let store = try SQLiteStore.open(path: path, create: true)
    write([1, 2, 3], to: copy)
    let fault = #expect(throws: StoreFault.self) { try store.backUp(to: copy) }
    guard case .failed(copy, _) = fault else {
      Issue.record("The fault was \(String(describing: fault)).")
      return
    }
    #expect(contents(of: copy) == [1, 2, 3])
  }

  @Test("Where it cannot be made, nothing is left behind, and the fault names its place")
  func noFolder() throws {
    let store = try SQLiteStore.open(path: path, create: true)
    let place = folder.file("missing/copy.db")
    let fault = #expect(throws: StoreFault.self) { try store.backUp(to: place) }
    guard case .failed(place, _) = fault else {
      Issue.record("The fault was \(String(describing: fault)).")
      return
    }
    #expect(!folder.names.contains { $0.contains("copy") })
  }
}
