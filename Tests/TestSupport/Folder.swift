import Glibc

/// A folder of a test's own, gone when the test is over.
public final class Folder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes a new one.
  public init() {
    var name = Array("/tmp/winnow-test-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { fatalError("A folder for the test could not be made.") }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink(file(name)) }
    rmdir(path)
  }

  /// A path in the folder.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of the files in the folder.
  public var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
