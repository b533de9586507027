import Commands
import Glibc

/// The files of this machine.
final class SystemFiles: Files {
  func read(_ path: String) throws(FileFault) -> [UInt8] {
    do throws(SystemFault) {
      let file = try Descriptor.open(path, O_RDONLY)
      defer { file.close() }
      return try file.readAll()
    } catch {
      throw FileFault(error, path) ?? .unread(path: path, detail: error.description)
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
    do throws(SystemFault) {
      if Self.isDevice(path) {
        try write(bytes, O_WRONLY, to: path)
      } else {
        try replace(Self.target(of: path), with: bytes)
      }
    } catch {
      throw FileFault(error, path) ?? .unwritten(path: path, detail: error.description)
    }
  }

  /// Whoever reads the file meanwhile sees the old one or the new one, also after a power cut.
  private func replace(_ path: String, with bytes: [UInt8]) throws(SystemFault) {
    let part = "\(path).part-\(getpid())"
    do throws(SystemFault) {
      try write(bytes, O_WRONLY | O_CREAT | O_EXCL, to: part)
      guard rename(part, path) == 0 else { throw SystemFault() }
    } catch {
      unlink(part)
      throw error
    }
  }

  private func write(_ bytes: [UInt8], _ flags: Int32, to path: String) throws(SystemFault) {
    let file = try Descriptor.open(path, flags)
    defer { file.close() }
    try file.write(bytes)
    if flags & O_CREAT != 0 { try file.synchronise() }
  }

  /// Something like `/dev/null` or a pipe, which must not be replaced by a file.
  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Where a symbolic link leads, so that the link outlives the writing; else the path itself.
  private static func target(of path: String) -> String {
    guard let target = realpath(path, nil) else { return path }
    defer { free(target) }
    return String(cString: target)
  }
}

extension FileFault {
  /// The faults that a person can mend; nil for those of the machine.
  fileprivate init?(_ fault: SystemFault, _ path: String) {
    switch fault.number {
    case ENOENT, ENOTDIR: self = .absent(path: path)
    case EISDIR: self = .folder(path: path)
    case EACCES, EPERM, EROFS: self = .forbidden(path: path)
    default: return nil
    }
  }
}
