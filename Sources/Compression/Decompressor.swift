import CZstd

/// Gives back what a `Compressor` compressed; used by one thread at a time.
public final class Decompressor {
  private let context: OpaquePointer
  private let dictionary: OpaquePointer?

  /// Reads pieces that were compressed with this dictionary, or with none.
  public init(dictionary: [UInt8]? = nil) {
    guard let context = ZSTD_createDCtx() else { preconditionFailure("zstd found no memory.") }
    self.context = context
    self.dictionary = dictionary.flatMap { ZSTD_createDDict($0, $0.count) }
    if let prepared = self.dictionary { ZSTD_DCtx_refDDict(context, prepared) }
  }

  deinit {
    ZSTD_freeDCtx(context)
    ZSTD_freeDDict(dictionary)
  }

  /// Gives back one piece of at most `limit` bytes.
  ///
  /// The length that a piece claims is weighed before any room is made for it, so a few bytes
  /// cannot ask for all memory; a piece without that claim is not one of ours.
  public func decompress(
    _ compressed: [UInt8], limit: Int
  ) throws(CompressionFault) -> [UInt8] {
    let claimed = ZSTD_getFrameContentSize(compressed, compressed.count)
    guard claimed < UInt64(Int.max) else { throw .damaged }
    let length = Int(claimed)
    guard length <= limit else { throw .tooLong(length: length, limit: limit) }

    var written = 0
    let piece = [UInt8](unsafeUninitializedCapacity: length) { buffer, initialised in
      written = ZSTD_decompressDCtx(
        context, buffer.baseAddress, length, compressed, compressed.count)
      initialised = ZSTD_isError(written) == 0 ? written : 0
    }
    guard ZSTD_isError(written) == 0, written == length else { throw .damaged }
    return piece
  }
}

/// Why a compressed piece could not be given back.
public enum CompressionFault: Error, Hashable, Sendable {
  /// Its bytes are not what the compressor gave, or belong to another dictionary.
  case damaged
  /// It would be longer than the caller can take.
  case tooLong(length: Int, limit: Int)
}
