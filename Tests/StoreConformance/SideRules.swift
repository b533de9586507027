import Ledger
import Secrets
import Testing

extension StoreRule {
  static let leaseRules = [
    StoreRule("A lease is seen until it ends, and taking it again renews it") { kind in
      let store = try kind.connect()
      let ledger = Identifier.random()
      let person = Identifier.random()
      let lease = Lease(stage: 1, report: 412, person: person, until: 100)
      let renewed = Lease(stage: 1, report: 412, person: person, until: 200)
      try store.write { (transaction) throws(StoreFault) in
        try transaction.keep(lease, in: ledger)
      }
      #expect(try store.leases(of: ledger, after: 99) == [lease])
      #expect(try store.leases(of: ledger, after: 100) == [])
      #expect(try store.leases(of: .workspace, after: 0) == [])
      try store.write { (transaction) throws(StoreFault) in
        try transaction.keep(renewed, in: ledger)
      }
      #expect(try store.leases(of: ledger, after: 100) == [renewed])
    },

    StoreRule("Giving up a lease ends that one alone, and a sweep those that are over") { kind in
      let store = try kind.connect()
      let ledger = Identifier.random()
      let people = [Identifier(high: 1, low: 0), Identifier(high: 2, low: 0)]
      let leases = people.flatMap { person in
        [UInt8(1), 2].flatMap { stage in
          (1...3).map { report in
            Lease(stage: stage, report: UInt32(report), person: person, until: Int64(report) * 10)
          }
        }
      }
      try store.write { (transaction) throws(StoreFault) in
        for lease in leases { try transaction.keep(lease, in: ledger) }
        try transaction.endLease(of: ledger, stage: 2, report: 3, person: people[0])
        try transaction.endLease(of: ledger, stage: 9, report: 3, person: people[0])
      }
      let given = Lease(stage: 2, report: 3, person: people[0], until: 30)
      let kept = Set(leases).subtracting([given])
      #expect(Set(try store.leases(of: ledger, after: 0)) == kept)
      try store.write { (transaction) throws(StoreFault) in
        try transaction.sweep(untouchedSince: 20)
      }
      #expect(Set(try store.leases(of: ledger, after: 0)) == kept.filter { $0.until >= 20 })
    },
  ]

  static let sideRules = [
    StoreRule("A setting is replaced, removed, and may be empty") { kind in
      let store = try kind.connect()
      for value in [[1, 2, 3], [4], [], nil] as [[UInt8]?] {
        try store.write { (transaction) throws(StoreFault) in
          try transaction.keep(setting: "session-key", value: value)
          try transaction.keep(setting: "other", value: [9])
        }
        #expect(try store.setting("session-key") == value)
        #expect(try store.setting("other") == [9])
      }
    },

    StoreRule("Dictionaries are numbered from 1 in the order they came") { kind in
      let store = try kind.connect()
      for number in 1...3 {
        let given = try store.write { (transaction) throws(StoreFault) in
          try transaction.keep(dictionary: [UInt8(number)])
        }
        #expect(given == number)
      }
      #expect(try store.dictionary(2) == [2])
      #expect(try store.dictionary(0) == nil)
      #expect(try store.dictionary(4) == nil)
    },
  ]
}
