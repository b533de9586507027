import Glibc
import HTTP
import HTTPServer
import Synchronization

/// A server that says what it was asked, and what the tests ask of it.
enum Echo {
  /// Starts one on loopback, at a port that the system chooses.
  static func start(_ settings: Settings = Settings(), held: Held = Held()) throws -> Server {
    guard let endpoint = Endpoint("127.0.0.1:0") else { throw ServerFault.library(.unix(path: "")) }
    return try Server.start(on: endpoint, settings: settings) { answer($0, $1, held) }
  }

  /// Answers: `/held` keeps its reply in `held`, `/lost` lets it go, `/stuck` sleeps two seconds.
  static func answer(_ request: Request, _ reply: Reply, _ held: Held) {
    switch request.path.first {
    case "held": held.keep(reply)
    case "lost": return
    case "stuck":
      sleep(2)
      reply.send(.text("late"))
    case "large": reply.send(.text(String(repeating: "x", count: 3_000_000)))
    default:
      let parts = request.path.joined(separator: "|")
      reply.send(
        .text("\(request.method.rawValue) \(parts) \(request.body.count) \(request.remote)"))
    }
  }
}

/// Replies that wait to be sent by another thread.
final class Held: Sendable {
  private let replies = Mutex<[Reply]>([])

  func keep(_ reply: Reply) { replies.withLock { $0.append(reply) } }

  /// Waits until there are so many, then takes them; fewer if it takes seconds.
  func take(_ count: Int) -> [Reply] {
    for _ in 0..<5_000 where replies.withLock(\.count) < count { usleep(1_000) }
    return replies.withLock { replies in
      defer { replies = [] }
      return replies
    }
  }
}

extension Server {
  /// The port that the system chose.
  var port: UInt16 {
    switch endpoint {
    case .tcp(_, let port): port
    case .unix: 0
    }
  }

  /// A new connection.
  func client() -> Client { Client(port: port) }
}

/// Runs one function a number of times at once, each on a thread of its own, and waits for all.
func atOnce(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  final class Work: Sendable {
    let index: Int
    let body: @Sendable (Int) -> Void
    init(_ index: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }
  let threads = (0..<count).map { index in
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(index, body)).toOpaque()
    pthread_create(
      &thread, nil,
      { pointer in
        if let pointer {
          let work = Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
          work.body(work.index)
        }
        return nil
      }, work)
    return thread
  }
  for thread in threads { pthread_join(thread, nil) }
}
