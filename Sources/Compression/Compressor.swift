import CZstd

/// Compresses with zstd, one piece after another; used by one thread at a time.
public final class Compressor {
  private let context: OpaquePointer
  private let dictionary: OpaquePointer?

  /// The first level is the quickest, and what is compressed here is waited for; a dictionary
  /// makes small pieces that resemble each other much smaller.
  public init(level: Int32 = 1, dictionary: [UInt8]? = nil) {
    guard let context = ZSTD_createCCtx() else { preconditionFailure(.noMemory) }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    // zstd's own checksum costs little and finds a damaged piece where it lies.
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    self.context = context
    self.dictionary = dictionary.flatMap { ZSTD_createCDict($0, $0.count, level) }
    if let prepared = self.dictionary { ZSTD_CCtx_refCDict(context, prepared) }
  }

  deinit {
    ZSTD_freeCCtx(context)
    ZSTD_freeCDict(dictionary)
  }

  /// Compresses one piece by itself; the result says how long the piece was.
  public func compress(_ piece: [UInt8]) -> [UInt8] {
    let room = ZSTD_compressBound(piece.count)
    return [UInt8](unsafeUninitializedCapacity: room) { buffer, initialised in
      let written = ZSTD_compress2(context, buffer.baseAddress, room, piece, piece.count)
      precondition(ZSTD_isError(written) == 0, .noMemory)
      initialised = written
    }
  }

  /// Makes a dictionary from sample pieces; nil if they are too few or too alike to be worth one.
  public static func dictionary(from samples: [[UInt8]], capacity: Int = 65_536) -> [UInt8]? {
    let joined = Array(samples.joined())
    let sizes = samples.map(\.count)
    var dictionary = [UInt8](repeating: 0, count: capacity)
    let size = ZDICT_trainFromBuffer(&dictionary, capacity, joined, sizes, UInt32(sizes.count))
    guard ZDICT_isError(size) == 0 else { return nil }
    return Array(dictionary.prefix(size))
  }
}

extension String {
  /// With room reckoned by zstd itself, want of memory is all that can fail.
  fileprivate static let noMemory = "zstd found no memory."
}
