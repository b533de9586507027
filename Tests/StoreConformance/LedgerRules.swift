import Ledger
import Secrets
import Testing

extension StoreRule {
  static let ledgerRules = [
    StoreRule("An empty store has no ledger, and every ledger in it is empty") { kind in
      let store = try kind.connect()
      #expect(try store.ledgers() == [])
      #expect(try store.head(of: .workspace) == .empty)
      #expect(try store.allEntries(of: .workspace) == [])
    },

    StoreRule("Entries come back in order and whole, from any position on") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      let entries = ledger.next(200)
      for slice in [entries[..<1], entries[1..<64], entries[64...]] {
        try store.append(Array(slice))
      }
      for position in [0, 1, 63, 199, 200, 1_000] {
        let rest = try store.allEntries(of: ledger.id, after: UInt32(position))
        #expect(rest == Array(entries.dropFirst(position)))
      }
      #expect(try store.head(of: ledger.id) == ledger.head)
    },

    StoreRule("Reading entries ends where the reader says so") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      try store.append(ledger.next(10))
      var seen: [UInt32] = []
      try store.entries(of: ledger.id, after: 2) { entry in
        seen.append(entry.position)
        return seen.count < 3
      }
      #expect(seen == [3, 4, 5])
    },

    StoreRule("Ledgers stand side by side, the workspace's first") { kind in
      let store = try kind.connect()
      var ledgers = [SampleLedger(), SampleLedger(.workspace), SampleLedger()]
      try store.write { (transaction) throws(StoreFault) in
        for turn in 0..<30 { try transaction.append(ledgers[turn % 3].next()) }
      }
      let ids = try store.ledgers()
      #expect(ids.first == .workspace)
      #expect(Set(ids) == Set(ledgers.map(\.id)))
      #expect(ids.count == 3)
      for ledger in ledgers {
        #expect(try store.verifyChain(of: ledger.id) == ledger.head)
        #expect(ledger.head.position == 10)
      }
    },

    StoreRule("Reading a ledger may look into another, and into itself") { kind in
      let store = try kind.connect()
      var one = SampleLedger()
      var other = SampleLedger()
      try store.append(one.next(5))
      try store.append(other.next(5))
      var seen: [Entry] = []
      try store.entries(of: one.id, after: 0) { (entry) throws(StoreFault) in
        seen.append(copy entry)
        seen += try store.allEntries(of: other.id)
        seen += try store.allEntries(of: one.id, after: 4)
        return true
      }
      #expect(seen.count == 5 + 5 * 5 + 5)
      #expect(
        seen.filter { $0.ledger == one.id }.map(\.position) == [1, 5, 2, 5, 3, 5, 4, 5, 5, 5])
    },

    StoreRule("An entry that leaves a gap, or comes again, is refused") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      let entries = ledger.next(4)
      try store.append(Array(entries.prefix(2)))
      for (entry, offered) in [(entries[3], 4), (entries[1], 2), (entries[0], 1)] {
        let fault = fault { () throws(StoreFault) in try store.append([entry]) }
        #expect(fault == .outOfOrder(ledger: ledger.id, head: 2, offered: UInt32(offered)))
      }
      try store.append(Array(entries.suffix(2)))
      #expect(try store.verifyChain(of: ledger.id) == ledger.head)
    },

    StoreRule("An entry that does not continue the chain is refused") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      var stranger = SampleLedger(ledger.id, from: Head(position: 2, moment: 9, digest: .zero))
      try store.append(ledger.next(2))
      let fault = fault { () throws(StoreFault) in try store.append([stranger.next()]) }
      #expect(fault == .broken(ledger: ledger.id, position: 3))
      #expect(try store.head(of: ledger.id) == ledger.head)
    },

    StoreRule("Numbers keep their value up to the ends of their range") { kind in
      let store = try kind.connect()
      let ledger = Identifier(high: .max, low: .max)
      let first = Entry(
        ledger: ledger, after: .empty, moment: 0, author: .rule(.max), protocolVersion: .max,
        kind: .max, payload: [])
      let last = Entry(
        ledger: ledger, after: first.head, moment: .max,
        author: .person(Identifier(high: 0, low: 0)), protocolVersion: 0, kind: 0,
        payload: [UInt8](repeating: 255, count: 100_000))
      try store.append([first, last])
      #expect(try store.allEntries(of: ledger) == [first, last])
    },
  ]
}
