import JSON
import Service

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

  /// Writes out what was printed so far: whoever reads it then knows that it is done.
  func flush() throws(Failure) {
    do {
      try surroundings.terminal.flush()
    } catch {
      throw .output(error)
    }
  }

  /// Reads a file that the command line names; `-` is standard input.
  func read(_ path: String) throws(Failure) -> [UInt8] {
    do {
      return try path == "-"
        ? surroundings.terminal.readInput() : surroundings.files.read(path)
    } catch {
      throw .fault(.file(error))
    }
  }

  /// A file that the command line names, to be read piece by piece; `-` is standard input.
  func source(_ path: String) throws(Failure) -> ImportSource {
    guard path != "-" else { return ImportSource(name: path, bytes: try read(path)) }
    let files = surroundings.files
    return ImportSource(name: path) { () throws(FileFault) in try files.open(path) }
  }

  /// Writes a file that the command line names, piece by piece; `-` is standard output.
  func write(
    to path: String,
    _ body: (@escaping (ArraySlice<UInt8>) throws(FileFault) -> Void) throws(Fault) -> Void
  ) throws(Failure) {
    guard path == "-" else {
      return try answer(of: surroundings.files.write(to: path, body))
    }
    let terminal = surroundings.terminal
    var fault: OutputFault?
    do throws(Fault) {
      try body { (piece) throws(FileFault) in
        do throws(OutputFault) {
          try terminal.write(Array(piece))
        } catch {
          fault = error
          throw .unwritten(path: path, detail: "")  // ends the body; `fault` says why
        }
      }
    } catch {
      if let fault { throw .output(fault) }
      throw .fault(error)
    }
  }
}
