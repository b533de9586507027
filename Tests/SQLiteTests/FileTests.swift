import CSQLite
import Ledger
import SQLite
import StoreConformance
import TestSupport
import Testing

@Suite("The file of a store")
struct FileTests {
  private let folder = Folder()
  private var path: String { folder.file("store.db") }

  @Test("Where there is nothing, or an empty file, there is no store until one is made")
  func absent() throws {
    #expect(throws: StoreFault.absent(place: path)) {
      try SQLiteStore.open(path: path, create: false)
    }
    #expect(folder.names == [])
    write([], to: path)
    #expect(throws: StoreFault.absent(place: path)) {
      try SQLiteStore.open(path: path, create: false)
    }
    try SQLiteStore.open(path: path, create: true).close()
    try SQLiteStore.open(path: path, create: false).close()
  }

  @Test("A store that is closed is one file")
  func closed() throws {
    let store = try filled(entries: 10)
    store.close()
    #expect(folder.names == ["store.db"])
  }

  @Test("A database from a newer version is refused and left as it is, byte for byte")
  func newer() throws {
    try filled(entries: 10).close()
    var bytes = contents(of: path)
    bytes[63] = 99
    write(bytes, to: path)
    #expect(throws: StoreFault.newer(place: path, version: 99, known: 1)) {
      try SQLiteStore.open(path: path, create: true)
    }
    #expect(contents(of: path) == bytes)
    #expect(folder.names == ["store.db"])
  }

  @Test("A newer version that stands only in the log of a crashed program is seen too")
  func newerInLog() throws {
    try filled(entries: 10).close()
    let newer = try RawDatabase(path)
    newer.run("pragma wal_autocheckpoint = 0; pragma user_version = 99")
    // What a crash leaves: the files as they are now, and no process that has them open.
    let crashed = Folder()
    let copy = crashed.file("store.db")
    for suffix in ["", "-wal"] {
      write(contents(of: path + suffix), to: copy + suffix)
    }
    let before = ["", "-wal"].map { contents(of: copy + $0) }
    #expect(throws: StoreFault.newer(place: copy, version: 99, known: 1)) {
      try SQLiteStore.open(path: copy, create: true)
    }
    #expect(["", "-wal"].map { contents(of: copy + $0) } == before)
  }

  @Test("A file that is not ours is refused and left as it is")
  func foreign() throws {
    let long = Array(repeating: Array("title,abstract\n".utf8), count: 50).flatMap { $0 }
    for bytes in [Array("PK".utf8), long] {
      write(bytes, to: path)
      #expect(throws: StoreFault.foreign(place: path)) {
        try SQLiteStore.open(path: path, create: true)
      }
      #expect(contents(of: path) == bytes)
    }
    for (name, sql) in [("app", "pragma application_id = 7"), ("plain", "create table a (b)")] {
      let other = folder.file(name)
      try RawDatabase(other).run(sql)
      let before = contents(of: other)
      #expect(throws: StoreFault.foreign(place: other)) {
        try SQLiteStore.open(path: other, create: true)
      }
      #expect(contents(of: other) == before)
    }
    let fault = #expect(throws: StoreFault.self) {
      try SQLiteStore.open(path: folder.path, create: true)
    }
    #expect(fault.map { "\($0)".contains(folder.path) } == true)
  }

  @Test(
    "A file may have any name",
    arguments: ["a b.db", "50%.db", "what?.db", "a#b.db", "file:x?mode=ro", "naïve.db", "%41"])
  func names(name: String) throws {
    var ledger = SampleLedger()
    let store = try SQLiteStore.open(path: folder.file(name), create: true)
    try store.append(ledger.next(1))
    store.close()
    #expect(folder.names == [name])
    let again = try SQLiteStore.open(path: folder.file(name), create: false)
    #expect(try again.head(of: ledger.id) == ledger.head)
  }

  /// A POSIX lock is lost as soon as its process closes any descriptor of the file. If opening a
  /// second connection did that, the other process would take itself for the last one, and throw
  /// away the log that we still write to.
  @Test("Opening a second connection takes no lock from the first")
  func locksStay() throws {
    var ledger = SampleLedger()
    let first = try SQLiteStore.open(path: path, create: true)
    try first.append(ledger.next(1))
    let second = try SQLiteStore.open(path: path, create: false)
    let other = try Child(probe: "verify", path)
    _ = other.lines()
    #expect(other.wait() == 0)
    #expect(folder.names.contains("store.db-wal"))
    try first.append(ledger.next(1))
    #expect(try SQLiteStore.open(path: path, create: false).head(of: ledger.id) == ledger.head)
    second.close()
    first.close()
  }

  @Test("A changed byte in an entry is found, and the fault names the entry")
  func changedByte() throws {
    let store = try SQLiteStore.open(path: path, create: true)
    var head = Head.empty
    for position in 1...50 {
      let entry = Entry(
        ledger: .workspace, after: head, moment: 0, author: .rule(1), protocolVersion: 1, kind: 1,
        payload: Array("payload number \(position).".utf8))
      try store.append([entry])
      head = entry.head
    }
    store.close()
    var bytes = contents(of: path)
    let place = try #require(offset(of: Array("payload number 37.".utf8), in: bytes))
    bytes[place] ^= 1
    write(bytes, to: path)

    let changed = try SQLiteStore.open(path: path, create: false)
    #expect(throws: StoreFault.broken(ledger: .workspace, position: 37)) {
      try changed.verifyChain(of: .workspace)
    }
  }

  @Test("An entry that was taken out is found as a gap")
  func missing() throws {
    try filled(entries: 20).close()
    let raw = try RawDatabase(path)
    raw.run("drop trigger entry_delete; delete from entry where position = 12")
    let store = try SQLiteStore.open(path: path, create: false)
    let ledger = try #require(try store.ledgers().first)
    #expect(throws: StoreFault.gap(ledger: ledger, expected: 12, found: 13)) {
      try store.verifyChain(of: ledger)
    }
  }

  @Test("A ruined page is damage, whether it is overwritten or cut off")
  func ruinedPage() throws {
    try filled(entries: 2_000).close()
    let whole = contents(of: path)
    var overwritten = whole
    for page in 5..<whole.count / 4_096 {
      for byte in 0..<200 { overwritten[page * 4_096 + byte] = 0xEE }
    }
    for bytes in [overwritten, Array(whole.prefix(whole.count / 8_192 * 4_096))] {
      write(bytes, to: path)
      let fault = #expect(throws: StoreFault.self) {
        let store = try SQLiteStore.open(path: path, create: false)
        for ledger in try store.ledgers() { _ = try store.verifyChain(of: ledger) }
      }
      guard case .damaged(path, _) = fault else {
        Issue.record("The fault was \(String(describing: fault)).")
        continue
      }
    }
  }

  @Test("Nobody can change or delete an entry, or the archive, in SQL")
  func guards() throws {
    let store = try filled(entries: 5)
    let batch = Identifier.random()
    try store.write { (transaction) throws(StoreFault) in
      try transaction.stage(Batch(id: batch, ledger: .workspace, touched: 0))
      try transaction.stage(block: [1], index: 0, of: batch, moment: 0)
      try transaction.stage(
        records: [ArchivedRecord(offset: 0, length: 1, dictionary: 0, parsed: [1])], from: 0,
        of: batch, moment: 0)
      try transaction.file(batch)
    }
    let raw = try RawDatabase(path)
    #expect(raw.run("update entry set kind = 2") == "an entry is never changed")
    #expect(raw.run("delete from entry") == "an entry is never deleted")
    for table in ["block", "archived_record"] {
      #expect(raw.run("update \(table) set ordinal = 9") == "the archive is never changed")
      #expect(raw.run("delete from \(table)") == "the archive is never thinned")
    }
  }

  @Test("A fault inside a transaction drops all of it, even if nobody minds the fault")
  func swallowedFault() throws {
    let store = try SQLiteStore.open(path: path, create: true)
    let receipt = Receipt(request: .random(), ledger: .workspace, position: 0, answer: [])
    #expect(throws: StoreFault.self) {
      try store.write { (transaction) throws(StoreFault) in
        try transaction.keep(receipt)
        try? transaction.keep(receipt)
        try? transaction.keep(setting: "colour", value: [1])
      }
    }
    #expect(try store.setting("colour") == nil)
    #expect(try store.receipt(of: receipt.request) == nil)
  }

  @Test("Erased words leave no trace in the files")
  func erased() throws {
    let store = try SQLiteStore.open(path: path, create: true)
    let text = "a sentence that somebody regrets"
    let (words, digest) = KeptWords.salted(text, salt: [UInt8](repeating: 3, count: 16))
    try store.write { (transaction) throws(StoreFault) in
      try transaction.keep(words, digest: digest, in: .workspace)
    }
    #expect(traces(of: text) > 0)
    try store.write { (transaction) throws(StoreFault) in
      try transaction.eraseWords(digest: digest, in: .workspace)
    }
    #expect(traces(of: text) == 0)
    #expect(try store.words(of: digest, in: .workspace) == .erased)
  }

  private func traces(of text: String) -> Int {
    folder.names.filter { offset(of: Array(text.utf8), in: contents(of: folder.file($0))) != nil }
      .count
  }

  private func filled(entries: Int) throws -> any Store {
    let store = try SQLiteStore.open(path: path, create: true)
    var ledger = SampleLedger()
    try store.append(ledger.next(entries))
    return store
  }
}

/// Where `part` begins in `whole`.
private func offset(of part: [UInt8], in whole: [UInt8]) -> Int? {
  whole.indices.dropLast(part.count - 1).first { start in
    whole[start] == part[0] && whole[start..<start + part.count].elementsEqual(part)
  }
}
