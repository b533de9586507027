public import HTTP

/// How long a connection may take.
public struct Patience: Hashable, Sendable {
  /// Between two requests, and for a request line.
  public var idleSeconds = 30.0
  /// For a request, from its first line to its last byte.
  public var requestSeconds = 60.0
  /// For taking an answer.
  public var answerSeconds = 120.0
  /// For requests at work when the server is stopped.
  public var stopSeconds = 10.0

  /// Begins with the standard times.
  public init() {}
}

/// How a server behaves.
public struct Settings: Sendable {
  /// The names that it answers to.
  public var hosts = Hosts()
  /// How much of a request it takes.
  public var limits = RequestLimits.standard
  /// How long it waits.
  public var patience = Patience()
  /// What every answer carries.
  public var security = SecurityHeaders()
  /// Threads that read requests and call the handler.
  public var threads: UInt32 = 4
  /// Connections at once.
  public var connections: UInt32 = 1_000

  /// Begins with the standard settings.
  public init() {}
}
