import Glibc
import Synchronization

/// As many people as there are cookies, each on a connection of their own, each waiting for the
/// answer to one request before the next.
enum FormClient {
  /// What a run came to.
  struct Outcome {
    var done = 0
    var failures: [String] = []
    var took = 0.0
    /// The time from sending a form to its answer, of every form, in microseconds.
    var waits: [Double] = []
  }

  /// Sends forms for some seconds; `turn` sends one and says whether to go on.
  static func run(
    connections: Int, port: UInt16, seconds: Double,
    _ turn: @escaping @Sendable (_ person: Int, _ turn: Int, inout Connection) throws -> Bool
  ) -> Outcome {
    let start = Machine.seconds()
    let total = Mutex(Outcome())
    let end = start + seconds
    let threads = (0..<connections).map { person in
      BlockingThread {
        var own = Outcome()
        do {
          var connection = try Connection(port: port)
          while Machine.seconds() < end, try turn(person, own.done, &connection) {
            own.done += 1
            own.waits.append(connection.wait * 1e6)
          }
        } catch {
          own.failures.append("\(error)")
        }
        total.withLock {
          $0.done += own.done
          $0.failures += own.failures
          $0.waits += own.waits
        }
      }
    }
    for thread in threads { thread.join() }
    return total.withLock {
      $0.took = Machine.seconds() - start
      $0.waits.sort()
      return $0
    }
  }
}

/// A thread that may block: there is one a connection.
private struct BlockingThread {
  private let thread: pthread_t

  init(_ body: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Body(body)).toOpaque()
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { box in
        guard let box else { return nil }
        Unmanaged<Body>.fromOpaque(box).takeRetainedValue().run()
        return nil
      }, box)
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}

/// One connection to a server of this machine that is kept open.
struct Connection: ~Copyable {
  private let socket: Int32
  private var bytes = [UInt8](repeating: 0, count: 1 << 16)
  /// How long the last answer took.
  private(set) var wait = 0.0

  init(port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw BenchFault(what: "cannot connect to port \(port)") }
    var on: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(4))
  }

  deinit { close(socket) }

  /// Sends a request and gives the status and the body of the answer.
  mutating func ask(
    _ method: String, _ path: String, cookie: String, body: String = ""
  ) throws -> (status: Int, body: ArraySlice<UInt8>) {
    var request = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: \(cookie)\r\n"
    if method == "POST" {
      request += "Content-Type: application/x-www-form-urlencoded\r\n"
      request += "Content-Length: \(body.utf8.count)\r\n"
    }
    let text = Array((request + "\r\n" + body).utf8)
    let start = Machine.seconds()
    guard send(socket, text, text.count, Int32(MSG_NOSIGNAL)) == text.count else {
      throw BenchFault(what: "the connection was closed")
    }
    var answer: [UInt8] = []
    while true {
      let count = recv(socket, &bytes, bytes.count, 0)
      guard count > 0 else { throw BenchFault(what: "the connection was closed") }
      answer += bytes[..<count]
      guard let head = Connection.head(of: answer) else { continue }
      if answer.count >= head.end + head.length {
        wait = Machine.seconds() - start
        return (head.status, answer[head.end...])
      }
    }
  }

  private static func head(of answer: [UInt8]) -> (status: Int, end: Int, length: Int)? {
    guard let end = answer[...].place(of: "\r\n\r\n") else { return nil }
    let lines = String(decoding: answer[..<end], as: UTF8.self).lowercased()
      .split(separator: "\r\n")
    let length = lines.first { $0.hasPrefix("content-length:") }?.split(separator: " ").last
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return (status, end + 4, length.flatMap { Int($0) } ?? 0)
  }
}

extension ArraySlice<UInt8> {
  /// Where a text begins; nil if it is not there.
  func place(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    return withUnsafeBufferPointer { bytes in
      guard bytes.count >= wanted.count else { return nil }
      for place in 0...(bytes.count - wanted.count) where bytes[place] == wanted[0] {
        let isThere = wanted.indices.allSatisfy { bytes[place + $0] == wanted[$0] }
        if isThere { return startIndex + place }
      }
      return nil
    }
  }
}
