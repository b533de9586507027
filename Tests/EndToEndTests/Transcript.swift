/// A session with the program, written down: what was typed, what was printed, how it ended.
///
/// A line of a transcript file is one of these:
///
///     # told to the reader
///     $ a command line for the shell
///     > one more line of it
///     ! a line of standard error
///     [64]            the exit status, if it is not 0
///     anything else   a line of standard output
///
/// An output line that would look like one of the others has a backslash before it. Empty lines
/// before a command or a remark only set it apart.
struct Transcript: Equatable {
  /// What one command did.
  struct Answer: Equatable {
    var output: [String] = []
    var errors: [String] = []
    var status: Int32 = 0
  }

  /// What stands in the file, from top to bottom.
  enum Part: Equatable {
    case remark(String)
    case step(command: [String], answer: Answer)
  }

  var parts: [Part]

  /// Reads a transcript file.
  init(reading text: String) {
    parts = []
    var emptyLines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let standsApart = line.hasPrefix("$ ") || line.hasPrefix("#")
      guard standsApart || !line.isEmpty else {
        emptyLines += 1
        continue
      }
      for _ in 0..<emptyLines {
        if standsApart { parts.append(.remark("")) } else { take("\\") }
      }
      emptyLines = 0
      take(String(line))
    }
  }

  /// The text of the file.
  var text: String {
    parts.map { part in
      switch part {
      case .remark(let line): line + "\n"
      case .step(let command, let answer): Self.text(of: command, answer)
      }
    }.joined()
  }

  private mutating func take(_ line: String) {
    if line.hasPrefix("$ ") {
      parts.append(.step(command: [String(line.dropFirst(2))], answer: Answer()))
      return
    }
    guard case .step(var command, var answer) = parts.last, !line.hasPrefix("#") else {
      parts.append(.remark(line))
      return
    }
    if line.hasPrefix("> ") {
      command.append(String(line.dropFirst(2)))
    } else if line.hasPrefix("! ") || line == "!" {
      answer.errors.append(String(line.dropFirst(2)))
    } else if let status = Self.status(line) {
      answer.status = status
    } else {
      answer.output.append(line.hasPrefix("\\") ? String(line.dropFirst()) : line)
    }
    parts[parts.count - 1] = .step(command: command, answer: answer)
  }

  private static func text(of command: [String], _ answer: Answer) -> String {
    let typed = zip(["$ "] + repeatElement("> ", count: command.count), command).map { $0 + $1 }
    let errors = answer.errors.map { $0.isEmpty ? "!" : "! " + $0 }
    let status = answer.status == 0 ? [] : ["[\(answer.status)]"]
    let lines = typed + output(of: answer) + errors + status
    return lines.map { $0 + "\n" }.joined()
  }

  private static func output(of answer: Answer) -> [String] {
    var lines = answer.output.map { line in
      status(line) != nil || marks.contains { line.hasPrefix($0) } ? "\\" + line : line
    }
    if lines.last == "" { lines[lines.count - 1] = "\\" }
    return lines
  }

  private static let marks = ["#", "$ ", "> ", "!", "\\"]

  /// The exit status that a line like `[64]` tells.
  private static func status(_ line: String) -> Int32? {
    guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
    return Int32(line.dropFirst().dropLast())
  }
}
