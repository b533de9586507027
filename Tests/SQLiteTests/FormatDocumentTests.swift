import Ledger
import SQLite
import StoreConformance
import TestSupport
import Testing

@Suite(
  "docs/ledger-format.md",
  .enabled(if: Machine.hasPython, "Python 3 is not installed, so its program cannot be tried."))
struct FormatDocumentTests {
  private let folder = Folder()
  private var path: String { folder.file("store.db") }

  @Test("Its Python program finds a whole workspace whole, and gives Winnow's own digests")
  func whole() throws {
    let (first, second) = try makeWorkspace()
    let (lines, status) = try verify()
    #expect(status == 0)
    #expect(
      Set(lines)
        == Set([first, second].map { "head \($0.id) \($0.head.position) \($0.head.digest)" }))
  }

  @Test("Its Python program names a changed entry and changed words")
  func changed() throws {
    let (first, _) = try makeWorkspace()
    let raw = try RawDatabase(path)
    #expect(raw.run("drop trigger entry_update") == nil)
    #expect(
      raw.run("update entry set kind = kind + 1 where ledger = zeroblob(16) and position = 7")
        == nil)
    #expect(raw.run("update words set text = x'00' where salt is not null") == nil)
    let (lines, status) = try verify()
    #expect(status == 1)
    #expect(
      lines.filter { $0.hasPrefix("broken ") && !$0.hasPrefix("broken words") }
        == ["broken \(Identifier.workspace) 7"])
    #expect(lines.filter { $0.hasPrefix("broken words \(first.id) ") }.count == 1)
  }

  /// Two ledgers with words, some of them erased.
  private func makeWorkspace() throws -> (SampleLedger, SampleLedger) {
    let store = try SQLiteStore.open(path: path, create: true)
    var first = SampleLedger()
    var second = SampleLedger(.workspace)
    try store.append(first.next(60))
    try store.append(second.next(20))
    for (number, ledger) in [first.id, .workspace].enumerated() {
      let (words, digest) = KeptWords.salted("naïve", salt: [UInt8](repeating: 1, count: 16))
      try store.write { (transaction) throws(StoreFault) in
        try transaction.keep(words, digest: digest, in: ledger)
        if number == 1 { try transaction.eraseWords(digest: digest, in: ledger) }
      }
    }
    store.close()
    return (first, second)
  }

  private func verify() throws -> (lines: [String], status: Int32) {
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let document = String(
      decoding: contents(of: "/\(package)/docs/ledger-format.md"), as: UTF8.self)
    let parts = document.split(separator: "```python\n")
    let program = try #require(parts.last?.split(separator: "```\n").first)
    #expect(parts.count == 2)
    let child = try Child(["python3", "-c", String(program), path])
    let lines = child.lines()
    return (lines, child.wait())
  }
}
