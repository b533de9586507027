import CHTTPShim
import CMicroHTTPD
public import HTTP
import Synchronization

/// A server that is running: it reads requests, checks them, and hands them to one function.
public final class Server: Sendable {
  /// Answers requests. It is called on the server's own few threads: what takes long, or waits,
  /// keeps the reply and returns.
  public typealias Handler = @Sendable (Request, Reply) -> Void

  private struct Running: @unchecked Sendable {
    let daemon: OpaquePointer
    let watch: SystemThread
    let listener: Listener
  }

  /// Where it listens; with the port that the system chose.
  public let endpoint: Endpoint
  private let engine: Engine
  private let running: Mutex<Running?>

  /// Listens, and from then on calls the handler with each request.
  public static func start(
    on endpoint: Endpoint, settings: Settings = Settings(), handler: @escaping Handler
  ) throws(ServerFault) -> Server {
    let listener = try Listener.open(at: endpoint)
    let engine = Engine(settings, handler)
    guard let daemon = start(listener, engine) else {
      listener.close()
      throw .library(endpoint)
    }
    guard let watch = SystemThread({ engine.watch() }) else {
      MHD_stop_daemon(daemon)
      listener.close()
      throw .library(endpoint)
    }
    let running = Running(daemon: daemon, watch: watch, listener: listener)
    return Server(listener.endpoint, engine, running)
  }

  private init(_ endpoint: Endpoint, _ engine: Engine, _ running: Running) {
    self.endpoint = endpoint
    self.engine = engine
    self.running = Mutex(running)
  }

  deinit { stop() }

  /// Stops: takes no new connection or request, lets those at work end, answers for handlers that do
  /// not, and closes all connections. It takes a second more than `Patience.stopSeconds` at most.
  ///
  /// False if a handler has not returned: its thread cannot be ended, so what it uses is left behind
  /// for the end of the process to clear away.
  @discardableResult
  public func stop() -> Bool {
    guard let running = running.withLock({ $0.take() }) else { return true }
    // The order matters: the library ends the process if it is stopped with a connection parked.
    MHD_quiesce_daemon(running.daemon)
    running.listener.close()
    let isQuiet = engine.drain()
    if isQuiet {
      MHD_stop_daemon(running.daemon)
    } else {
      _ = Unmanaged.passRetained(engine)
    }
    engine.end()
    running.watch.join()
    return isQuiet
  }

  private static func start(_ listener: Listener, _ engine: Engine) -> OpaquePointer? {
    let limits = engine.settings.limits
    var settings = chttp_settings(
      listening: listener.socket, threads: engine.settings.threads,
      connections: engine.settings.connections,
      // Room for the library's own notes on each header field beside the fields themselves.
      connection_bytes: 2 * limits.headBytes,
      // Not retained: the server keeps the engine until the daemon has stopped.
      context: Unmanaged.passUnretained(engine).toOpaque(),
      connection: connectionChanged, begun: requestBegun, access: requestProceeds,
      completed: requestEnded)
    return chttp_start(&settings)
  }
}
