import Compression
import Ledger
import Secrets

extension Identifier {
  /// The batch that keeps a small file of a ledger: found by what it holds.
  init(archiving digest: Digest, in ledger: Identifier) {
    var digester = Digester()
    digester.feed(Array("winnow archive 1\n".utf8))
    digester.feed(ledger.bytes)
    digester.feed(digest.bytes)
    let quarters = digester.digest().quarters
    self.init(high: quarters.0, low: quarters.1)
  }
}

extension Digest {
  /// The SHA-256 of some bytes.
  init(of bytes: [UInt8]) {
    var digester = Digester()
    digester.feed(bytes)
    self = digester.digest()
  }
}

extension Commit {
  /// Keeps a small file, such as a protocol, in the transaction that names it; once is enough.
  func archive(
    _ bytes: [UInt8], digest: Digest, in ledger: Identifier
  ) throws(StoreFault) {
    let id = Identifier(archiving: digest, in: ledger)
    guard try store.batch(id) == nil else { return }
    try store.stage(Batch(id: id, ledger: ledger, touched: moment))
    try store.stage(block: Compressor().compress(bytes), index: 0, of: id, moment: moment)
    try store.file(id)
  }
}

extension Workbench {
  /// A small file that was archived under its digest.
  func archived(_ digest: Digest, in ledger: Identifier) throws(Fault) -> [UInt8] {
    try reading { (store) throws(StoreFault) in
      let id = Identifier(archiving: digest, in: ledger)
      guard let block = try store.block(0, of: id) else {
        throw StoreFault.damaged(place: "the archive", detail: "File \(digest) is missing.")
      }
      return try block.unpacked()
    }
  }
}

extension [UInt8] {
  /// What was compressed into these bytes without a dictionary.
  func unpacked() throws(StoreFault) -> [UInt8] {
    do throws(CompressionFault) {
      return try Decompressor().decompress(self, limit: 1 << 30)
    } catch {
      throw .damaged(place: "the archive", detail: "A piece of a file cannot be unpacked.")
    }
  }
}
