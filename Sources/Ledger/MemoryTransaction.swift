import Secrets

/// What can be done to a memory store inside one transaction: a draft that is kept or dropped.
final class MemoryTransaction: MemoryReading, StoreWriting {
  private(set) var contents: MemoryContents

  init(_ contents: MemoryContents) { self.contents = contents }

  func append(_ entry: borrowing Entry) throws(StoreFault) {
    let ledger = entry.ledger
    let head = try head(of: ledger)
    guard entry.position == head.position &+ 1 else {
      throw .outOfOrder(ledger: ledger, head: head.position, offered: entry.position)
    }
    var chain = Chain(of: ledger, from: head)
    try chain.follow(entry)
    contents.entries[ledger, default: []].append(copy entry)
  }

  func keep(_ receipt: Receipt) throws(StoreFault) {
    guard contents.receipts[receipt.request] == nil else { throw .twice("receipt") }
    contents.receipts[receipt.request] = receipt
  }

  func keep(_ words: KeptWords, digest: Digest, in ledger: Identifier) throws(StoreFault) {
    guard contents.words[ledger]?[digest] == nil else { return }
    contents.words[ledger, default: [:]][digest] = words
  }

  func eraseWords(digest: Digest, in ledger: Identifier) throws(StoreFault) {
    guard contents.words[ledger]?[digest] != nil else { return }
    contents.words[ledger]?[digest] = .erased
  }

  func stage(_ batch: Batch) throws(StoreFault) {
    guard contents.archives[batch.id] == nil else { throw .twice("batch") }
    contents.archives[batch.id] = MemoryContents.Archive(
      batch: Batch(id: batch.id, ledger: batch.ledger, touched: batch.touched))
  }

  func stage(
    block: [UInt8], index: Int, of batch: Identifier, moment: Int64
  ) throws(StoreFault) {
    try touch(batch, at: moment)
    guard contents.archives[batch]?.blocks.updateValue(block, forKey: index) == nil else {
      throw .twice("block")
    }
  }

  func stage(
    records: [ArchivedRecord], from ordinal: Int, of batch: Identifier, moment: Int64
  ) throws(StoreFault) {
    try touch(batch, at: moment)
    for (place, record) in records.enumerated() {
      let old = contents.archives[batch]?.records.updateValue(record, forKey: ordinal + place)
      guard old == nil else { throw .twice("record") }
    }
  }

  func file(_ batch: Identifier) throws(StoreFault) {
    try change(batch) { Batch(id: $0.id, ledger: $0.ledger, touched: $0.touched, isFiled: true) }
  }

  func sweep(untouchedSince moment: Int64) throws(StoreFault) {
    contents.archives = contents.archives.filter {
      $0.value.batch.isFiled || $0.value.batch.touched >= moment
    }
    contents.leases = contents.leases.filter { $0.value >= moment }
  }

  func keep(dictionary: [UInt8]) throws(StoreFault) -> Int {
    contents.dictionaries.append(dictionary)
    return contents.dictionaries.count
  }

  func keep(_ lease: Lease, in ledger: Identifier) throws(StoreFault) {
    let key = MemoryContents.LeaseKey(
      ledger: ledger, stage: lease.stage, report: lease.report, person: lease.person)
    contents.leases[key] = lease.until
  }

  func endLease(
    of ledger: Identifier, stage: UInt8, report: UInt32, person: Identifier
  ) throws(StoreFault) {
    let key = MemoryContents.LeaseKey(
      ledger: ledger, stage: stage, report: report, person: person)
    contents.leases[key] = nil
  }

  func keep(setting name: String, value: [UInt8]?) throws(StoreFault) {
    contents.settings[name] = value
  }

  private func touch(_ batch: Identifier, at moment: Int64) throws(StoreFault) {
    try change(batch) { Batch(id: $0.id, ledger: $0.ledger, touched: moment) }
  }

  private func change(_ id: Identifier, _ change: (Batch) -> Batch) throws(StoreFault) {
    guard let batch = contents.archives[id]?.batch, !batch.isFiled else {
      throw .failed(place: MemoryContents.place, detail: .notStaged(id))
    }
    contents.archives[id]?.batch = change(batch)
  }
}

extension StoreFault {
  fileprivate static func twice(_ thing: String) -> StoreFault {
    .failed(place: MemoryContents.place, detail: "the same \(thing) was kept twice")
  }
}

extension String {
  fileprivate static func notStaged(_ batch: Identifier) -> String {
    "batch \(batch) is not staged, it was filed or swept meanwhile; import the file again"
  }
}
