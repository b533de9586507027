import Commands
import Glibc
import Service

/// The files of this machine.
final class SystemFiles: Files {
  func read(_ path: String) throws(FileFault) -> [UInt8] {
    do throws(SystemFault) {
      let file = try Descriptor.open(path, O_RDONLY)
      defer { file.close() }
      return try file.readAll()
    } catch {
      throw FileFault(reading: path, error)
    }
  }

  func open(_ path: String) throws(FileFault) -> (() throws(FileFault) -> [UInt8]?) {
    let file: OpenFile
    do throws(SystemFault) {
      file = OpenFile(try Descriptor.open(path, O_RDONLY))
    } catch {
      throw FileFault(reading: path, error)
    }
    return { () throws(FileFault) in
      do throws(SystemFault) {
        return try file.descriptor.readPiece(of: 1 << 20)
      } catch {
        throw FileFault(reading: path, error)
      }
    }
  }

  func write(
    to path: String,
    _ body: (@escaping (ArraySlice<UInt8>) throws(FileFault) -> Void) throws(Fault) -> Void
  ) throws(Fault) {
    let target = Self.isDevice(path) ? path : Self.target(of: path)
    let part = Self.isDevice(path) ? path : "\(target).part-\(getpid())"
    let isNew = part != path
    do throws(Fault) {
      try Self.fill(part, for: path, isNew ? O_WRONLY | O_CREAT | O_EXCL : O_WRONLY, body)
      guard !isNew || rename(part, target) == 0 else {
        throw .file(FileFault(writing: path, SystemFault()))
      }
    } catch {
      if isNew { unlink(part) }
      throw error
    }
    if isNew { Self.synchronise(folderOf: target) }
  }

  func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Writes a file that nobody knows the name of yet, or a device.
  private static func fill(
    _ part: String, for path: String, _ flags: Int32,
    _ body: (@escaping (ArraySlice<UInt8>) throws(FileFault) -> Void) throws(Fault) -> Void
  ) throws(Fault) {
    let file: Descriptor
    do throws(SystemFault) {
      file = try Descriptor.open(part, flags)
    } catch {
      throw .file(FileFault(writing: path, error))
    }
    defer { file.close() }
    try body { (piece) throws(FileFault) in
      do throws(SystemFault) {
        try file.write(piece)
      } catch {
        throw FileFault(writing: path, error)
      }
    }
    guard flags & O_CREAT != 0 else { return }
    do throws(SystemFault) {
      try file.synchronise()
    } catch {
      throw .file(FileFault(writing: path, error))
    }
  }

  /// Makes a new name durable; where the system cannot, the file itself is safe all the same.
  static func synchronise(folderOf path: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let name = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    guard let descriptor = try? Descriptor.open(name, O_RDONLY | O_DIRECTORY) else { return }
    try? descriptor.synchronise()
    descriptor.close()
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
  /// Why a path could not be read.
  init(reading path: String, _ fault: SystemFault) {
    self = FileFault(fault, path) ?? .unread(path: path, detail: fault.description)
  }

  /// Why a path could not be written.
  init(writing path: String, _ fault: SystemFault) {
    self = FileFault(fault, path) ?? .unwritten(path: path, detail: fault.description)
  }

  /// The faults that a person can mend; nil for those of the machine.
  private init?(_ fault: SystemFault, _ path: String) {
    switch fault.number {
    case ENOENT, ENOTDIR: self = .absent(path: path)
    case EISDIR: self = .folder(path: path)
    case EACCES, EPERM, EROFS: self = .forbidden(path: path)
    default: return nil
    }
  }
}
