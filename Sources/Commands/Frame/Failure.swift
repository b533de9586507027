/// Why a command did not end well.
enum Failure: Error, Hashable, Sendable {
  /// The command line is wrong.
  case usage(UsageFault)
  /// A file is wrong, or could not be read or written.
  case file(FileFault)
  /// Standard output could not be written.
  case output(OutputFault)
  /// The program contradicts itself.
  case bug(String)
  /// The command has said all there is to say; only the status is left.
  case reported(ExitStatus)

  /// How the program ends after it.
  var status: ExitStatus {
    switch self {
    case .usage: .usage
    case .file(let fault): fault.status
    case .output(.closed): .done  // a reader that leaves early has read what it wanted
    case .output(.failed): .machine
    case .bug: .bug
    case .reported(let status): status
    }
  }

  /// What is said about it on standard error, if anything is left to say.
  var sentence: String? {
    switch self {
    case .usage(let fault): fault.sentence
    case .file(let fault): fault.sentence
    case .output(.closed): nil
    case .output(.failed(let detail)): .outputFailed(detail)
    case .bug(let detail): .bug(detail)
    case .reported: nil
    }
  }
}

extension String {
  fileprivate static func outputFailed(_ detail: String) -> String {
    """
    The results could not be written to standard output (\(detail)). What the command did is done; \
    make room or choose another place, and ask for the results again.
    """
  }

  fileprivate static func bug(_ detail: String) -> String {
    """
    \(detail) This is a fault of Winnow, not yours: nothing was changed after it. Please report it \
    with the command that you gave.
    """
  }
}
