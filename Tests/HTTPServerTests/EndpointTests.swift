import Glibc
import HTTP
import HTTPServer
import Testing

@Suite("Where a server listens")
struct EndpointTests {
  @Test(
    "An endpoint is an IP address and a port, or a Unix socket",
    arguments: [
      ("127.0.0.1:8080", "http://127.0.0.1:8080"), ("localhost:80", "http://127.0.0.1:80"),
      ("[::1]:0", "http://[::1]:0"), ("unix:/run/winnow.sock", "unix:/run/winnow.sock"),
      ("0.0.0.0:65535", "http://0.0.0.0:65535"),
      ("127.0.0.1", nil), ("127.0.0.1:", nil), ("127.0.0.1:65536", nil), (":80", nil),
      ("::1:80", nil), ("[127.0.0.1]:80", nil), ("example.org:80", nil), ("unix:", nil), ("", nil),
    ] as [(String, String?)])
  func reading(text: String, description: String?) {
    #expect(Endpoint(text)?.description == description)
  }

  @Test("IPv6 loopback is served")
  func version6() throws {
    let server = try Server.start(on: .tcp(address: "::1", port: 0)) { $1.send(.text("six")) }
    #expect(server.endpoint.description != "http://[::1]:0")
    #expect(server.stop())
  }

  @Test("A port in use is told, with a sentence")
  func inUse() throws {
    let server = try Echo.start()
    defer { server.stop() }
    #expect(throws: ServerFault.inUse(server.endpoint)) {
      try Server.start(on: server.endpoint) { _, _ in }
    }
    #expect(ServerFault.inUse(server.endpoint).sentence.contains("127.0.0.1"))
  }

  @Test("A Unix socket is served, taken over from a dead process, and gone at the end")
  func unix() throws {
    let path = "/tmp/winnow-test-\(getpid()).sock"
    let endpoint = Endpoint.unix(path: path)
    // What a process leaves that is killed: a socket that nobody listens to.
    let dead = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    withUnsafeBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { _ = bind(dead, $0.baseAddress, 110) }
    }
    close(dead)
    let server = try Server.start(on: endpoint) { Echo.answer($0, $1, Held()) }
    #expect(Client(path: path).get("/a")?.body == "GET a 0 local")
    #expect(throws: ServerFault.inUse(endpoint)) { try Server.start(on: endpoint) { _, _ in } }
    #expect(server.stop())
    #expect(access(path, F_OK) != 0)
  }

  @Test("What cannot be listened at is told")
  func refused() throws {
    let long = Endpoint.unix(path: "/tmp/" + String(repeating: "x", count: 200))
    #expect(throws: ServerFault.pathTooLong(long)) { try Server.start(on: long) { _, _ in } }
    let nowhere = Endpoint.unix(path: "/nowhere/at/all.sock")
    #expect(throws: ServerFault.absent(nowhere)) { try Server.start(on: nowhere) { _, _ in } }
    let file = Endpoint.unix(path: "/etc/passwd")
    #expect(throws: ServerFault.notASocket(file)) { try Server.start(on: file) { _, _ in } }
    let elsewhere = Endpoint.tcp(address: "192.0.2.1", port: 0)
    #expect(throws: ServerFault.absent(elsewhere)) { try Server.start(on: elsewhere) { _, _ in } }
    #expect(access("/etc/passwd", F_OK) == 0)
  }

  @Test("Every fault names the place and says what to do")
  func sentences() {
    let place = Endpoint.tcp(address: "::1", port: 80)
    let faults: [ServerFault] = [
      .inUse(place), .notAllowed(place), .absent(place), .pathTooLong(place), .notASocket(place),
      .system(place, reason: "Too many open files"), .library(place),
    ]
    for fault in faults {
      #expect(fault.sentence.contains("http://[::1]:80"), "\(fault)")
      #expect(fault.sentence.hasSuffix("."), "\(fault)")
    }
  }
}
