public import Service

/// How pages are served.
public struct Serving: Hashable, Sendable {
  /// Where to listen: `ADDRESS:PORT` or `unix:PATH`.
  public var place: String
  /// The names by which others reach the service, beside those of loopback.
  public var hosts: [String]
  /// Whether a server before this one speaks TLS with browsers.
  public var isBehindTLS: Bool

  /// Joins the parts.
  public init(place: String, hosts: [String] = [], isBehindTLS: Bool = false) {
    self.place = place
    self.hosts = hosts
    self.isBehindTLS = isBehindTLS
  }
}

/// What serves the pages of a workspace from this machine.
public protocol Servers: AnyObject {
  /// Serves until the process is asked to stop; `isReady` is told the address first. Gives a
  /// sentence if it could not begin.
  func serve(
    _ bench: Workbench, _ serving: Serving, isReady: (String) -> Void
  ) -> String?
}

/// Serves nothing: for surroundings in which no command does.
public final class NoServers: Servers {
  /// Serves nothing.
  public init() {}

  /// Says that nothing is served here.
  public func serve(
    _ bench: Workbench, _ serving: Serving, isReady: (String) -> Void
  ) -> String? {
    "Nothing can be served from here."
  }
}
