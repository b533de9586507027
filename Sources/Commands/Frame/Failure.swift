import Service

/// Why a command did not end well.
enum Failure: Error, Sendable {
  /// The command line is wrong.
  case usage(UsageFault)
  /// The use case was not carried out: a rule, a name, a file, or the machine.
  case fault(Fault)
  /// The person may still decide, and the command shows others' work.
  case blind(command: String)
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
    case .fault(let fault): ExitStatus(fault.family)
    case .blind: .refused
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
    case .fault(let fault): fault.sentence
    case .blind(let command): .blind(command)
    case .output(.closed): nil
    case .output(.failed(let detail)): .outputFailed(detail)
    case .bug(let detail): .bug(detail)
    case .reported: nil
    }
  }
}

extension ExitStatus {
  /// How the program ends after a fault of a family.
  init(_ family: Fault.Family) {
    switch family {
    case .refused: self = .refused
    case .words: self = .usage
    case .file: self = .file
    case .program: self = .bug
    case .machine: self = .machine
    }
  }
}

extension String {
  fileprivate static func blind(_ command: String) -> String {
    """
    "\(command)" shows who decided what, and that is not yours to see while you may still decide. \
    A lead can lift the blind for themself with --unblind, for everyone to see.
    """
  }

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
