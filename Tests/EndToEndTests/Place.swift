import Foundation

/// A folder with a workspace of its own, in which the built program is run; gone when let go of.
final class Place: Sendable {
  let folder: URL

  /// What one run of the program came to.
  struct Answer {
    let output: String
    let errors: String
    let status: Int32

    /// The lines of standard output that were written whole.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "winnow-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A workspace with a review under the smallest rules, some reports and two reviewers.
  convenience init(reports: Int) throws {
    try self.init()
    try write(
      """
      title: What helps people sleep in hospital
      framework: own
      domains:
        - {id: topic, exclude: [{id: not-sleep, text: The report is not about sleep}]}
      sources:
        - {id: medline, name: MEDLINE, route: database}
      """, to: "sleep.yaml")
    try write((1...reports).map { "{\"title\": \"Report \($0)\"}\n" }.joined(), to: "found.jsonl")
    for line in [
      "init", "person add lead", "person add one", "person add two",
      "review create sleep --protocol sleep.yaml --lead lead", "person role sleep one reviewer",
      "person role sleep two reviewer", "import sleep found.jsonl --source medline",
    ] {
      let answer = try winnow(line)
      guard answer.status == 0 else { throw Failed(line: line, answer: answer) }
    }
  }

  /// Why a workspace could not be made.
  struct Failed: Error {
    let line: String
    let answer: Answer
  }

  /// Runs the program to its end; words are parted by blanks.
  func winnow(_ line: String) throws -> Answer {
    let process = try start(line)
    process.waitUntilExit()
    return try answer(of: process, to: line)
  }

  /// Starts the program; what it prints goes to files named after its line.
  func start(_ line: String) throws -> Process {
    let process = Process()
    process.executableURL = Place.program
    process.arguments = line.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    process.environment = Place.environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try stream(line, "out")
    process.standardError = try stream(line, "err")
    try process.run()
    return process
  }

  /// How many lines of standard output a process has written so far.
  func told(by line: String) throws -> Int {
    try Data(contentsOf: file(line, "out")).count { $0 == UInt8(ascii: "\n") }
  }

  /// What a process that has ended left behind.
  func answer(of process: Process, to line: String) throws -> Answer {
    Answer(
      output: try String(contentsOf: file(line, "out"), encoding: .utf8),
      errors: try complaints(of: line), status: process.terminationStatus)
  }

  /// What a process has said on standard error so far.
  func complaints(of line: String) throws -> String {
    try String(contentsOf: file(line, "err"), encoding: .utf8)
  }

  /// Runs a shell script in the folder; `$0` is the program.
  func shell(_ script: String) throws -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, Place.program.path]
    process.currentDirectoryURL = folder
    process.environment = Place.environment
    process.standardOutput = try stream("shell", "out")
    process.standardError = try stream("shell", "err")
    try process.run()
    process.waitUntilExit()
    return try answer(of: process, to: "shell")
  }

  func write(_ text: String, to name: String) throws {
    try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  /// The database, which no process may have open meanwhile.
  var database: URL { folder.appending(path: "workspace/winnow.sqlite") }

  /// The positions of the decisions on each report.
  func decisions() throws -> [String: Int] {
    struct Entry: Decodable {
      let kind: String
      let subject: String
    }
    let answer = try winnow("ledger list sleep --json")
    let entries = try JSONDecoder().decode([Entry].self, from: Data(answer.output.utf8))
    return entries.filter { $0.kind == "decision-given" }
      .reduce(into: [:]) { $0[$1.subject, default: 0] += 1 }
  }

  private func stream(_ line: String, _ end: String) throws -> FileHandle {
    let file = file(line, end)
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private func file(_ line: String, _ end: String) -> URL {
    folder.appending(path: line.replacing("/", with: "_") + "." + end)
  }

  private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "winnow")

  private static var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    var environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"]
    environment["LLVM_PROFILE_FILE"] = own["LLVM_PROFILE_FILE"]
    return environment
  }
}
