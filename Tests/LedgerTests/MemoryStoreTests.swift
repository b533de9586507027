import Ledger
import StoreConformance
import Testing

@Suite("The memory store")
struct MemoryStoreTests {
  @Test("It keeps every rule of the port", arguments: StoreRule.all)
  func keeps(rule: StoreRule) throws { try rule.holds(for: MemoryKind()) }
}

private struct MemoryKind: StoreKind {
  private let store = MemoryStore()

  func connect() throws(StoreFault) -> any Store { store.connect() }
}
