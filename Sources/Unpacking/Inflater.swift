import CZlib

/// Unpacks a deflated stream that is handed over piece by piece, and stops where it grows beyond
/// reason; used by one thread at a time.
public final class Inflater {
  /// What stands around the deflated bytes.
  public enum Wrapping: Hashable, Sendable {
    /// The head and foot of gzip; several such streams may follow each other.
    case gzip
    /// Nothing, as in a zip.
    case none
  }

  /// Whether the stream has come to its end.
  public private(set) var hasEnded = false
  /// The CRC-32 of what was unpacked so far.
  public private(set) var check: UInt32 = 0

  private let stream: UnsafeMutablePointer<z_stream>
  private let wrapping: Wrapping
  private let room: Room
  private var packed: [UInt8] = []
  private var place = 0
  /// Whether zlib may hold back what found no place in the last piece.
  private var isFull = false
  private var taken = 0
  private var given = 0

  /// Begins a stream.
  public init(_ wrapping: Wrapping, room: Room = .standard) {
    self.wrapping = wrapping
    self.room = room
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let window: Int32 =
      switch wrapping {
      case .gzip: MAX_WBITS + 16
      case .none: -MAX_WBITS
      }
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, window, ZLIB_VERSION, size) == Z_OK else {
      preconditionFailure("zlib found no memory.")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Takes the next packed bytes, once those before are used up.
  public func take(_ piece: [UInt8]) {
    packed = Array(packed[place...]) + piece
    place = 0
    taken += piece.count
  }

  /// The next unpacked bytes; nil if there are none before the next packed ones, or at the end.
  public func next() throws(UnpackFault) -> [UInt8]? {
    while !hasEnded, isFull || place < packed.count {
      let (piece, code) = inflated()
      switch code {
      case Z_STREAM_END: try end()
      case Z_OK, Z_BUF_ERROR: break  // the latter says only that there was nothing to do
      case _: throw .damaged
      }
      guard !piece.isEmpty else { continue }
      given += piece.count
      check = UInt32(truncatingIfNeeded: crc32(UInt(check), piece, UInt32(piece.count)))
      try room.check(given, from: taken)
      return piece
    }
    return nil
  }

  private func inflated() -> (piece: [UInt8], code: Int32) {
    var code = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, initialised in
      packed.withUnsafeMutableBufferPointer { packed in
        stream.pointee.next_in = packed.baseAddress?.advanced(by: place)
        stream.pointee.avail_in = UInt32(packed.count - place)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(Self.pieceSize)
        code = inflate(stream, Z_NO_FLUSH)
        place = packed.count - Int(stream.pointee.avail_in)
      }
      isFull = stream.pointee.avail_out == 0
      initialised = Self.pieceSize - Int(stream.pointee.avail_out)
    }
    return (piece, code)
  }

  /// Behind the end of a gzip stream another may stand; anything else there is padding.
  private func end() throws(UnpackFault) {
    guard wrapping == .gzip, place < packed.count, packed[place] == 0x1F else {
      return hasEnded = true
    }
    guard inflateReset(stream) == Z_OK else { throw .damaged }
  }

  private static let pieceSize = 1 << 20
}
