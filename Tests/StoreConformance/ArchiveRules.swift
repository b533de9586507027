import Ledger
import Secrets
import Testing

extension StoreRule {
  static let archiveRules = [
    StoreRule("A staged batch is invisible until it is filed, then all of it is there") { kind in
      let store = try kind.connect()
      let sample = SampleBatch()
      try sample.stage(in: store)
      #expect(try store.batch(sample.id)?.isFiled == false)
      #expect(try store.batch(sample.id)?.touched == 3)
      #expect(try store.batches(of: sample.ledger) == [])
      #expect(try store.block(0, of: sample.id) == nil)
      #expect(try store.record(0, of: sample.id) == nil)
      #expect(try sample.records(in: store, from: 0) == [])

      try store.write { (transaction) throws(StoreFault) in try transaction.file(sample.id) }
      #expect(try store.batches(of: sample.ledger).map(\.id) == [sample.id])
      #expect(try store.batch(sample.id)?.isFiled == true)
      #expect(try store.block(0, of: sample.id) == sample.blocks[0])
      #expect(try store.block(1, of: sample.id) == sample.blocks[1])
      #expect(try store.block(2, of: sample.id) == nil)
      #expect(try store.record(7, of: sample.id) == sample.records[7])
      #expect(try store.record(sample.records.count, of: sample.id) == nil)
      #expect(try store.record(-1, of: sample.id) == nil)
      #expect(try sample.records(in: store, from: 0) == sample.records)
      #expect(try sample.records(in: store, from: 30) == Array(sample.records[30...]))
    },

    StoreRule("Filing happens with the entry that names the batch, or not at all") { kind in
      let store = try kind.connect()
      let sample = SampleBatch()
      try sample.stage(in: store)
      _ = fault { () throws(StoreFault) in
        try store.write { (transaction) throws(StoreFault) in
          try transaction.file(sample.id)
          #expect(try transaction.record(0, of: sample.id) == sample.records[0])
          throw StoreFault.full(place: "here")
        }
      }
      #expect(try store.record(0, of: sample.id) == nil)
      #expect(try store.batches(of: sample.ledger) == [])
    },

    StoreRule("The records of a batch come until the reader has enough") { kind in
      let store = try kind.connect()
      let sample = SampleBatch()
      try sample.stage(in: store)
      try store.write { (transaction) throws(StoreFault) in try transaction.file(sample.id) }
      var seen: [Int] = []
      try store.records(of: sample.id, from: 5) { ordinal, _ in
        seen.append(ordinal)
        return seen.count < 2
      }
      #expect(seen == [5, 6])
    },

    StoreRule("A sweep takes what was staged and left, not what is filed or at work") { kind in
      let store = try kind.connect()
      let left = SampleBatch()
      let filed = SampleBatch()
      let atWork = SampleBatch()
      for batch in [left, filed, atWork] { try batch.stage(in: store) }
      try store.write { (transaction) throws(StoreFault) in
        try transaction.file(filed.id)
        try transaction.stage(block: [1], index: 2, of: atWork.id, moment: 50)
        try transaction.sweep(untouchedSince: 50)
      }
      #expect(try store.batch(left.id) == nil)
      #expect(try store.batch(atWork.id)?.isFiled == false)
      #expect(try filed.records(in: store, from: 0) == filed.records)
      try store.write { (transaction) throws(StoreFault) in try transaction.file(atWork.id) }
      #expect(try atWork.records(in: store, from: 0) == atWork.records)

      // What was swept left no rows behind that would come back with the batch's id.
      try store.write { (transaction) throws(StoreFault) in
        try transaction.stage(Batch(id: left.id, ledger: left.ledger, touched: 60))
        try transaction.file(left.id)
      }
      #expect(try left.records(in: store, from: 0) == [])
      #expect(try store.block(0, of: left.id) == nil)
    },

    StoreRule("Nothing more goes into a batch that is filed, swept or was never begun") { kind in
      let store = try kind.connect()
      let filed = SampleBatch()
      let swept = SampleBatch()
      for batch in [filed, swept] { try batch.stage(in: store) }
      try store.write { (transaction) throws(StoreFault) in
        try transaction.file(filed.id)
        try transaction.sweep(untouchedSince: .max)
      }
      for id in [filed.id, swept.id, .random()] {
        let faults = [
          fault { () throws(StoreFault) in
            try store.write { (transaction) throws(StoreFault) in try transaction.file(id) }
          },
          fault { () throws(StoreFault) in
            try store.write { (transaction) throws(StoreFault) in
              try transaction.stage(block: [1], index: 9, of: id, moment: 99)
            }
          },
          fault { () throws(StoreFault) in
            try store.write { (transaction) throws(StoreFault) in
              try transaction.stage(records: [], from: 99, of: id, moment: 99)
            }
          },
        ]
        for fault in faults {
          guard case .failed(_, let detail) = fault else {
            Issue.record("The store went on: \(String(describing: fault))")
            continue
          }
          #expect(detail.contains(id.description))
        }
      }
    },

    StoreRule("One place of a batch is filled once") { kind in
      let store = try kind.connect()
      let sample = SampleBatch()
      try sample.stage(in: store)
      let again = fault { () throws(StoreFault) in
        try store.write { (transaction) throws(StoreFault) in
          try transaction.stage(records: [sample.records[1]], from: 0, of: sample.id, moment: 9)
        }
      }
      guard case .failed = again else {
        Issue.record("The store took a record twice: \(String(describing: again))")
        return
      }
      try store.write { (transaction) throws(StoreFault) in try transaction.file(sample.id) }
      #expect(try sample.records(in: store, from: 0) == sample.records)
    },
  ]
}

/// A file of two blocks and fifty records.
private struct SampleBatch: Sendable {
  let id = Identifier.random()
  let ledger = Identifier.random()
  let blocks: [[UInt8]] = [[UInt8](repeating: 7, count: 70_000), []]
  let records = (0..<50).map { number in
    ArchivedRecord(
      offset: Int64(number) << 33, length: Int32(number), dictionary: Int32(number % 2),
      parsed: [UInt8](repeating: UInt8(number), count: number * 40))
  }

  func stage(in store: any Store) throws(StoreFault) {
    try store.write { (transaction) throws(StoreFault) in
      try transaction.stage(Batch(id: id, ledger: ledger, touched: 1))
      for (index, block) in blocks.enumerated() {
        try transaction.stage(block: block, index: index, of: id, moment: 2)
      }
    }
    for start in stride(from: 0, to: records.count, by: 20) {
      let slice = Array(records[start..<min(start + 20, records.count)])
      try store.write { (transaction) throws(StoreFault) in
        try transaction.stage(records: slice, from: start, of: id, moment: 3)
      }
    }
  }

  func records(in store: any StoreReading, from ordinal: Int) throws(StoreFault) -> [ArchivedRecord]
  {
    var records: [ArchivedRecord] = []
    var next = ordinal
    try store.records(of: id, from: ordinal) { place, record in
      #expect(place == next)
      next += 1
      records.append(copy record)
      return true
    }
    return records
  }
}
