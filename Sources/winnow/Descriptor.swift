import Glibc

/// An open file of this process.
struct Descriptor {
  /// The number that the system gave it.
  let number: Int32

  static let input = Descriptor(number: STDIN_FILENO)
  static let output = Descriptor(number: STDOUT_FILENO)
  static let error = Descriptor(number: STDERR_FILENO)

  /// Opens a file.
  static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o666
  ) throws(SystemFault) -> Descriptor {
    let number = Glibc.open(path, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw SystemFault() }
    return Descriptor(number: number)
  }

  /// Writes all of some bytes.
  func write(_ bytes: [UInt8]) throws(SystemFault) { try write(bytes[...]) }

  /// Writes all of some bytes.
  func write(_ bytes: ArraySlice<UInt8>) throws(SystemFault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(number, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0 {
        let fault = SystemFault()
        guard fault.number == EINTR else { throw fault }
      } else {
        done += count
      }
    }
  }

  /// Reads to the end.
  func readAll() throws(SystemFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try readPiece(of: 1 << 16) { bytes += piece }
    return bytes
  }

  /// Reads the next bytes, as many as there are at once; nil at the end.
  func readPiece(of size: Int) throws(SystemFault) -> [UInt8]? {
    var piece = [UInt8](repeating: 0, count: size)
    while true {
      let count = piece.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, $0.count) }
      guard count < 0 else {
        piece.removeLast(size - count)
        return piece.isEmpty ? nil : piece
      }
      let fault = SystemFault()
      guard fault.number == EINTR else { throw fault }
    }
  }

  /// Makes what was written durable.
  func synchronise() throws(SystemFault) {
    guard fsync(number) == 0 else { throw SystemFault() }
  }

  /// Gives the number back.
  func close() { _ = Glibc.close(number) }
}

/// An open file that is closed when nobody holds it any more.
final class OpenFile {
  let descriptor: Descriptor

  init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  deinit { descriptor.close() }
}

/// Why a system call failed.
struct SystemFault: Error, CustomStringConvertible {
  /// What the system left in `errno`.
  let number: Int32

  /// Takes the fault of the call that has just failed on this thread.
  init() { number = errno }

  /// A fault that was found out otherwise.
  init(_ number: Int32) { self.number = number }

  /// As the system puts it.
  var description: String { String(cString: strerror(number)) }
}
