import Secrets

/// All that a memory store holds, as one value.
struct MemoryContents: Sendable {
  /// What a fault calls it.
  static let place = "the store in memory"

  var entries: [Identifier: [Entry]] = [:]
  var receipts: [Identifier: Receipt] = [:]
  var words: [Identifier: [Digest: KeptWords]] = [:]
  var archives: [Identifier: Archive] = [:]
  var dictionaries: [[UInt8]] = []
  var leases: [LeaseKey: Int64] = [:]
  var settings: [String: [UInt8]] = [:]

  /// A batch with its rows.
  struct Archive: Sendable {
    var batch: Batch
    var blocks: [Int: [UInt8]] = [:]
    var records: [Int: ArchivedRecord] = [:]
  }

  /// What there is only one lease for.
  struct LeaseKey: Hashable, Sendable {
    let ledger: Identifier
    let stage: UInt8
    let report: UInt32
    let person: Identifier
  }
}

/// Everything that can be read, over whatever holds the contents.
protocol MemoryReading: StoreReading {
  var contents: MemoryContents { get }
}

extension MemoryReading {
  func ledgers() throws(StoreFault) -> [Identifier] {
    contents.entries.keys.sorted { ($0.high, $0.low) < ($1.high, $1.low) }
  }

  func head(of ledger: Identifier) throws(StoreFault) -> Head {
    contents.entries[ledger]?.last?.head ?? .empty
  }

  func entries(
    of ledger: Identifier, after position: UInt32,
    _ body: (borrowing Entry) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    for entry in contents.entries[ledger, default: []].dropFirst(Int(position)) {
      guard try body(entry) else { return }
    }
  }

  func receipt(of request: Identifier) throws(StoreFault) -> Receipt? {
    contents.receipts[request]
  }

  func words(of digest: Digest, in ledger: Identifier) throws(StoreFault) -> KeptWords? {
    contents.words[ledger]?[digest]
  }

  func allWords(
    of ledger: Identifier, _ body: (Digest, KeptWords) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    let words = contents.words[ledger, default: [:]]
    for (digest, words) in words.sorted(by: { $0.key.quarters < $1.key.quarters }) {
      guard try body(digest, words) else { return }
    }
  }

  func batch(_ batch: Identifier) throws(StoreFault) -> Batch? { contents.archives[batch]?.batch }

  func batches(of ledger: Identifier) throws(StoreFault) -> [Batch] {
    contents.archives.values.map(\.batch)
      .filter { $0.ledger == ledger && $0.isFiled }
      .sorted { ($0.id.high, $0.id.low) < ($1.id.high, $1.id.low) }
  }

  func block(_ index: Int, of batch: Identifier) throws(StoreFault) -> [UInt8]? {
    filed(batch)?.blocks[index]
  }

  func record(_ ordinal: Int, of batch: Identifier) throws(StoreFault) -> ArchivedRecord? {
    filed(batch)?.records[ordinal]
  }

  func records(
    of batch: Identifier, from ordinal: Int,
    _ body: (Int, borrowing ArchivedRecord) throws(StoreFault) -> Bool
  ) throws(StoreFault) {
    let records = filed(batch)?.records.filter { $0.key >= ordinal } ?? [:]
    for (ordinal, record) in records.sorted(by: { $0.key < $1.key }) {
      guard try body(ordinal, record) else { return }
    }
  }

  func dictionary(_ number: Int) throws(StoreFault) -> [UInt8]? {
    let dictionaries = contents.dictionaries
    return dictionaries.indices.contains(number - 1) ? dictionaries[number - 1] : nil
  }

  func leases(of ledger: Identifier, after moment: Int64) throws(StoreFault) -> [Lease] {
    contents.leases
      .filter { $0.key.ledger == ledger && $0.value > moment }
      .map {
        Lease(stage: $0.key.stage, report: $0.key.report, person: $0.key.person, until: $0.value)
      }
      .sorted {
        ($0.stage, $0.report, $0.person.high, $0.person.low)
          < ($1.stage, $1.report, $1.person.high, $1.person.low)
      }
  }

  func setting(_ name: String) throws(StoreFault) -> [UInt8]? { contents.settings[name] }

  private func filed(_ batch: Identifier) -> MemoryContents.Archive? {
    contents.archives[batch].flatMap { $0.batch.isFiled ? $0 : nil }
  }
}
