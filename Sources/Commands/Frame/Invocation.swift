/// One call of a command: what it was given, and the surroundings to act in.
///
/// Parameters come back as the values of their shape. Whatever a shape refuses was refused before
/// the command began.
struct Invocation {
  /// The command.
  let command: Command
  /// Every command there is.
  let registry: Registry
  /// All of the world that may be touched.
  let surroundings: Surroundings
  private let arguments: Arguments
  let opened = Opened()

  /// Joins the parts.
  init(
    _ command: Command, _ arguments: Arguments, registry: Registry, surroundings: Surroundings
  ) {
    self.command = command
    self.registry = registry
    self.surroundings = surroundings
    self.arguments = arguments
  }

  /// Whether a flag is there.
  func has(_ flag: Flag) -> Bool { arguments.values(of: flag) != nil }

  /// Whether the command takes a parameter.
  func declares(_ parameter: some Parameter) -> Bool {
    (command.operands + command.options).contains { $0.label == parameter.label }
  }

  /// The value of an option, if it is there.
  func optional<Value>(_ option: Option<Value>) throws(Failure) -> Value? {
    try all(option, option.shape).first
  }

  /// The value of an option that the command cannot do without.
  func required<Value>(_ option: Option<Value>) throws(Failure) -> Value {
    try first(of: all(option, option.shape), option)
  }

  /// The value of an operand, if it is there.
  func optional<Value>(_ operand: Operand<Value>) throws(Failure) -> Value? {
    try all(operand).first
  }

  /// The value of an operand that the command cannot do without.
  func required<Value>(_ operand: Operand<Value>) throws(Failure) -> Value {
    try first(of: all(operand), operand)
  }

  /// Every value of an operand that may be repeated.
  func all<Value>(_ operand: Operand<Value>) throws(Failure) -> [Value] {
    try all(operand, operand.shape)
  }

  /// The fault of a command line whose parts contradict one another.
  func contradiction(_ sentence: String) -> Failure {
    .usage(.contradiction(sentence, command: command.name))
  }

  private func all<Value>(
    _ parameter: some Parameter, _ shape: Shape<Value>
  ) throws(Failure) -> [Value] {
    guard declares(parameter) else { throw .bug(.undeclared(parameter.label, command.name)) }

    var values: [Value] = []
    for text in arguments.values(of: parameter) ?? [] {
      guard let value = shape.read(text) else { throw .bug(.unchecked(parameter.label, text)) }
      values.append(value)
    }
    return values
  }

  /// An optional parameter may be required by the company it is in, so its absence is a usage fault.
  private func first<Value>(
    of values: [Value], _ parameter: some Parameter
  ) throws(Failure) -> Value {
    guard let value = values.first else {
      throw .usage(.missing(parameter: parameter.label, command: command.name))
    }
    return value
  }
}

extension String {
  fileprivate static func undeclared(_ label: String, _ command: String) -> String {
    "\"\(command)\" asks for \(label), which it does not declare."
  }

  fileprivate static func unchecked(_ label: String, _ text: String) -> String {
    "\(label) was let through as \"\(text)\", which cannot be read."
  }
}
