/// One answer.
public struct Response: Hashable, Sendable {
  /// The outcome.
  public let status: Status
  /// The header fields. The server adds what holds for every answer (`SecurityHeaders`).
  public var headers: Headers
  /// The body.
  public let body: [UInt8]

  /// Answers with bytes of a kind.
  public init(_ status: Status = .ok, _ type: MediaType, _ body: [UInt8]) {
    self.status = status
    self.body = body
    headers = ["Content-Type": type.field]
  }

  /// Answers with no body.
  public init(_ status: Status, headers: Headers = Headers()) {
    self.status = status
    self.headers = headers
    body = []
  }

  /// Sets a cookie.
  public mutating func set(_ cookie: Cookie) { headers.add("Set-Cookie", cookie.field) }

  /// The same answer, setting a cookie.
  public func setting(_ cookie: Cookie) -> Response {
    var response = self
    response.set(cookie)
    return response
  }
}

extension Response {
  /// A page.
  public static func html(_ page: [UInt8], _ status: Status = .ok) -> Response {
    Response(status, .html, page)
  }

  /// A sentence or more, as plain text.
  public static func text(_ text: String, _ status: Status = .ok) -> Response {
    Response(status, .text, Array(text.utf8))
  }

  /// JSON.
  public static func json(_ bytes: [UInt8], _ status: Status = .ok) -> Response {
    Response(status, .json, bytes)
  }

  /// A drawing.
  public static func svg(_ bytes: [UInt8]) -> Response { Response(.ok, .svg, bytes) }

  /// A file to save, under a name.
  public static func download(_ bytes: [UInt8], _ type: MediaType, named name: String) -> Response {
    var response = Response(.ok, type, bytes)
    response.headers.set("Content-Disposition", .attachment(named: name))
    return response
  }

  /// A file that is the same for everybody, or word that the sender has it already.
  ///
  /// Its address names its version (or it would be kept too long), so it may be kept for a year.
  public static func asset(
    _ bytes: [UInt8], _ type: MediaType, tag: EntityTag, for request: Request
  ) -> Response {
    var response = request.has(tag) ? Response(.notModified) : Response(.ok, type, bytes)
    response.headers.set("ETag", tag.field)
    response.headers.set("Cache-Control", "public, max-age=31536000, immutable")
    return response
  }

  /// After an act: go and look there. An address of another site leads to the root instead.
  public static func seeOther(_ address: String) -> Response {
    let isOurs = address.hasPrefix("/") && !address.hasPrefix("//") && !address.hasPrefix("/\\")
    return Response(.seeOther, headers: ["Location": isOurs ? address : "/"])
  }

  /// The path exists, and takes other methods.
  public static func notAllowed(_ text: String, allowed: [Method]) -> Response {
    var response = Response.text(text, .methodNotAllowed)
    response.headers.set("Allow", allowed.map(\.rawValue).joined(separator: ", "))
    return response
  }

  /// The sentence of a fault.
  public init(_ fault: RequestFault) { self = .text(fault.sentence + "\n", fault.status) }
}

extension String {
  /// RFC 6266: a plain name for old readers, and the whole of it, coded.
  fileprivate static func attachment(named name: String) -> String {
    let plain = name.unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
      return isPlain && scalar != "\"" && scalar != "\\" && scalar != "%" ? Character(scalar) : "_"
    }
    let coded = PercentCoding.encode(name)
    return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''\(coded)"
  }
}
