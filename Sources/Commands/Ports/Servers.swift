public import Service

/// What serves the pages of a workspace from this machine.
public protocol Servers: AnyObject {
  /// Serves until the process is asked to stop; `isReady` is told the address first. Gives a
  /// sentence if it could not begin.
  func serve(
    _ bench: Workbench, on place: String, isReady: (String) -> Void
  ) -> String?
}

/// Serves nothing: for surroundings in which no command does.
public final class NoServers: Servers {
  /// Serves nothing.
  public init() {}

  /// Says that nothing is served here.
  public func serve(
    _ bench: Workbench, on place: String, isReady: (String) -> Void
  ) -> String? {
    "Nothing can be served from here."
  }
}
