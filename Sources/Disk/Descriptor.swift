public import Glibc

/// An open file of this process.
public struct Descriptor: Sendable {
  /// The number that the system gave it.
  public let number: Int32

  /// Standard input.
  public static let input = Descriptor(number: STDIN_FILENO)
  /// Standard output.
  public static let output = Descriptor(number: STDOUT_FILENO)
  /// Standard error.
  public static let error = Descriptor(number: STDERR_FILENO)

  /// Opens a file.
  public static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o666
  ) throws(SystemFault) -> Descriptor {
    let number = Glibc.open(path, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw SystemFault() }
    return Descriptor(number: number)
  }

  /// Writes all of some bytes.
  public func write(_ bytes: [UInt8]) throws(SystemFault) { try write(bytes[...]) }

  /// Writes all of some bytes.
  public func write(_ bytes: ArraySlice<UInt8>) throws(SystemFault) {
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

  /// Writes all of some bytes to a place.
  public func write(_ bytes: [UInt8], at offset: Int) throws(SystemFault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(
          number, $0.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
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
  public func readAll() throws(SystemFault) -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try readPiece(of: 1 << 16) { bytes += piece }
    return bytes
  }

  /// Reads the next bytes, as many as there are at once; nil at the end.
  public func readPiece(of size: Int) throws(SystemFault) -> [UInt8]? {
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

  /// Reads from any place, as many bytes as asked for; fewer at the end.
  public func read(from offset: Int, upTo count: Int) throws(SystemFault) -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = piece.withUnsafeMutableBytes {
        pread(number, $0.baseAddress?.advanced(by: done), count - done, off_t(offset + done))
      }
      if got == 0 { break }
      if got > 0 { done += got } else if errno != EINTR { throw SystemFault() }
    }
    piece.removeLast(count - done)
    return piece
  }

  /// How many bytes it holds.
  public var size: Int {
    get throws(SystemFault) { Int(try status.st_size) }
  }

  /// Whether it can be read from any place; a pipe cannot. A folder is a fault.
  public var isSeekable: Bool {
    get throws(SystemFault) {
      let kind = try status.st_mode & S_IFMT
      if kind == S_IFDIR { throw SystemFault(EISDIR) }
      return kind == S_IFREG
    }
  }

  /// A new file without a name, which is gone with its last descriptor: in a folder, or where the
  /// system has its passing files.
  public static func nameless(in folder: String? = nil) throws(SystemFault) -> Descriptor {
    let folder = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/winnow-XXXXXX".utf8CString)
    let number = mkstemp(&path)
    guard number >= 0 else { throw SystemFault() }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    unlink(path)
    return Descriptor(number: number)
  }

  private var status: stat {
    get throws(SystemFault) {
      var status = stat()
      guard fstat(number, &status) == 0 else { throw SystemFault() }
      return status
    }
  }

  /// Makes what was written durable.
  ///
  /// The files beside the ledger are made so. The ledger itself, and each decision in it, is made
  /// durable by SQLite's commit: `SQLite/SQLiteHandle+Durability.swift`.
  public func synchronise() throws(SystemFault) {
    guard fsync(number) == 0 else { throw SystemFault() }
  }

  /// Makes a new name durable; where the system cannot, the file itself is safe all the same.
  public static func synchronise(folderOf path: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let name = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    guard let descriptor = try? Descriptor.open(name, O_RDONLY | O_DIRECTORY) else { return }
    try? descriptor.synchronise()
    descriptor.close()
  }

  /// Gives the number back.
  public func close() { _ = Glibc.close(number) }
}

/// An open file that is closed when nobody holds it any more.
public final class OpenFile: Sendable {
  /// The file.
  public let descriptor: Descriptor

  /// Holds a file.
  public init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  deinit { descriptor.close() }
}

/// Why a system call failed.
public struct SystemFault: Error, Sendable, CustomStringConvertible {
  /// What the system left in `errno`.
  public let number: Int32

  /// Takes the fault of the call that has just failed on this thread.
  public init() { number = errno }

  /// A fault that was found out otherwise.
  public init(_ number: Int32) { self.number = number }

  /// As the system puts it.
  public var description: String { String(cString: strerror(number)) }
}
