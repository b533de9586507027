/// All of the world that a command may touch.
///
/// Commands reach nothing else, so a test gives them surroundings made of values.
public struct Surroundings {
  /// Where it reads and speaks.
  public let terminal: any Terminal
  /// The files that a command line names.
  public let files: any Files
  /// The workspaces that a command line names.
  public let workspaces: any Workspaces

  /// What serves pages.
  public let servers: any Servers

  /// Joins the parts.
  public init(
    terminal: any Terminal, files: any Files, workspaces: any Workspaces,
    servers: any Servers = NoServers()
  ) {
    self.servers = servers
    self.terminal = terminal
    self.files = files
    self.workspaces = workspaces
  }
}
