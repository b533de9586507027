import Ledger

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
