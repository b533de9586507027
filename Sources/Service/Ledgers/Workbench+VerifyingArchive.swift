import Ledger
import Screening
import Secrets

extension Workbench {
  /// Checks every file and record of a review's archive against the digests that its facts carry.
  func verifyArchive(
    of review: Review, _ ledger: Identifier, damage: inout [String]
  ) throws(Fault) -> (files: Int, records: Int) {
    var records = 0
    for version in review.protocolVersions {
      let digest = Digest(version.file)
      let isWhole = try reading { (store) throws(StoreFault) in
        try store.digest(ofFileIn: Identifier(archiving: digest, in: ledger)) == digest
      }
      if !isWhole { damage.append(Verification.protocolChanged(version.number)) }
    }
    for summary in review.imports {
      let fact = summary.fact
      let (file, parsed) = try reading { (store) throws(StoreFault) in
        let batch = Identifier(fact.batch)
        return (
          try store.digest(ofFileIn: batch),
          try store.digest(ofRecordsIn: batch, first: Int(fact.accepted))
        )
      }
      if file != Digest(fact.fileDigest) { damage.append(Verification.fileChanged(fact.file)) }
      if parsed != Digest(fact.recordsDigest) {
        damage.append(Verification.recordsChanged(fact.file))
      }
      records += Int(fact.accepted)
    }
    records += try verifyCorrected(in: review, ledger, damage: &damage)
    return (review.protocolVersions.count + review.imports.count, records)
  }

  /// A record that a person corrected stands in a batch that goes by the record's digest.
  private func verifyCorrected(
    in review: Review, _ ledger: Identifier, damage: inout [String]
  ) throws(Fault) -> Int {
    let corrected = review.correctedRecords
    for (record, batch) in corrected {
      let isWhole = try reading { (store) throws(StoreFault) in
        guard let kept = try store.record(0, of: Identifier(batch)),
          let bytes = try store.undamaged({ () throws(StoreFault) in
            try RecordArchive(store).unpack(kept)
          })
        else { return false }
        return Identifier(archiving: Digest(of: bytes), in: ledger) == Identifier(batch)
      }
      if !isWhole { damage.append(Verification.correctedChanged(record)) }
    }
    return corrected.count
  }
}

extension StoreReading {
  /// The digest of a batch's file; nil where a piece of it cannot be unpacked.
  fileprivate func digest(ofFileIn batch: Identifier) throws(StoreFault) -> Digest? {
    var digester = Digester()
    var index = 0
    while let block = try block(index, of: batch) {
      guard let piece = try undamaged({ () throws(StoreFault) in try block.unpacked() }) else {
        return nil
      }
      digester.feed(piece)
      index += 1
    }
    return digester.digest()
  }

  /// The digest of a batch's first records; nil where one of them cannot be unpacked.
  fileprivate func digest(
    ofRecordsIn batch: Identifier, first count: Int
  ) throws(StoreFault) -> Digest? {
    let archive = RecordArchive(self)
    var (digester, isWhole) = (Digester(), true)
    try records(of: batch, from: 0) { (ordinal, record) throws(StoreFault) in
      guard ordinal < count else { return false }
      let kept = copy record
      let bytes = try undamaged { () throws(StoreFault) in try archive.unpack(kept) }
      digester.feed(counted: bytes ?? [])
      isWhole = isWhole && bytes != nil
      return isWhole
    }
    return isWhole ? digester.digest() : nil
  }

  /// What `body` gives; nil where it finds damage, which is what verifying looks for.
  fileprivate func undamaged<Answer>(
    _ body: () throws(StoreFault) -> Answer
  ) throws(StoreFault) -> Answer? {
    do throws(StoreFault) {
      return try body()
    } catch .damaged {
      return nil
    }
  }
}

extension Review {
  /// Records that came out of quarantine, with the batch that holds each.
  fileprivate var correctedRecords: [(record: RecordNumber, batch: BatchID)] {
    var corrected: [(record: RecordNumber, batch: BatchID)] = []
    guard imports.contains(where: { $0.corrected > 0 }) else { return corrected }
    let batches = Set(imports.map(\.fact.batch))
    for value in 1..<UInt32(recordCount + 1) {
      let record = RecordNumber(value)
      if let place = place(of: record), !batches.contains(place.batch) {
        corrected.append((record, place.batch))
      }
    }
    return corrected
  }
}

extension Verification {
  fileprivate static func protocolChanged(_ version: UInt32) -> String {
    "The archived file of protocol version \(version) was changed. Restore a backup."
  }

  fileprivate static func fileChanged(_ file: ImportNumber) -> String {
    "The archived file of import \(file) was changed. Restore a backup."
  }

  fileprivate static func recordsChanged(_ file: ImportNumber) -> String {
    "The archived records of import \(file) were changed. Restore a backup."
  }

  fileprivate static func correctedChanged(_ record: RecordNumber) -> String {
    "The archived record \(record), which a person corrected, was changed. Restore a backup."
  }
}
