import Glibc
public import Service
import Synchronization

/// A file without a name, for bytes that memory shall not hold. It is gone with whoever holds it,
/// also where the process is killed.
public final class NamelessFile: ScratchFile {
  /// So many bytes stay in memory before the file is used.
  public let threshold = 24 << 20
  private let folder: String
  private let state: Mutex<State>

  private struct State {
    var file: OpenFile?
    var end = 0
    var isFull = false
    var fault: FileFault?
  }

  /// One on the disk of a folder, made with the folder when the first bytes come.
  public convenience init(in folder: String) { self.init(nil, in: folder) }

  init(_ descriptor: Descriptor?, in folder: String) {
    self.folder = folder
    state = Mutex(State(file: descriptor.map { OpenFile($0) }))
  }

  /// Why bytes could not be read again.
  public var fault: FileFault? { state.withLock { $0.fault } }

  /// Writes bytes behind those before; nil where the folder takes no file or the disk is full, and
  /// from then on.
  public func add(_ bytes: [UInt8]) -> Int? {
    state.withLock { state in
      if state.isFull { return nil }
      do throws(SystemFault) {
        let file = if let known = state.file { known } else { try opened() }
        state.file = file
        try file.descriptor.write(bytes, at: state.end)
      } catch {
        state.isFull = true
        return nil
      }
      defer { state.end += bytes.count }
      return state.end
    }
  }

  /// Reads bytes again; the first fault is remembered.
  public func read(from place: Int, count: Int) -> [UInt8]? {
    guard let file = state.withLock({ $0.file }) else { return nil }
    do throws(SystemFault) {
      let bytes = try file.descriptor.read(from: place, upTo: count)
      guard bytes.count == count else { throw SystemFault(EIO) }
      return bytes
    } catch {
      state.withLock { state in
        state.fault = state.fault ?? .unread(path: folder, detail: error.description)
      }
      return nil
    }
  }

  private func opened() throws(SystemFault) -> OpenFile {
    mkdir(folder, 0o700)
    return OpenFile(try Descriptor.nameless(in: folder))
  }
}
