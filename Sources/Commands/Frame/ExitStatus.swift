/// How the program ends: the one table of exit statuses, told to people in docs/errors.md.
public enum ExitStatus: Int32, Hashable, CaseIterable, Sendable {
  /// Done, or already so.
  case done = 0
  /// A rule says no.
  case refused = 1
  /// The command line is wrong.
  case usage = 64
  /// A file is wrong.
  case file = 65
  /// The program is wrong.
  case bug = 70
  /// The machine failed: the disk, most often.
  case machine = 74

  /// What it means, in a few words.
  var meaning: String {
    switch self {
    case .done: "done, or already so"
    case .refused: "refused by a rule"
    case .usage: "the command line is wrong"
    case .file: "a file is wrong"
    case .bug: "a fault of Winnow itself"
    case .machine: "the machine failed"
    }
  }
}
