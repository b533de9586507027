import CZlib

/// Packs bytes as other programs do, for tests.
public enum Packer {
  /// Deflated, with the wrapping of gzip or none.
  public static func deflated(_ bytes: [UInt8], asGzip: Bool) -> [UInt8] {
    var stream = z_stream()
    let window = asGzip ? MAX_WBITS + 16 : -MAX_WBITS
    deflateInit2_(
      &stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count))) + 64
    var input = bytes
    return [UInt8](unsafeUninitializedCapacity: room) { output, initialised in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(room)
        deflate(&stream, Z_FINISH)
      }
      initialised = room - Int(stream.avail_out)
    }
  }

  /// A file for a zip.
  public struct Entry: Sendable {
    let name: String
    let bytes: [UInt8]
    let method: Int
    let flags: Int

    /// Joins the parts; 8 is deflate, 0 leaves the bytes as they are.
    public init(name: String, bytes: [UInt8], method: Int = 8, flags: Int = 0) {
      (self.name, self.bytes, self.method, self.flags) = (name, bytes, method, flags)
    }
  }

  /// A zip of some files.
  public static func zip(_ entries: [Entry], comment: String = "") -> [UInt8] {
    var (file, directory) = ([UInt8](), [UInt8]())
    for entry in entries {
      let name = Array(entry.name.utf8)
      let packed = entry.method == 0 ? entry.bytes : deflated(entry.bytes, asGzip: false)
      let check = Int(crc32(0, entry.bytes, UInt32(entry.bytes.count)))
      let common =
        number(20, 2) + number(entry.flags, 2) + number(entry.method, 2) + number(0, 4)
        + number(check, 4) + number(packed.count, 4) + number(entry.bytes.count, 4)
        + number(name.count, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 12) + number(file.count, 4)
      directory += name
      file += number(0x0403_4B50, 4) + common + number(0, 2) + name + packed
    }
    let start = file.count
    return file + directory + number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2)
      + number(entries.count, 2) + number(directory.count, 4) + number(start, 4)
      + number(comment.utf8.count, 2) + Array(comment.utf8)
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
