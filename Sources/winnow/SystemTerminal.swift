import Commands
import Disk
import Glibc
import Service

/// The standard streams and the environment of this process.
final class SystemTerminal: Terminal {
  /// Results held back, so that a long list costs few system calls.
  private var held: [UInt8] = []
  /// The first fault of standard output; none of what comes after it would be whole.
  private var fault: OutputFault?
  private var showsProgress = false

  func write(_ bytes: [UInt8]) throws(OutputFault) {
    held.append(contentsOf: bytes)
    if held.count >= Self.mostHeld { try flush() }
  }

  func flush() throws(OutputFault) {
    if let fault { throw fault }
    show(progress: nil)
    defer { held = [] }
    do {
      try Descriptor.output.write(held)
    } catch {
      let found = error.number == EPIPE ? OutputFault.closed : .failed(error.description)
      fault = found
      throw found
    }
  }

  func say(_ line: String) {
    show(progress: nil)
    try? flush()  // what was printed before is read before; a fault is kept, and thrown at the end
    try? Descriptor.error.write(Array((line + "\n").utf8))
  }

  func readInput() throws(FileFault) -> [UInt8] {
    do {
      return try Descriptor.input.readAll()
    } catch {
      throw .unread(path: "-", detail: error.description)
    }
  }

  var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  func show(progress: String?) {
    guard progress != nil || showsProgress else { return }
    showsProgress = progress != nil
    // Back to the first column, the line, and nothing behind it.
    try? Descriptor.error.write(Array("\r\(progress ?? "")\u{1B}[K".utf8))
  }

  var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static let mostHeld = 1 << 16
}
