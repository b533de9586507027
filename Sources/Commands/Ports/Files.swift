public import Service

/// Files that a command line names.
public protocol Files: AnyObject, Sendable {
  /// Reads a whole file.
  func read(_ path: String) throws(FileFault) -> [UInt8]

  /// Begins to read a file; what comes back gives the next piece, nil at the end.
  func open(_ path: String) throws(FileFault) -> (() throws(FileFault) -> [UInt8]?)

  /// Writes a whole file piece by piece: whoever reads it sees the old one or the new one, never a
  /// part. `body` is given what takes a piece; if it throws, nothing was written.
  func write(
    to path: String,
    _ body: (@escaping (ArraySlice<UInt8>) throws(FileFault) -> Void) throws(Fault) -> Void
  ) throws(Fault)

  /// Whether something stands at a path.
  func exists(_ path: String) -> Bool
}
