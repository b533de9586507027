import Glibc
import Ledger

/// The first hundred bytes of a database file, read as plain bytes.
///
/// SQLite itself makes files beside a database as soon as it looks into it, and cleans up what a
/// crash left; a file that is not ours must not be touched even so much.
struct DatabaseHeader {
  /// Says whose database a file is: the letters `Winw`.
  static let applicationID: Int32 = 0x5769_6E77

  private let bytes: [UInt8]

  /// Reads the header; nil if there is no file, or an empty one.
  init?(path: String) throws(StoreFault) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      guard errno == ENOENT else {
        throw .failed(place: path, detail: String(cString: strerror(errno)))
      }
      return nil
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(file, &bytes, bytes.count)
    if count == 0 { return nil }
    self.bytes = count == bytes.count ? bytes : []
  }

  /// Refuses what is certainly not ours, or certainly newer. What the write-ahead log may still
  /// hold, only SQLite can tell; the connection looks again.
  func check(path: String) throws(StoreFault) {
    guard bytes.starts(with: Array("SQLite format 3\0".utf8)) else { throw .foreign(place: path) }
    let application = number(at: 68)
    guard application != 0 else { return }
    guard application == UInt32(bitPattern: DatabaseHeader.applicationID) else {
      throw .foreign(place: path)
    }
    let version = Int(number(at: 60))
    guard version <= Schema.migrations.count else {
      throw .newer(place: path, version: version, known: Schema.migrations.count)
    }
  }

  private func number(at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
