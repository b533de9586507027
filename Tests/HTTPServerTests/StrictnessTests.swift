import Glibc
import HTTP
import HTTPServer
import Testing

@Suite("A server refuses")
struct StrictnessTests {
  @Test(
    "What could be read in two ways is refused, and nothing behind it is read",
    arguments: [
      ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n\r\n", 400),
      ("GET / HTTP/1.0\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
      ("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400),
      (
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        400
      ),
      (
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400
      ),
      ("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
      ("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n", 411),
      ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: +1\r\n\r\na", 400),
      ("GET / HTTP/1.1\nHost: localhost\n\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nA: b\r\n\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nA: b\r\n folded\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nA: b\rC: d\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nA\u{1}: b\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nA: b\u{1}\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nA: b\0c\r\n\r\n", 400),
      ("GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET /%c0%af HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET /é HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET /a/../b HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501),
      ("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505),
    ])
  func refused(bytes: String, status: Int) throws {
    let server = try Echo.start()
    defer { server.stop() }
    let client = server.client()
    client.send(bytes + "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let all = client.untilClosed()
    #expect(all.hasPrefix("HTTP/1.1 \(status) "), "\(all)")
    #expect(!all.contains("smuggled"))
  }

  @Test("A head beyond the limits is refused, by us or by the library")
  func heads() throws {
    let server = try Echo.start()
    defer { server.stop() }
    func status(_ fields: String, _ path: String = "/") -> Int? {
      server.client().get(path, fields)?.status
    }
    #expect(status("A: " + String(repeating: "x", count: 15_000) + "\r\n") == 200)
    #expect(status("A: " + String(repeating: "x", count: 17_000) + "\r\n") == 431)
    #expect(status("A: " + String(repeating: "x", count: 40_000) + "\r\n") == 431)
    #expect(status((0..<101).map { "A\($0): x\r\n" }.joined()) == 431)
    #expect(status("", "/" + String(repeating: "x", count: 9_000)) == 414)
  }

  @Test("A body that is somewhat too large is heard out, one far too large is cut off")
  func bodies() throws {
    var settings = Settings()
    settings.limits.bodyBytes = 1_000
    let server = try Echo.start(settings)
    defer { server.stop() }
    let client = server.client()
    func post(_ size: Int) {
      client.send("POST /p HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(size)\r\n\r\n")
    }
    post(1_000)
    client.send([UInt8](repeating: 7, count: 1_000))
    #expect(client.answer()?.status == 200)
    post(1_001)
    client.send([UInt8](repeating: 7, count: 1_001))
    #expect(client.answer()?.status == 413)
    #expect(client.get("/")?.status == 200)
    post(1 << 40)
    #expect(client.answer()?.status == 413)
    #expect(client.isClosed())
  }

  @Test("A request that comes too slowly is told so, byte by byte or in silence")
  func slow() throws {
    var settings = Settings()
    settings.patience.requestSeconds = 0.6
    settings.patience.idleSeconds = 0.6
    let server = try Echo.start(settings)
    defer { server.stop() }
    let header = server.client()
    header.send("GET / HTTP/1.1\r\nHost: local")
    let body = server.client()
    body.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n")
    let line = server.client()
    line.send("GET")
    let silent = server.client()
    let served = server.client()
    #expect(served.get("/")?.status == 200)
    // A byte now and then does not put the end off.
    for _ in 0..<8 {
      usleep(200_000)
      header.send("x")
      body.send("x")
      line.send("x")
    }
    #expect(header.answer()?.status == 408)
    #expect(body.answer()?.status == 408)
    for client in [header, body, line, silent, served] { #expect(client.isClosed()) }
  }

  @Test("Names that were allowed are answered to")
  func hosts() throws {
    var settings = Settings()
    settings.hosts = Hosts(["review.example.org"])
    let server = try Echo.start(settings)
    defer { server.stop() }
    for (host, status) in [("review.example.org:443", 200), ("example.org", 421)] {
      let client = server.client()
      client.send("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
      #expect(client.answer()?.status == status)
    }
  }
}
