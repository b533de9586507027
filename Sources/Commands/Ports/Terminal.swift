public import Service

/// Where a command reads and speaks: results go to standard output, all else to standard error.
public protocol Terminal: AnyObject {
  /// Writes results to standard output.
  func write(_ bytes: [UInt8]) throws(OutputFault)

  /// Writes out what is still held back.
  func flush() throws(OutputFault)

  /// Says a line on standard error. There is nobody to tell if that fails.
  func say(_ line: String)

  /// Reads standard input to its end.
  func readInput() throws(FileFault) -> [UInt8]

  /// Whether a person watches standard error, so that progress may be shown.
  var isWatched: Bool { get }

  /// Shows how far something has come, in one line of standard error that the next one overwrites;
  /// nil takes it away. Only for a terminal that is watched.
  func show(progress: String?)

  /// Seconds since some moment in the past.
  var seconds: Double { get }

  /// The value of an environment variable.
  func environment(_ name: String) -> String?
}

/// What can go wrong with standard output.
public enum OutputFault: Error, Hashable, Sendable {
  /// The reader has gone away.
  case closed
  /// It could not be written, as the system puts it.
  case failed(String)
}
