/// Every command there is, and the way from a command line to one of them.
public struct Registry: Sendable {
  /// The commands, in the order in which help lists them.
  let commands: [Command]

  /// Lists commands.
  init(_ commands: [Command]) { self.commands = commands }

  /// Runs the command that the words of a command line ask for.
  public func run(_ words: [String], in surroundings: Surroundings) -> ExitStatus {
    var failures: [Failure] = []
    do throws(Failure) {
      let call = try invocation(of: words, in: surroundings)
      defer { call.close() }
      try call.command.run(call)
    } catch {
      failures.append(error)
    }
    // Also after a failure: the faults of a file, say, are results of the command that looked.
    do throws(OutputFault) {
      try surroundings.terminal.flush()
    } catch {
      failures.append(.output(error))
    }
    guard let first = failures.first else { return .done }
    if let sentence = first.sentence { surroundings.terminal.say(sentence) }
    return first.status
  }

  /// What help prints about a command, about those that share a first word, or about all; nil if
  /// nothing has the name.
  func help(on name: String) -> String? {
    if name.isEmpty { return overview }
    if let command = command(named: name) { return command.manualPage }
    let group = commands(below: name)
    return group.isEmpty ? nil : overview(of: group, below: name)
  }

  /// The fault of a name that nothing has.
  func unknown(_ name: String) -> UsageFault {
    .unknownCommand(name, known: knownNames)
  }

  private func invocation(
    of words: [String], in surroundings: Surroundings
  ) throws(Failure) -> Invocation {
    do throws(UsageFault) {
      let (command, rest) = try sought(by: words)
      return Invocation(
        command, try Arguments(rest, for: command), registry: self, surroundings: surroundings)
    } catch {
      throw .usage(error)
    }
  }
}

/// A command and the words behind its name.
private typealias Sought = (command: Command, rest: [String])

extension Registry {
  /// Finds the command; a wish for help becomes the command "help".
  private func sought(by words: [String]) throws(UsageFault) -> Sought {
    guard let first = words.first, !Self.helpWords.contains(first) else { return (.help, []) }
    if first == "--version" { return (.version, []) }
    guard !first.hasPrefix("-") else { throw .optionBeforeCommand(first) }

    for length in [2, 1] {
      let name = words.prefix(length).joined(separator: " ")
      guard let command = command(named: name) else { continue }
      let rest = Array(words.dropFirst(length))
      return asksHelp(rest) ? (.help, [name]) : (command, rest)
    }
    return try soughtInGroup(of: first, Array(words.dropFirst()))
  }

  /// `review`, with no second word that makes a command of it.
  private func soughtInGroup(of first: String, _ rest: [String]) throws(UsageFault) -> Sought {
    let group = commands(below: first).map(\.name)
    guard !group.isEmpty else { throw unknown(first) }
    if asksHelp(rest) { return (.help, [first]) }
    guard let second = rest.first, !second.hasPrefix("-") else {
      throw .incompleteCommand(first, known: group)
    }
    throw .unknownCommand("\(first) \(second)", known: group)
  }

  private func command(named name: String) -> Command? { commands.first { $0.name == name } }

  private func commands(below first: String) -> [Command] {
    commands.filter { $0.name.hasPrefix(first + " ") }
  }

  private func asksHelp(_ words: [String]) -> Bool {
    words.prefix { $0 != "--" }.contains { Self.helpWords.contains($0) }
  }

  /// First words too, so that a mistyped `revew` leads to `review`.
  private var knownNames: [String] {
    commands.map(\.name) + Set(commands.filter { $0.name.contains(" ") }.map(\.firstWord)).sorted()
  }

  private static let helpWords: Set<String> = [Common.help.label, "-h"]
}
