import Glibc
import HTTP
import HTTPServer
import Testing

@Suite("A server answers")
struct ServerTests {
  @Test("Requests on one connection are answered in their order, also when sent all at once")
  func keepAlive() throws {
    let server = try Echo.start()
    defer { server.stop() }
    let client = server.client()
    #expect(client.get("/a/b%2Fc?x=1")?.body == "GET a|b/c 0 address(\"127.0.0.1\")")
    client.send(
      (0..<50).map { "GET /\($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }.joined())
    for number in 0..<50 {
      #expect(client.answer()?.body.hasPrefix("GET \(number) ") == true)
    }
  }

  @Test("Every answer carries the security headers, also a refusal")
  func security() throws {
    let server = try Echo.start()
    defer { server.stop() }
    for path in ["/", "/%ff"] {
      let answer = try #require(server.client().get(path))
      #expect(answer.has("Content-Security-Policy: default-src 'none'"))
      #expect(answer.has("X-Content-Type-Options: nosniff"))
      #expect(answer.has("Cache-Control: no-store"))
    }
  }

  @Test("A body comes whole, in however many pieces it is sent")
  func body() throws {
    let server = try Echo.start()
    defer { server.stop() }
    let client = server.client()
    for size in [0, 1, 1_000, 1 << 20] {
      client.send("POST /p HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(size)\r\n\r\n")
      var left = size
      while left > 0 {
        let piece = min(left, 100_001)
        client.send([UInt8](repeating: 7, count: piece))
        left -= piece
      }
      #expect(client.answer()?.body.hasPrefix("POST p \(size) ") == true)
    }
  }

  @Test("Who asks before sending a body is told to go on")
  func expectation() throws {
    let server = try Echo.start()
    defer { server.stop() }
    let client = server.client()
    let head = "POST /p HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
    client.send(head + "Content-Length: 3\r\n\r\n")
    #expect(client.answer()?.status == 100)
    client.send("abc")
    #expect(client.answer()?.body.hasPrefix("POST p 3 ") == true)
    client.send(head + "Content-Length: 3000000\r\n\r\n")
    #expect(client.answer()?.status == 413)
    #expect(client.isClosed())
  }

  @Test("HEAD is answered as GET is, without the body")
  func head() throws {
    let server = try Echo.start()
    defer { server.stop() }
    let client = server.client()
    client.send("HEAD /a HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let answer = try #require(client.answer(withoutBody: true))
    #expect(answer.status == 200)
    #expect(answer.has("Content-Length: 28"))
    #expect(client.get("/b")?.status == 200)
  }

  @Test("Answers sent later by another thread reach 64 waiting connections")
  func parked() throws {
    let held = Held()
    let server = try Echo.start(held: held)
    defer { server.stop() }
    let clients = (0..<64).map { _ in server.client() }
    for round in 1...3 {
      for client in clients { client.send("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n") }
      let replies = held.take(64)
      #expect(replies.count == 64)
      // Requests that wait hold no thread: others are answered meanwhile.
      #expect(server.client().get("/")?.status == 200)
      atOnce(4) { part in
        for index in stride(from: part, to: replies.count, by: 4) {
          replies[index].send(.text("round \(round)"))
          replies[index].send(.text("again"))
        }
      }
      for client in clients { #expect(client.answer()?.body == "round \(round)") }
    }
  }

  @Test("A handler that loses its reply is answered for")
  func lost() throws {
    let server = try Echo.start()
    defer { server.stop() }
    let client = server.client()
    #expect(client.get("/lost")?.status == 500)
    #expect(client.get("/")?.status == 200)
  }

  @Test("A large answer comes whole")
  func large() throws {
    let server = try Echo.start()
    defer { server.stop() }
    #expect(server.client().get("/large")?.body.utf8.count == 3_000_000)
  }
}
