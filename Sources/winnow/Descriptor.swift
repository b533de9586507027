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
  func write(_ bytes: [UInt8]) throws(SystemFault) {
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
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, $0.count) }
      if count < 0 {
        let fault = SystemFault()
        guard fault.number == EINTR else { throw fault }
      } else if count == 0 {
        return bytes
      } else {
        bytes.append(contentsOf: chunk[..<count])
      }
    }
  }

  /// Makes what was written durable.
  func synchronise() throws(SystemFault) {
    guard fsync(number) == 0 else { throw SystemFault() }
  }

  /// Gives the number back.
  func close() { _ = Glibc.close(number) }
}

/// Why a system call failed.
struct SystemFault: Error, CustomStringConvertible {
  /// What the system left in `errno`.
  let number: Int32

  /// Takes the fault of the call that has just failed on this thread.
  init() { number = errno }

  /// As the system puts it.
  var description: String { String(cString: strerror(number)) }
}
