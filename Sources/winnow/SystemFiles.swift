import Commands
import Disk
import Glibc
import Service
import Synchronization

/// The files of this machine.
final class SystemFiles: Files {
  /// Pipes that were copied aside, by their paths.
  private let copies = Mutex<[String: OpenFile]>([:])

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
    if isNew { Descriptor.synchronise(folderOf: target) }
  }

  func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  func hold(_ path: String) throws(FileFault) -> HeldFile {
    do throws(SystemFault) {
      let file = try held(path)
      return HeldFile(length: try file.descriptor.size) { (offset, count) throws(FileFault) in
        do throws(SystemFault) {
          return try file.descriptor.read(from: offset, upTo: count)
        } catch {
          throw FileFault(reading: path, error)
        }
      }
    } catch {
      throw FileFault(reading: path, error)
    }
  }

  func listing(of path: String) throws(FileFault) -> [FolderEntry]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    guard let folder = opendir(path) else { throw FileFault(reading: path, SystemFault()) }
    defer { closedir(folder) }
    var entries: [FolderEntry] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let found = "\(path)/\(name)"
      guard !name.hasPrefix("."), lstat(found, &status) == 0 else { continue }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      guard isFolder || (stat(found, &status) == 0 && status.st_mode & S_IFMT == S_IFREG) else {
        continue
      }
      entries.append(FolderEntry(name: name, isFolder: isFolder))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private func held(_ path: String) throws(SystemFault) -> OpenFile {
    if let copy = copies.withLock({ $0[path] }) { return copy }
    let file = path == "-" ? nil : OpenFile(try Descriptor.open(path, O_RDONLY))
    if let file, try file.descriptor.isSeekable { return file }
    let copy = OpenFile(try Descriptor.nameless())
    let pipe = file?.descriptor ?? .input
    while let piece = try pipe.readPiece(of: 1 << 20) { try copy.descriptor.write(piece) }
    copies.withLock { $0[path] = copy }
    return copy
  }

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
