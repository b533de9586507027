/// What can be wrong with a command line.
enum UsageFault: Error, Hashable, Sendable {
  /// No command has this name.
  case unknownCommand(String, known: [String])
  /// The first word of several commands, with no second.
  case incompleteCommand(String, known: [String])
  /// An option stands where the command should.
  case optionBeforeCommand(String)
  /// The command has no such option.
  case unknownOption(String, command: String, known: [String])
  /// The option needs a value and none follows.
  case valueMissing(option: String, command: String)
  /// The option is a flag and was given a value.
  case valueUnwanted(option: String, command: String)
  /// The option stands twice.
  case twice(option: String, command: String)
  /// A required option or operand is absent.
  case missing(parameter: String, command: String)
  /// More operands than the command takes.
  case surplus(operand: String, command: String)
  /// A value that the option or operand cannot take.
  case unreadable(value: String, parameter: String, expected: String, known: [String])
  /// Two options that exclude one another, or one that needs another, in the command's own words.
  case contradiction(String, command: String)

  /// What happened, where, and what to do.
  var sentence: String {
    switch self {
    case .unknownCommand(let name, let known): .unknownCommand(name, known)
    case .incompleteCommand(let first, let known): .incompleteCommand(first, known)
    case .optionBeforeCommand(let option): .optionBeforeCommand(option)
    case .unknownOption(let option, let command, let known):
      .unknownOption(option, command, known) + .manual(of: command)
    case .valueMissing(let option, let command):
      .valueMissing(option, command) + .manual(of: command)
    case .valueUnwanted(let option, let command):
      .valueUnwanted(option, command) + .manual(of: command)
    case .twice(let option, let command): .twice(option, command)
    case .missing(let parameter, let command): .missing(parameter, command) + .manual(of: command)
    case .surplus(let operand, let command): .surplus(operand, command) + .manual(of: command)
    case .unreadable(let value, let parameter, let expected, let known):
      .unreadable(value, parameter, expected, known)
    case .contradiction(let sentence, let command): sentence + .manual(of: command)
    }
  }
}

extension String {
  fileprivate static func unknownCommand(_ name: String, _ known: [String]) -> String {
    """
    There is no command "\(name)".\(suggestion(for: name, among: known)) "winnow help" lists the \
    commands.
    """
  }

  fileprivate static func incompleteCommand(_ first: String, _ known: [String]) -> String {
    "\"\(first)\" needs a second word: \(known.map { "\"\($0)\"" }.joined(separator: ", "))."
  }

  fileprivate static func optionBeforeCommand(_ option: String) -> String {
    """
    "\(option)" stands before the command. Options come after it: winnow COMMAND \(option). \
    "winnow help" lists the commands.
    """
  }

  fileprivate static func unknownOption(
    _ option: String, _ command: String, _ known: [String]
  ) -> String {
    let question = suggestion(for: option, among: known)
    return "\"\(command)\" has no option \"\(option)\"."
      + (question.isEmpty ? " An operand that begins with a hyphen goes behind \"--\"." : question)
  }

  fileprivate static func valueMissing(_ option: String, _ command: String) -> String {
    """
    "\(option)" of "\(command)" needs a value behind it. A value that begins with two hyphens is \
    joined with "=": \(option)=VALUE.
    """
  }

  fileprivate static func valueUnwanted(_ option: String, _ command: String) -> String {
    "\"\(option)\" of \"\(command)\" is a switch and takes no value. Leave out what follows \"=\"."
  }

  fileprivate static func twice(_ option: String, _ command: String) -> String {
    "\"\(option)\" of \"\(command)\" stands twice. Keep the one that you mean."
  }

  fileprivate static func missing(_ parameter: String, _ command: String) -> String {
    "\"\(command)\" needs \(parameter), which is not there. Add it."
  }

  fileprivate static func surplus(_ operand: String, _ command: String) -> String {
    """
    "\(command)" has no use for "\(operand)": it has all its operands. Put quotation marks around \
    a value that holds blanks, or leave it out.
    """
  }

  fileprivate static func unreadable(
    _ value: String, _ parameter: String, _ expected: String, _ known: [String]
  ) -> String {
    "\(parameter) cannot be \"\(value)\".\(suggestion(for: value, among: known)) Give \(expected)."
  }

  fileprivate static func manual(of command: String) -> String {
    " \"winnow \(command) --help\" is its manual."
  }
}
