import HTTP
import Testing

@Suite("Responses")
struct ResponseTests {
  @Test("No value of a header field can end its line")
  func injection() {
    var response = Response.seeOther("/a\r\nSet-Cookie: x=y")
    response.set(Cookie("na;me", "v; Domain=evil\r\n", path: "/;x", isSecure: false))
    response.headers.add("X", "\u{0}é\n")
    for field in response.headers.fields {
      #expect(field.value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(field)")
    }
    #expect(response.headers["X"] == "%00%C3%A9%0A")
    #expect(
      response.headers["Set-Cookie"]
        == "na%3Bme=v%3B%20Domain%3Devil%0D%0A; Path=/%3Bx; HttpOnly; SameSite=Lax")
  }

  @Test("A cookie says how long, where and to whom it is sent")
  func cookies() {
    let kept = Cookie("session", "abc", sameSite: .strict, seconds: 3_600, isSecure: true)
    let response = Response.text("x").setting(kept)
      .setting(.expired("old", isSecure: false))
    #expect(
      response.headers.values(of: "set-cookie") == [
        "session=abc; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure",
        "old=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
      ])
  }

  @Test(
    "After an act a browser is sent to a place of this server only",
    arguments: [
      ("/reviews?x=1", "/reviews?x=1"), ("https://evil.example", "/"), ("//evil.example", "/"),
      ("/\\evil.example", "/"), ("", "/"), ("javascript:x", "/"),
    ])
  func seeOther(address: String, location: String) {
    #expect(Response.seeOther(address).headers["Location"] == location)
  }

  @Test("A download has a plain name for old browsers and the whole one for others")
  func download() {
    let response = Response.download([], .csv, named: "peer \"support\" é%.csv")
    #expect(
      response.headers["Content-Disposition"] == """
        attachment; filename="peer _support_ __.csv"; \
        filename*=UTF-8''peer%20%22support%22%20%C3%A9%25.csv
        """)
    #expect(response.headers["Content-Type"] == "text/csv; charset=utf-8")
  }

  @Test("A path that takes other methods says which")
  func notAllowed() {
    let response = Response.notAllowed("No.", allowed: [.get, .post])
    #expect(response.status == .methodNotAllowed)
    #expect(response.headers["Allow"] == "GET, POST")
  }

  @Test("Every answer is private and runs nothing, unless it says otherwise itself")
  func security() {
    let page = SecurityHeaders().applied(to: .html([]))
    #expect(page.headers["Cache-Control"] == "no-store")
    #expect(page.headers["X-Content-Type-Options"] == "nosniff")
    #expect(page.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none';") == true)
    #expect(page.headers["Strict-Transport-Security"] == nil)
    let secure = SecurityHeaders(isOverTLS: true).applied(to: .html([]))
    #expect(secure.headers["Strict-Transport-Security"] != nil)
  }

  @Test("A file that the browser has already is not sent again")
  func assets() throws {
    let tag = EntityTag(digest: [0xAB, 0x01])
    #expect(tag.field == "\"ab01\"")
    func answer(_ known: String?) throws -> Response {
      let headers: Headers = known.map { ["If-None-Match": $0] } ?? [:]
      let request = try Request(.get, "/style.css", headers: headers)
      let response = Response.asset([1], .css, tag: tag, for: request)
      return SecurityHeaders().applied(to: response)
    }
    #expect(try answer(nil).status == .ok)
    #expect(try answer("\"other\"").status == .ok)
    for known in ["\"ab01\"", "W/\"ab01\"", "\"x\", \"ab01\"", "*"] {
      #expect(try answer(known).status == .notModified)
      #expect(try answer(known).body.isEmpty)
    }
    #expect(try answer(nil).headers.values(of: "Cache-Control").count == 1)
    #expect(try answer(nil).headers["Cache-Control"]?.hasPrefix("public") == true)
  }

  @Test(
    "HTML or JSON is sent, as is liked best",
    arguments: [
      (nil, MediaType.html), ("text/html,application/xhtml+xml,*/*;q=0.8", .html),
      ("application/json", .json), ("*/*", .html), ("application/*, text/html;q=0.9", .json),
      ("text/*;q=0.2, application/json;q=0.1", .html), ("text/html;q=0, */*", .json),
      ("application/json;q=0.501, text/html;q=0.5", .json), ("TEXT/HTML;Q=1", .html),
      ("image/png", nil), ("text/html;q=0", nil), ("application/json;q=2, text/html", .html),
    ] as [(String?, MediaType?)])
  func negotiation(accept: String?, liked: MediaType?) throws {
    let headers: Headers = accept.map { ["Accept": $0] } ?? [:]
    #expect(try Request(.get, "/", headers: headers).preferred(of: [.html, .json]) == liked)
  }

  @Test("Every fault has a sentence that says what to do, and a status that says whose fault it is")
  func sentences() {
    for fault in RequestFault.examples {
      #expect(fault.sentence.hasSuffix("."), "\(fault)")
      #expect(fault.sentence.count > 40, "\(fault)")
      #expect(fault.status.rawValue >= 400, "\(fault)")
    }
  }
}

extension RequestFault {
  fileprivate static let examples: [RequestFault] = [
    .unknownVersion("x"), .unknownMethod, .targetNotAPath, .targetTooLong(limit: 1),
    .headTooLarge(limit: 1), .tooManyHeaders(limit: 1), .headerName, .controlByte(1), .looseLines,
    .hosts(2), .unknownHost, .lengths, .lengthUnreadable, .lengthAndCoding, .bodyInChunks,
    .bodyTooLarge(limit: 1), .brokenPercent, .notUTF8, .dotSegment, .notAForm,
    .tooManyFields(limit: 1), .fieldTooLong(limit: 1), .tooSlow, .stopping, .unanswered,
  ]
}
