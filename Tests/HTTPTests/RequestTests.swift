import HTTP
import Testing

@Suite("Requests")
struct RequestTests {
  @Test("A path is split first and decoded then: a coded slash stays in its part")
  func path() throws {
    let request = try Request(.get, "/reviews/a%2Fb%20c/%C3%A9?x=1&x=2&y=a+b%2B&empty=")
    #expect(request.path == ["reviews", "a/b c", "é"])
    #expect(request.query.values(of: "x") == ["1", "2"])
    #expect(request.query["x"] == nil)
    #expect(request.query["y"] == "a b+")
    #expect(request.query["empty"] == "")
    #expect(request.query["absent"] == nil)
    #expect(try Request(.get, "/").path == [])
    #expect(try Request(.get, "/a/").path == ["a", ""])
    #expect(try Request(.get, "/a+b").path == ["a+b"])
  }

  @Test(
    "An address that could be read in two ways is refused",
    arguments: [
      ("/%", RequestFault.brokenPercent), ("/%2", .brokenPercent), ("/%zz", .brokenPercent),
      ("/%+1", .brokenPercent), ("/?a=%f", .brokenPercent),
      ("/%ff", .notUTF8), ("/%C0%AF", .notUTF8), ("/%ED%A0%80", .notUTF8), ("/?a=%ff", .notUTF8),
      ("/%00", .controlByte(0)), ("/%0d%0a", .controlByte(13)), ("/%7f", .controlByte(127)),
      ("/?a=%00", .controlByte(0)),
      ("/..", .dotSegment), ("/a/%2e%2E/b", .dotSegment), ("/./a", .dotSegment),
      ("", .targetNotAPath), ("reviews", .targetNotAPath), ("http://localhost/", .targetNotAPath),
      ("*", .targetNotAPath), ("/a b", .targetNotAPath), ("/é", .targetNotAPath),
      ("/a#b", .targetNotAPath), ("/a\tb", .targetNotAPath),
    ])
  func refusedAddresses(address: String, fault: RequestFault) {
    #expect(throws: fault) { try Request(.get, address) }
  }

  @Test("A long address, a long field and many fields are refused")
  func limits() throws {
    var limits = RequestLimits()
    limits.targetBytes = 20
    limits.fields = 2
    limits.fieldBytes = 3
    limits.headers = 2
    func request(_ target: String, _ headers: Headers = ["Host": "localhost"]) throws -> Request {
      try Request(
        method: "GET", target: Array(target.utf8), version: "HTTP/1.1", headers: headers,
        remote: .local, hosts: Hosts(), limits: limits)
    }
    #expect(try request("/?a=1&b=%C3%A91").query["b"] == "é1")
    #expect(throws: RequestFault.targetTooLong(limit: 20)) { try request("/2345678901234567890x") }
    #expect(throws: RequestFault.tooManyFields(limit: 2)) { try request("/?a=1&b=2&c=3") }
    #expect(throws: RequestFault.fieldTooLong(limit: 3)) { try request("/?a=1234") }
    #expect(throws: RequestFault.tooManyHeaders(limit: 2)) {
      try request("/", ["Host": "localhost", "A": "1", "B": "2"])
    }
  }

  @Test("A form keeps its order and its repeated names, and line ends come out alike")
  func form() throws {
    let body = Array("also=b&also=a&note=one%0D%0Atwo%0Dthree%0A&&lone&=nameless".utf8)
    let headers: Headers = ["Content-Type": "Application/X-WWW-Form-URLencoded; charset=UTF-8"]
    let form = try Request(.post, "/", headers: headers, body: body).form()
    #expect(form.values(of: "also") == ["b", "a"])
    #expect(form["note"] == "one\ntwo\nthree\n")
    #expect(form["lone"] == "")
    #expect(form[""] == "nameless")
    #expect(form.list.count == 5)
  }

  @Test("A body that is no form is not read as one")
  func notAForm() throws {
    let request = try Request(
      .post, "/", headers: ["Content-Type": "text/plain"], body: Array("a=1".utf8))
    #expect(throws: RequestFault.notAForm) { try request.form() }
    #expect(throws: RequestFault.notAForm) { try Request(.post, "/").form() }
  }

  @Test("Any form comes back as it was sent", arguments: 0..<UInt64(100))
  func formRoundTrip(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    func text() -> String {
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
            let common = Bool.random(using: &random)
            let scalar = UInt32.random(in: 1...(common ? 127 : 0x10_FFFF), using: &random)
            return scalar == 13 ? nil : Unicode.Scalar(scalar)
          }))
    }
    let form = Fields((0..<5).map { _ in Fields.Field(name: "n" + text(), value: text()) })
    #expect(try Request(sending: form, to: "/").form() == form, "seed \(seed)")
  }

  @Test("Header fields are found whatever their case; of a cookie's name the first counts")
  func headers() throws {
    let request = try Request(
      .get, "/", headers: ["accept": "text/html", "Cookie": "a=1; session=x=y ;session=z; b"])
    #expect(request.headers["ACCEPT"] == "text/html")
    #expect(request.headers["Accep"] == nil)
    #expect(request.cookie("session") == "x=y")
    #expect(request.cookie("a") == "1")
    #expect(request.cookie("b") == nil)
    #expect(request.cookie("SESSION") == nil)
  }

  @Test("HEAD is answered like GET")
  func head() throws {
    #expect(try Request(.head, "/").method == .get)
    #expect(try Request(.post, "/").method == .post)
  }

  @Test("A request that another site made a browser send is known")
  func elsewhere() throws {
    func isFromElsewhere(_ headers: Headers) throws -> Bool {
      try Request(.post, "/", headers: headers).isFromElsewhere
    }
    #expect(try isFromElsewhere(["Sec-Fetch-Site": "cross-site"]))
    #expect(try isFromElsewhere(["Sec-Fetch-Site": "same-site"]))
    #expect(try !isFromElsewhere(["Sec-Fetch-Site": "same-origin"]))
    #expect(try !isFromElsewhere(["Sec-Fetch-Site": "none"]))
    #expect(try isFromElsewhere(["Origin": "http://evil.example"]))
    #expect(try isFromElsewhere(["Origin": "null"]))
    #expect(try !isFromElsewhere(["Origin": "http://localhost"]))
    #expect(try !isFromElsewhere([:]))
  }
}

/// A small generator whose sequence follows from its seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
