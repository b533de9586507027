import Bibliography
import Compression
import Formats
import Ledger
import Screening
import Secrets

/// Puts a file and its records into the archive while it is read: invisible until a fact names the
/// batch, and swept away if that never happens.
///
/// Keeps no more than a block of the file and a handful of records in memory; only the lists of
/// quarantined entries and of records that a limit removes grow with the file.
final class Staging {
  /// What was staged.
  struct Summary {
    var accepted: UInt32 = 0
    var quarantined: [Quarantined] = []
    var warnings = WarningTally()
    var fileDigest = Digest.zero
    var recordsDigest = Digest.zero
    /// The first removing limit that a record fails, by its ordinal.
    var failing: [(ordinal: UInt32, limit: LimitID)] = []
  }

  /// The file is kept in pieces of this many bytes, each compressed by itself.
  static let blockSize = 1 << 20
  private static let recordsAtOnce = 2_000

  let batch: Identifier
  private let store: any Store
  private let clock: @Sendable () -> Int64
  private let limits: LimitPanel
  private let packer = Compressor()
  private var recordPacker: Compressor?
  private var dictionary: Int32 = 0
  private var block: [UInt8] = []
  private var blocks = 0
  private var records: [(record: ReadRecord, bytes: [UInt8])] = []
  private var fileDigester = Digester()
  private var recordDigester = Digester()
  private var summary = Summary()

  init(
    _ batch: Identifier, of ledger: Identifier, limits: [Limit], in store: any Store,
    clock: @escaping @Sendable () -> Int64
  ) throws(StoreFault) {
    self.batch = batch
    self.store = store
    self.clock = clock
    self.limits = LimitPanel(limits)
    let began = clock()
    try store.write { (writing) throws(StoreFault) in
      try writing.stage(Batch(id: batch, ledger: ledger, touched: began))
    }
  }

  /// Takes the next piece of the file.
  func add(_ piece: [UInt8]) throws(StoreFault) {
    fileDigester.feed(piece)
    var rest = piece[...]
    while block.count + rest.count >= Staging.blockSize {
      let part = rest.prefix(Staging.blockSize - block.count)
      rest = rest.dropFirst(part.count)
      try keepBlock(block + part)
      block.removeAll(keepingCapacity: true)
    }
    block += rest
  }

  /// Takes what a reader made of the next entry.
  func add(_ item: ReadItem) throws(StoreFault) {
    switch item {
    case .quarantined(let quarantined): summary.quarantined.append(quarantined)
    case .warning(let warning): summary.warnings.add(warning)
    case .record(let record):
      let bytes = record.reference.encoded()
      recordDigester.feed(counted: bytes)
      if let limit = limits.removal(of: [record.reference]) {
        summary.failing.append((summary.accepted, limit))
      }
      summary.accepted += 1
      records.append((record, bytes))
      if records.count >= Staging.recordsAtOnce { try keepRecords() }
    }
  }

  /// Stages what is left: last block, last records, and after them the quarantined entries.
  func finish() throws(StoreFault) -> Summary {
    if !block.isEmpty { try keepBlock(block) }
    try keepRecords()
    let quarantined = summary.quarantined.map { item in
      ArchivedRecord(
        offset: Int64(item.offset), length: Int32(clamping: item.length), dictionary: 0,
        parsed: packer.compress(QuarantineNote(item).encoded))
    }
    let (first, batch, now) = (Int(summary.accepted), batch, clock())
    if !quarantined.isEmpty {
      try store.write { (writing) throws(StoreFault) in
        try writing.stage(records: quarantined, from: first, of: batch, moment: now)
      }
    }
    summary.fileDigest = fileDigester.digest()
    summary.recordsDigest = recordDigester.digest()
    return summary
  }

  private func keepBlock(_ bytes: [UInt8]) throws(StoreFault) {
    let (packed, index, batch, now) = (packer.compress(bytes), blocks, batch, clock())
    try store.write { (writing) throws(StoreFault) in
      try writing.stage(block: packed, index: index, of: batch, moment: now)
    }
    blocks += 1
  }

  private func keepRecords() throws(StoreFault) {
    guard !records.isEmpty else { return }
    let packer: Compressor
    if let known = recordPacker { packer = known } else { packer = try prepare() }
    recordPacker = packer
    let archived = records.map { record, bytes in
      ArchivedRecord(
        offset: Int64(record.offset), length: Int32(clamping: record.length),
        dictionary: dictionary, parsed: packer.compress(bytes))
    }
    let (first, batch, now) = (Int(summary.accepted) - records.count, batch, clock())
    try store.write { (writing) throws(StoreFault) in
      try writing.stage(records: archived, from: first, of: batch, moment: now)
    }
    records.removeAll(keepingCapacity: true)
  }

  /// A store has one dictionary, learnt from the first records that are enough to learn from.
  private func prepare() throws(StoreFault) -> Compressor {
    if let number = try Staging.knownDictionary(in: store) {
      dictionary = number
      return Compressor(dictionary: try store.dictionary(Int(number)))
    }
    guard records.count >= Staging.enoughToLearn,
      let learnt = Compressor.dictionary(from: records.map(\.bytes))
    else { return packer }
    dictionary = try store.write { (writing) throws(StoreFault) in
      // Another import may have learnt one meanwhile.
      if let number = try Staging.knownDictionary(in: writing) { return number }
      let number = try writing.keep(dictionary: learnt)
      try writing.keep(setting: Staging.dictionarySetting, value: Array("\(number)".utf8))
      return Int32(number)
    }
    return Compressor(dictionary: try store.dictionary(Int(dictionary)))
  }

  private static func knownDictionary(in store: any StoreReading) throws(StoreFault) -> Int32? {
    try store.setting(dictionarySetting).flatMap { Int32(String(decoding: $0, as: UTF8.self)) }
  }

  private static let dictionarySetting = "record-dictionary"
  private static let enoughToLearn = 500
}
