import Ledger
import Service
import Synchronization

@testable import Commands

/// A terminal made of values.
final class FakeTerminal: Terminal {
  var output: [UInt8] = []
  var errors: [String] = []
  var input: [UInt8] = []
  var variables: [String: String] = [:]
  var fault: OutputFault?
  var isWatched = false
  /// What was shown of progress; nil where it was taken away.
  var shown: [String?] = []
  /// A second passes with each look at the clock.
  private var passed = 0.0
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
  func show(progress: String?) { shown.append(progress) }
  var seconds: Double {
    passed += 1
    return passed
  }
  func environment(_ name: String) -> String? { variables[name] }

  var printed: String { String(decoding: output, as: UTF8.self) }
}

/// Files made of values.
final class FakeFiles: Files, @unchecked Sendable {
  var contents: [String: [UInt8]] = [:]
  /// Files that nobody may open.
  var forbidden: Set<String> = []

  func read(_ path: String) throws(FileFault) -> [UInt8] {
    guard !forbidden.contains(path) else { throw .forbidden(path: path) }
    guard let bytes = contents[path] else { throw .absent(path: path) }
    return bytes
  }

  func open(_ path: String) throws(FileFault) -> (() throws(FileFault) -> [UInt8]?) {
    var rest: [UInt8]? = try read(path)
    return { () throws(FileFault) in
      defer { rest = nil }
      return rest
    }
  }

  func write(
    to path: String,
    _ body: (@escaping (ArraySlice<UInt8>) throws(FileFault) -> Void) throws(Fault) -> Void
  ) throws(Fault) {
    var bytes: [UInt8] = []
    try body { (piece) throws(FileFault) in bytes += piece }
    contents[path] = bytes
  }

  func exists(_ path: String) -> Bool { contents[path] != nil }

  func hold(_ path: String) throws(FileFault) -> HeldFile {
    let bytes = try read(path)
    return HeldFile(length: bytes.count) { (offset, count) throws(FileFault) in
      Array(bytes.dropFirst(offset).prefix(count))
    }
  }

  func listing(of path: String) throws(FileFault) -> [FolderEntry]? {
    let inside = contents.keys.filter { $0.hasPrefix(path + "/") }
    guard !inside.isEmpty else { return nil }
    let names = Set(inside.map { $0.dropFirst(path.count + 1) })
    let folders = Set(names.compactMap { $0.contains("/") ? $0.prefix { $0 != "/" } : nil })
    let files = names.filter { !$0.contains("/") && !$0.hasPrefix(".") }
    return
      (folders.map { FolderEntry(name: String($0), isFolder: true) }
      + files.map { FolderEntry(name: String($0), isFolder: false) }).sorted { $0.name < $1.name }
  }
}

/// Workspaces in memory; a moment passes with each look at the clock.
final class FakeWorkspaces: Workspaces {
  private var stores: [String: MemoryStore] = [:]
  private let moment = Moments()

  func open(_ place: String) throws(Fault) -> Workbench {
    guard let store = stores[place] else { throw .store(.absent(place: place)) }
    let moment = moment
    return try Workbench(
      Workbench.Surroundings(
        openStore: { () throws(StoreFault) in store.connect() }, clock: { moment.next() }))
  }

  func create(_ place: String) throws(Fault) -> Bool {
    guard stores[place] == nil else { return false }
    stores[place] = MemoryStore()
    return true
  }

  func restore(_ backup: String, to place: String) throws(Fault) {
    guard stores[place] == nil else { throw .file(.notEmptyWorkspace(place: place)) }
    throw .file(.absent(path: backup))
  }

  private final class Moments: Sendable {
    private let last = Mutex<Int64>(1_700_000_000_000_000)
    func next() -> Int64 {
      last.withLock { last in
        last += 1_000_000
        return last
      }
    }
  }
}

/// Runs command lines on surroundings made of values.
struct Rig {
  let registry: Registry
  let terminal = FakeTerminal()
  let files = FakeFiles()
  let workspaces = FakeWorkspaces()

  init(_ commands: Command...) { registry = Registry(commands) }

  /// All of the commands.
  init(all: Void) { registry = .all }

  var surroundings: Surroundings {
    Surroundings(terminal: terminal, files: files, workspaces: workspaces)
  }

  @discardableResult
  func run(_ words: String...) -> Commands.ExitStatus {
    registry.run(words, in: surroundings)
  }

  /// Runs one line, split at blanks and outside of quotation marks; gives what it printed.
  @discardableResult
  func obey(_ line: String) -> (status: Commands.ExitStatus, output: String, errors: [String]) {
    terminal.output = []
    terminal.errors = []
    let words = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { part in
        part.offset.isMultiple(of: 2)
          ? part.element.split(separator: " ").map(String.init) : [String(part.element)]
      }
    let status = registry.run(words, in: surroundings)
    return (status, terminal.printed, terminal.errors)
  }
}
