import Glibc
import Testing

/// A process that a test started.
final class Child {
  private let process: pid_t
  private let output: Int32
  private var status: Int32?

  /// Starts a program that is looked up like a shell does.
  init(_ arguments: [String]) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    // No other child shall hold this one's output open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)

    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var started = pid_t()
    let code = posix_spawnp(&started, arguments[0], &actions, nil, &words, environ)
    close(ends[1])
    process = started
    output = ends[0]
    try #require(code == 0, "\(arguments[0]) could not be started.")
  }

  /// Starts the probe.
  convenience init(probe arguments: String...) throws {
    try self.init([Child.probe] + arguments)
  }

  deinit {
    kill()
    _ = wait()
    close(output)
  }

  /// Ends it at once, wherever it is.
  func kill() {
    if status == nil { Glibc.kill(process, SIGKILL) }
  }

  /// Waits for its end and gives its exit status; negative if a signal ended it.
  func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) < 0 && errno == EINTR {}
    let ended = raw & 0x7F == 0 ? raw >> 8 & 0xFF : -(raw & 0x7F)
    status = ended
    return ended
  }

  /// All that it says until its end, line by line.
  func lines() -> [String] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(output, &piece, piece.count)
      guard count > 0 else { break }
      bytes += piece.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The probe lies beside the program that runs the tests.
  static let probe: String = {
    var name = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &name, name.count)
    let path = String(
      decoding: name.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/StoreProbe"
  }()
}

/// What the machine lets a test do.
enum Machine {
  /// Whether disks can be mounted that this process and its children alone see.
  static let mayMount = run("unshare", "--mount", "true")

  /// Whether Python is there with its SQLite module.
  static let hasPython = run("python3", "-c", "import sqlite3, hashlib")

  /// Whether a child's calls of the system can be made to fail.
  static let mayTrace = run("strace", "-o", "/dev/null", "true")

  private static func run(_ arguments: String...) -> Bool {
    (try? Child(["sh", "-c", "\"$@\" 2>/dev/null", "sh"] + arguments))?.wait() == 0
  }
}
