import Ledger
import Secrets
import Testing

extension StoreRule {
  static let transactionRules = [
    StoreRule("A transaction that throws leaves nothing behind") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      try store.append(ledger.next(3))
      let before = ledger.head
      let fault = fault { () throws(StoreFault) in
        try store.write { (transaction) throws(StoreFault) in
          try transaction.append(ledger.next())
          try transaction.keep(sampleReceipt(about: ledger))
          try transaction.keep(setting: "colour", value: [1])
          _ = try transaction.keep(dictionary: [1, 2, 3])
          throw StoreFault.failed(place: "here", detail: "on purpose")
        }
      }
      #expect(fault == .failed(place: "here", detail: "on purpose"))
      #expect(try store.head(of: ledger.id) == before)
      #expect(try store.receipt(of: sampleReceipt(about: ledger).request) == nil)
      #expect(try store.setting("colour") == nil)
      #expect(try store.dictionary(1) == nil)
    },

    StoreRule("After a refused transaction the next one works") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      for _ in 0..<5 {
        let refused = SampleLedger(ledger.id, from: ledger.head)
        _ = fault { () throws(StoreFault) in
          try store.write { (transaction) throws(StoreFault) in
            var refused = refused
            try transaction.append(refused.next())
            throw StoreFault.busy(place: "here")
          }
        }
        try store.append(ledger.next(2))
      }
      #expect(try store.verifyChain(of: ledger.id) == ledger.head)
    },

    StoreRule("A transaction sees what it has done itself") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      try store.write { (transaction) throws(StoreFault) in
        try transaction.append(ledger.next())
        try transaction.append(ledger.next())
        #expect(try transaction.head(of: ledger.id) == ledger.head)
        #expect(try transaction.allEntries(of: ledger.id).count == 2)
        #expect(try transaction.ledgers() == [ledger.id])
        try transaction.keep(setting: "colour", value: [1])
        #expect(try transaction.setting("colour") == [1])
      }
    },

    StoreRule("What is written is there for every connection at once") { kind in
      let one = try kind.connect()
      let other = try kind.connect()
      var ledger = SampleLedger()
      for turn in 0..<10 {
        try (turn.isMultiple(of: 2) ? one : other).append(ledger.next(2))
        #expect(try one.head(of: ledger.id) == ledger.head)
        #expect(try other.head(of: ledger.id) == ledger.head)
      }
    },

    StoreRule("A view does not change while another connection writes") { kind in
      let reader = try kind.connect()
      let writer = try kind.connect()
      var ledger = SampleLedger()
      try writer.append(ledger.next(5))
      let before = ledger.head
      try reader.read { (view) throws(StoreFault) in
        #expect(try view.head(of: ledger.id) == before)
        try writer.append(ledger.next(5))
        #expect(try view.head(of: ledger.id) == before)
        #expect(try view.allEntries(of: ledger.id).count == 5)
        #expect(try writer.head(of: ledger.id) == ledger.head)
      }
      #expect(try reader.head(of: ledger.id) == ledger.head)
    },

    StoreRule("A reader in the middle of a ledger is not disturbed by a writer") { kind in
      let reader = try kind.connect()
      let writer = try kind.connect()
      var ledger = SampleLedger()
      try writer.append(ledger.next(50))
      var seen: [UInt32] = []
      try reader.entries(of: ledger.id, after: 0) { (entry) throws(StoreFault) in
        seen.append(entry.position)
        if entry.position.isMultiple(of: 10) { try writer.append(ledger.next(10)) }
        return true
      }
      #expect(seen == Array(1...50))
      #expect(try reader.head(of: ledger.id).position == 100)
    },

    StoreRule("A view that throws is over") { kind in
      let store = try kind.connect()
      let fault = fault { () throws(StoreFault) in
        try store.read { (_) throws(StoreFault) in throw StoreFault.busy(place: "here") }
      }
      #expect(fault == .busy(place: "here"))
      var ledger = SampleLedger()
      try store.append(ledger.next(1))
    },

    StoreRule("A receipt gives the first answer, to every connection") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      let receipt = sampleReceipt(about: ledger)
      #expect(try store.receipt(of: receipt.request) == nil)
      try store.write { (transaction) throws(StoreFault) in
        try transaction.append(ledger.next())
        try transaction.keep(receipt)
        #expect(try transaction.receipt(of: receipt.request) == receipt)
      }
      #expect(try kind.connect().receipt(of: receipt.request) == receipt)
    },

    StoreRule("A second receipt for one request is refused with all that came with it") { kind in
      let store = try kind.connect()
      var ledger = SampleLedger()
      let receipt = sampleReceipt(about: ledger)
      try store.write { (transaction) throws(StoreFault) in try transaction.keep(receipt) }
      let fault = fault { () throws(StoreFault) in
        try store.write { (transaction) throws(StoreFault) in
          try transaction.append(ledger.next())
          try transaction.keep(
            Receipt(request: receipt.request, ledger: ledger.id, position: 7, answer: []))
        }
      }
      guard case .failed = fault else {
        Issue.record("The store took a second receipt: \(String(describing: fault))")
        return
      }
      #expect(try store.receipt(of: receipt.request) == receipt)
      #expect(try store.head(of: ledger.id) == .empty)
    },
  ]
}

private func sampleReceipt(about ledger: SampleLedger) -> Receipt {
  Receipt(
    request: Identifier(high: ledger.id.low, low: 1), ledger: ledger.id, position: 1,
    answer: Array("done".utf8))
}
