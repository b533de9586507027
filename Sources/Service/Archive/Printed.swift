import Ledger
public import Screening

extension StoreReading {
  /// Bytes of a batch's file, taken from the pieces that hold them; fewer where the file ends.
  func printed(
    from offset: Int64, length: Int, of batch: Identifier
  ) throws(StoreFault) -> [UInt8] {
    guard offset >= 0, length > 0 else { return [] }
    var bytes: [UInt8] = []
    var index = Int(offset) / Staging.blockSize
    var skipped = Int(offset) % Staging.blockSize
    while bytes.count < length, let block = try block(index, of: batch) {
      bytes += try block.unpacked().dropFirst(skipped).prefix(length - bytes.count)
      (index, skipped) = (index + 1, 0)
    }
    return bytes
  }
}

extension Workbench {
  /// A record as its file printed it; nil for one that does not exist or that a person corrected.
  public func printed(_ record: RecordNumber, in review: Review) throws(Fault) -> [UInt8]? {
    guard let place = review.place(of: record) else { return nil }
    let batch = Identifier(place.batch)
    return try reading { (store) throws(StoreFault) in
      guard let archived = try store.record(place.ordinal, of: batch), archived.length > 0 else {
        return nil
      }
      return try store.printed(
        from: archived.offset, length: Int(archived.length), of: batch)
    }
  }
}
