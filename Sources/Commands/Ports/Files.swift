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

  /// A file that can be read from any place in it, as often as needed; `-` is standard input.
  ///
  /// A pipe is copied aside when it is first asked for, so that it can be read again.
  func hold(_ path: String) throws(FileFault) -> HeldFile

  /// What stands in a folder, sorted by name, without hidden files; nil if the path is none.
  func listing(of path: String) throws(FileFault) -> [FolderEntry]?
}

/// A file that can be read from any place in it.
public struct HeldFile: Sendable {
  /// How many bytes it holds.
  public let length: Int
  /// The bytes from a place on, as many as asked for; fewer at its end.
  public let read: @Sendable (_ offset: Int, _ count: Int) throws(FileFault) -> [UInt8]

  /// Joins the parts.
  public init(
    length: Int,
    read: @escaping @Sendable (_ offset: Int, _ count: Int) throws(FileFault) -> [UInt8]
  ) {
    self.length = length
    self.read = read
  }
}

/// Something that stands in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// Its name there.
  public let name: String
  /// Whether it is a folder itself; a link to one is not followed, for it may lead back.
  public let isFolder: Bool

  /// Joins the parts.
  public init(name: String, isFolder: Bool) {
    self.name = name
    self.isFolder = isFolder
  }
}
