/// Files that a command line names.
public protocol Files: AnyObject {
  /// Reads a whole file.
  func read(_ path: String) throws(FileFault) -> [UInt8]

  /// Writes a whole file: whoever reads it sees the old one or the new one, never a part.
  func write(_ bytes: [UInt8], to path: String) throws(FileFault)
}

/// What can be wrong with a file as a whole; what is wrong inside it is told by its reader.
public enum FileFault: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case absent(path: String)
  /// The path is a folder.
  case folder(path: String)
  /// The file may not be read or written by this user.
  case forbidden(path: String)
  /// Reading failed, as the system puts it.
  case unread(path: String, detail: String)
  /// Writing failed, as the system puts it.
  case unwritten(path: String, detail: String)

  /// How the program ends after it.
  public var status: ExitStatus {
    switch self {
    case .absent, .folder, .forbidden: .file
    case .unread, .unwritten: .machine
    }
  }

  /// What happened, where, and what to do.
  public var sentence: String {
    switch self {
    case .absent(let path): .absent(path)
    case .folder(let path): .folder(path)
    case .forbidden(let path): .forbidden(path)
    case .unread(let path, let detail): .unread(path, detail)
    case .unwritten(let path, let detail): .unwritten(path, detail)
    }
  }
}

extension String {
  fileprivate static func absent(_ path: String) -> String {
    "\(path): there is no such file or folder. Look at the spelling, and at where you are."
  }

  fileprivate static func folder(_ path: String) -> String {
    "\(path): this is a folder. Name a file in it."
  }

  fileprivate static func forbidden(_ path: String) -> String {
    "\(path): you may not open this file. Ask its owner, or see to its permissions."
  }

  fileprivate static func unread(_ path: String, _ detail: String) -> String {
    "\(path): reading failed (\(detail)). Look at the disk, then try again."
  }

  fileprivate static func unwritten(_ path: String, _ detail: String) -> String {
    "\(path): writing failed (\(detail)). What stood there before is untouched; look at the disk."
  }
}
