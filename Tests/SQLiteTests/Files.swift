import Glibc

/// The length of a file, without opening it.
func length(of path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}

/// The bytes of a file. Not for a store that is open here and that another process works on too:
/// closing the file drops the locks of this process.
func contents(of path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return [] }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: Int(lseek(file, 0, SEEK_END)))
  let count = pread(file, &bytes, bytes.count, 0)
  return Array(bytes.prefix(max(count, 0)))
}

/// Writes a file anew.
func write(_ bytes: [UInt8], to path: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  guard file >= 0 else { fatalError("\(path) could not be written.") }
  defer { close(file) }
  precondition(Glibc.write(file, bytes, bytes.count) == bytes.count)
}
