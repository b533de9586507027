import Commands
import Glibc
import Service

/// The standard streams and the environment of this process.
final class SystemTerminal: Terminal {
  /// Results held back, so that a long list costs few system calls.
  private var held: [UInt8] = []
  /// The first fault of standard output; none of what comes after it would be whole.
  private var fault: OutputFault?

  func write(_ bytes: [UInt8]) throws(OutputFault) {
    held.append(contentsOf: bytes)
    if held.count >= Self.mostHeld { try flush() }
  }

  func flush() throws(OutputFault) {
    if let fault { throw fault }
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

  func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static let mostHeld = 1 << 16
}
