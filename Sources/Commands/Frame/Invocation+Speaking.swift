import JSON

extension Invocation {
  /// Prints results: as JSON if that was asked for, else as text.
  func show(text: @autoclosure () -> String, json: @autoclosure () -> JSONValue)
    throws(Failure)
  {
    try print(has(Common.json) ? json().text(indented: true) : text())
  }

  /// Prints a line, or lines, of results; an empty text is no line.
  func print(_ text: String) throws(Failure) {
    if !text.isEmpty { try write(Array((text + "\n").utf8)) }
  }

  /// Writes results byte for byte.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try surroundings.terminal.write(bytes)
    } catch {
      throw .output(error)
    }
  }

  /// Remarks on what was done, for a person who watches; `--quiet` leaves it out.
  func remark(_ line: String) {
    guard !has(Common.quiet) else { return }
    surroundings.terminal.say(line)
  }

  /// Says a fault that does not end the command at once, such as one of many in a file.
  func complain(_ line: String) { surroundings.terminal.say(line) }

  /// Reads a file that the command line names; `-` is standard input.
  func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      return try path == "-"
        ? surroundings.terminal.readInput() : surroundings.files.read(path)
    } catch {
      throw .file(error)
    }
  }

  /// Writes a file that the command line names; `-` is standard output.
  func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    guard path != "-" else { return try write(bytes) }
    do {
      try surroundings.files.write(bytes, to: path)
    } catch {
      throw .file(error)
    }
  }
}
