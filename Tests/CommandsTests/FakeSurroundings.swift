@testable import Commands

/// A terminal made of values.
final class FakeTerminal: Terminal {
  var output: [UInt8] = []
  var errors: [String] = []
  var input: [UInt8] = []
  var variables: [String: String] = [:]
  var fault: OutputFault?
  var isWatched = false
  var isFlushed = true

  func write(_ bytes: [UInt8]) throws(OutputFault) {
    output.append(contentsOf: bytes)
    isFlushed = false
  }

  func flush() throws(OutputFault) {
    if let fault { throw fault }
    isFlushed = true
  }

  func say(_ line: String) { errors.append(line) }
  func readInput() throws(FileFault) -> [UInt8] { input }
  func environment(_ name: String) -> String? { variables[name] }

  var printed: String { String(decoding: output, as: UTF8.self) }
}

/// Files made of values.
final class FakeFiles: Files {
  var contents: [String: [UInt8]] = [:]

  func read(_ path: String) throws(FileFault) -> [UInt8] {
    guard let bytes = contents[path] else { throw .absent(path: path) }
    return bytes
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileFault) { contents[path] = bytes }
}

/// Runs command lines on surroundings made of values.
struct Rig {
  let registry: Registry
  let terminal = FakeTerminal()
  let files = FakeFiles()

  init(_ commands: Command...) { registry = Registry(commands) }

  @discardableResult
  func run(_ words: String...) -> Commands.ExitStatus {
    registry.run(words, in: Surroundings(terminal: terminal, files: files))
  }
}
