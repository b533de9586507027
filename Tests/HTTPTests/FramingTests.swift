import HTTP
import Testing

/// What two readers of one request could take in two ways is refused.
@Suite("Framing")
struct FramingTests {
  @Test(
    "A head whose end, host or length is in doubt is refused",
    arguments: [
      ([], RequestFault.hosts(0)),
      ([("Host", "localhost"), ("host", "localhost")], .hosts(2)),
      ([("Host", "localhost"), ("Content-Length", "1"), ("content-length", "1")], .lengths),
      ([("Host", "localhost"), ("Content-Length", "+1")], .lengthUnreadable),
      ([("Host", "localhost"), ("Content-Length", "1, 1")], .lengthUnreadable),
      ([("Host", "localhost"), ("Content-Length", "0x10")], .lengthUnreadable),
      ([("Host", "localhost"), ("Content-Length", "")], .lengthUnreadable),
      ([("Host", "localhost"), ("Content-Length", "99999999999999999999")], .lengthUnreadable),
      (
        [("Host", "localhost"), ("Content-Length", "1"), ("Transfer-Encoding", "chunked")],
        .lengthAndCoding
      ),
      ([("Host", "localhost"), ("Transfer-Encoding", "chunked")], .bodyInChunks),
      ([("Host", "localhost"), ("Transfer-Encoding", "identity")], .bodyInChunks),
      ([("Host", "localhost"), ("Na\u{1}me", "x")], .headerName),
      ([("Host", "localhost"), ("Na me", "x")], .headerName),
      ([("Host", "localhost"), ("", "x")], .headerName),
      ([("Host", "localhost"), ("A", "b\rc")], .controlByte(13)),
      ([("Host", "localhost"), ("A", "b\u{7F}")], .controlByte(127)),
      ([("Host", "evil.example")], .unknownHost),
      ([("Host", "")], .unknownHost),
    ] as [([(String, String)], RequestFault)])
  func refused(fields: [(String, String)], fault: RequestFault) {
    let headers = Headers(fields.map { Headers.Field(name: $0, value: $1) })
    #expect(throws: fault) { try request(headers) }
  }

  @Test("A plain head is taken, and tells the length of the body")
  func taken() throws {
    #expect(try request(["Host": "localhost:80"]).bodyLength == 0)
    #expect(try request(["Host": "localhost", "Content-Length": "012"]).bodyLength == 12)
  }

  @Test("Other versions and methods are not known")
  func versions() {
    #expect(throws: RequestFault.unknownVersion("HTTP/2.0")) {
      try request(["Host": "localhost"], version: "HTTP/2.0")
    }
    for method in ["get", "TRACE", "CONNECT", ""] {
      #expect(throws: RequestFault.unknownMethod) {
        try request(["Host": "localhost"], method: method)
      }
    }
  }

  @Test("A server answers to the names of loopback and to those that it was given")
  func hosts() {
    let hosts = Hosts(["Review.Example.org", "[2001:db8::1]"])
    for name in [
      "localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:65535", "[::1]", "review.example.org",
      "[2001:db8::1]:443",
    ] {
      #expect(hosts.allows(name), "\(name)")
    }
    for name in [
      "", "localhost.", "localhost.evil.example", "evil.example", "127.0.0.1.evil.example",
      "localhost:80:80", "localhost:http", "localhost:123456", "::1", "[::1", "localhost@evil",
      "example.org",
    ] {
      #expect(!hosts.allows(name), "\(name)")
    }
  }

  private func request(
    _ headers: Headers, method: String = "POST", version: String = "HTTP/1.1"
  ) throws -> Request {
    try Request(
      method: method, target: Array("/".utf8), version: version, headers: headers, remote: .local,
      hosts: Hosts())
  }
}
