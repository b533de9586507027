import Ledger
import SQLite
import StoreConformance
import TestSupport
import Testing

@Suite("The SQLite store")
struct SQLiteStoreTests {
  @Test("It keeps every rule of the port", arguments: StoreRule.all)
  func keeps(rule: StoreRule) throws { try rule.holds(for: SQLiteKind()) }
}

private struct SQLiteKind: StoreKind {
  private let folder = Folder()

  func connect() throws(StoreFault) -> any Store {
    try SQLiteStore.open(path: folder.file("store.db"), create: true)
  }
}
