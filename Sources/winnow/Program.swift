import CShim
import Commands
import Glibc

/// The program: joins the commands to this machine.
enum Program {
  /// Obeys the command line of this process, and gives the status to end with.
  static func run() -> Int32 {
    // A reader that goes away, and a limit on the size of files, are then told by `write`, and not
    // by the death of the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let words = Array(CommandLine.arguments.dropFirst())
    // What one thread of a command reads, another files: with a heap of its own each, both would be
    // as large as they ever were. Serving has many threads at once, which would wait for each other.
    if words.first != "serve" { _ = cshim_share_heap() }
    let surroundings = Surroundings(
      terminal: SystemTerminal(), files: SystemFiles(), workspaces: SystemWorkspaces(),
      servers: SystemServers())
    return Registry.all.run(words, in: surroundings).rawValue
  }
}
