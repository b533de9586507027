import Glibc

/// Why a server cannot listen.
public enum ServerFault: Error, Hashable, Sendable {
  /// Something listens there already.
  case inUse(Endpoint)
  /// The address or port may not be used.
  case notAllowed(Endpoint)
  /// This machine has no such address, or the path no such folder.
  case absent(Endpoint)
  /// The path is too long for a socket.
  case pathTooLong(Endpoint)
  /// A file that is no socket stands at the path.
  case notASocket(Endpoint)
  /// The system refused for another reason.
  case system(Endpoint, reason: String)
  /// The HTTP library did not start.
  case library(Endpoint)

  init(_ endpoint: Endpoint, errno: Int32) {
    self =
      switch errno {
      case EADDRINUSE: .inUse(endpoint)
      case EACCES, EPERM: .notAllowed(endpoint)
      case EADDRNOTAVAIL, EAFNOSUPPORT, ENOENT, ENOTDIR: .absent(endpoint)
      default: .system(endpoint, reason: String(cString: strerror(errno)))
      }
  }

  /// What happened, where, and what to do.
  public var sentence: String {
    switch self {
    case .inUse(let endpoint): .inUse(endpoint)
    case .notAllowed(let endpoint): .notAllowed(endpoint)
    case .absent(let endpoint): .absent(endpoint)
    case .pathTooLong(let endpoint): .pathTooLong(endpoint)
    case .notASocket(let endpoint): .notASocket(endpoint)
    case .system(let endpoint, let reason): .system(endpoint, reason)
    case .library(let endpoint): .library(endpoint)
    }
  }
}

extension String {
  fileprivate static func inUse(_ endpoint: Endpoint) -> String {
    "Something listens at \(endpoint) already. Stop it, or listen elsewhere."
  }

  fileprivate static func notAllowed(_ endpoint: Endpoint) -> String {
    """
    The system does not allow listening at \(endpoint). Choose a port from 1024 on, or a path in a \
    folder that you may write to.
    """
  }

  fileprivate static func absent(_ endpoint: Endpoint) -> String {
    """
    There is nothing to listen on at \(endpoint): this machine has no such address, or no such \
    folder. Choose one that exists.
    """
  }

  fileprivate static func pathTooLong(_ endpoint: Endpoint) -> String {
    "The path in \(endpoint) is too long for a socket. Choose one of at most 107 bytes."
  }

  fileprivate static func notASocket(_ endpoint: Endpoint) -> String {
    "A file stands at \(endpoint), and it is no socket. Choose another path."
  }

  fileprivate static func system(_ endpoint: Endpoint, _ reason: String) -> String {
    "The system refused to listen at \(endpoint): \(reason). Mend that, or listen elsewhere."
  }

  fileprivate static func library(_ endpoint: Endpoint) -> String {
    """
    The HTTP library did not start at \(endpoint); most often the process may open no more files \
    or threads. Raise its limits, then try again.
    """
  }
}
