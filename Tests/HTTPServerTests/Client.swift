import Glibc

/// A client that sends any bytes at all, and reads what comes back.
///
/// Nothing waits longer than a few seconds, so that a server that hangs fails its test.
final class Client {
  private let socket: Int32
  private var unread: [UInt8] = []

  init(port: UInt16) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    connect(&address, MemoryLayout<sockaddr_in>.size)
  }

  init(path: String) {
    socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    connect(&address, MemoryLayout<sockaddr_un>.size)
  }

  deinit { close(socket) }

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          socket, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Sends one request and reads its answer.
  func get(_ path: String, _ fields: String = "") -> Answer? {
    send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n")
    return answer()
  }

  /// The next answer; nil if the connection ends before it is whole.
  func answer(withoutBody: Bool = false) -> Answer? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let head = unread.firstRange(of: end),
        let answer = Answer(unread[..<head.lowerBound], withoutBody: withoutBody)
      {
        let whole = head.upperBound + answer.length
        if unread.count >= whole {
          let body = unread[head.upperBound..<whole]
          unread.removeFirst(whole)
          return answer.with(body)
        }
      }
      guard receive() else { return nil }
    }
  }

  /// Whether the server has closed, with nothing more to say.
  func isClosed() -> Bool { unread.isEmpty && !receive() }

  /// All that comes until the server closes.
  func untilClosed() -> String {
    while receive() {}
    return String(decoding: unread, as: UTF8.self)
  }

  private func receive() -> Bool {
    var room = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &room, room.count, 0)
    guard count > 0 else { return false }
    unread += room[..<count]
    return true
  }

  private func connect<Address>(_ address: inout Address, _ size: Int) {
    var limit = timeval(tv_sec: 8, tv_usec: 0)
    let length = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, length)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, length)
    withUnsafeBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { bound in
        _ = Glibc.connect(socket, bound.baseAddress, socklen_t(size))
      }
    }
  }
}

/// What a server answered.
struct Answer {
  let status: Int
  let head: String
  let body: String
  let length: Int

  init?(_ bytes: ArraySlice<UInt8>, withoutBody: Bool) {
    head = String(decoding: bytes, as: UTF8.self)
    body = ""
    guard let status = Int(head.split(separator: " ").dropFirst().first ?? "") else { return nil }
    self.status = status
    let field = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
    let length = field.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
    self.length = withoutBody || status == 100 || status == 304 ? 0 : length
  }

  private init(_ answer: Answer, _ body: ArraySlice<UInt8>) {
    status = answer.status
    head = answer.head
    length = answer.length
    self.body = String(decoding: body, as: UTF8.self)
  }

  func with(_ body: ArraySlice<UInt8>) -> Answer { Answer(self, body) }

  func has(_ line: String) -> Bool { head.lowercased().contains("\r\n" + line.lowercased()) }
}

extension Array where Element == UInt8 {
  fileprivate func firstRange(of pattern: [UInt8]) -> Range<Int>? {
    guard count >= pattern.count else { return nil }
    for start in 0...(count - pattern.count) where self[start...].starts(with: pattern) {
      return start..<(start + pattern.count)
    }
    return nil
  }
}
