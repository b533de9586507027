/// What a command line gives to a command, sorted by parameter but still text.
struct Arguments: Hashable, Sendable {
  /// The values that each parameter was given, by its label; a flag that is there has none.
  private var values: [String: [String]] = [:]

  /// Sorts the words behind a command's name, and checks each value against its shape.
  init(_ words: some Sequence<String>, for command: Command) throws(UsageFault) {
    var reader = WordReader(words)
    var operands: [String] = []
    while let word = reader.next() {
      switch word {
      case .operand(let text): operands.append(text)
      case .option(let label, let joined):
        try take(label, joined: joined, from: &reader, for: command)
      }
    }
    try place(operands, for: command)
    try checkRequired(of: command)
  }

  /// The values given for a parameter; nil if it is not there.
  func values(of parameter: some Parameter) -> [String]? { values[parameter.label] }

  private mutating func take(
    _ label: String, joined: String?, from reader: inout WordReader, for command: Command
  ) throws(UsageFault) {
    guard let option = command.options.first(where: { $0.label == label }) else {
      throw .unknownOption(label, command: command.name, known: command.options.map(\.label))
    }
    guard values[label] == nil else { throw .twice(option: label, command: command.name) }
    guard option.takesValue else {
      guard joined == nil else { throw .valueUnwanted(option: label, command: command.name) }
      return values[label] = []
    }
    guard let text = joined ?? reader.value() else {
      throw .valueMissing(option: label, command: command.name)
    }
    try keep(text, for: option)
  }

  private mutating func place(_ operands: [String], for command: Command) throws(UsageFault) {
    for (index, text) in operands.enumerated() {
      let own = index < command.operands.count ? command.operands[index] : nil
      guard let operand = own ?? command.operands.last, own != nil || operand.mayRepeat else {
        throw .surplus(operand: text, command: command.name)
      }
      try keep(text, for: operand)
    }
  }

  private mutating func keep(_ text: String, for parameter: any Parameter) throws(UsageFault) {
    if let fault = parameter.fault(of: text) { throw fault }
    values[parameter.label, default: []].append(text)
  }

  private func checkRequired(of command: Command) throws(UsageFault) {
    let missing = (command.operands + command.options).first { parameter in
      parameter.isRequired && values[parameter.label] == nil
    }
    guard let missing else { return }
    throw .missing(parameter: missing.label, command: command.name)
  }
}

/// Tells options from operands, word by word.
private struct WordReader {
  enum Word {
    case operand(String)
    case option(label: String, joined: String?)
  }

  private var rest: ArraySlice<String>
  private var optionsHaveEnded = false

  init(_ words: some Sequence<String>) { rest = ArraySlice(words) }

  mutating func next() -> Word? {
    guard let word = rest.popFirst() else { return nil }
    // A lone hyphen is standard input or output.
    guard !optionsHaveEnded, word.hasPrefix("-"), word != "-" else { return .operand(word) }
    guard word != "--" else {
      optionsHaveEnded = true
      return next()
    }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return .option(label: String(parts[0]), joined: parts.count == 2 ? String(parts[1]) : nil)
  }

  /// The next word as the value of an option; another option is none.
  mutating func value() -> String? {
    guard let word = rest.first, !word.hasPrefix("--") else { return nil }
    return rest.popFirst()
  }
}
