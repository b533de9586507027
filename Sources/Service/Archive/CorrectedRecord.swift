import Compression
import Ledger
import Secrets

/// A record that came out of quarantine as a person corrected it, and where its import's file
/// prints what it was.
///
/// It stands alone in a batch that goes by the digest of it, so the fact that names the batch
/// vouches for the record.
struct CorrectedRecord: Sendable {
  private let bytes: [UInt8]
  private let offset: Int64
  private let length: Int32

  /// A correction of a quarantined entry.
  init(_ bytes: [UInt8], of printed: ArchivedRecord?) {
    self.bytes = bytes
    offset = printed?.offset ?? 0
    length = printed?.length ?? 0
  }

  /// The correction that the archive keeps.
  init(_ kept: ArchivedRecord, in archive: RecordArchive) throws(StoreFault) {
    self.init(try archive.unpack(kept), of: kept)
  }

  func batch(in ledger: Identifier) -> Identifier {
    var digester = Digester()
    digester.feed(UInt64(bitPattern: offset))
    digester.feed(UInt64(bitPattern: Int64(length)))
    digester.feed(counted: bytes)
    return Identifier(archiving: digester.digest(), in: ledger)
  }

  fileprivate var archived: ArchivedRecord {
    ArchivedRecord(
      offset: offset, length: length, dictionary: 0, parsed: Compressor().compress(bytes))
  }
}

extension Commit {
  /// Keeps a corrected record in the transaction that names its batch; once is enough.
  func archive(
    _ record: CorrectedRecord, as batch: Identifier, in ledger: Identifier
  ) throws(StoreFault) {
    guard try store.batch(batch) == nil else { return }
    try store.stage(Batch(id: batch, ledger: ledger, touched: moment))
    try store.stage(records: [record.archived], from: 0, of: batch, moment: moment)
    try store.file(batch)
  }
}
