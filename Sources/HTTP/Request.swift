/// Who sent a request.
public enum Remote: Hashable, Sendable {
  /// A machine, by its IP address.
  case address(String)
  /// A process of this machine, over a Unix socket.
  case local
}

/// One request, checked: what it holds can be relied on.
public struct Request: Sendable {
  /// What is asked to be done. `HEAD` has become `GET`: the server leaves the body out.
  public let method: Method
  /// The parts of the path, decoded; none for the root.
  public let path: [String]
  /// The query of the address.
  public let query: Fields
  /// The header fields.
  public let headers: Headers
  /// Who sent it.
  public let remote: Remote
  /// How many bytes the body has.
  public let bodyLength: Int
  /// The body.
  public private(set) var body: [UInt8] = []

  private let limits: RequestLimits

  /// Checks the head of a request; its body follows with `receive`.
  public init(
    method: String, target: some BidirectionalCollection<UInt8>, version: String,
    headers: Headers, remote: Remote, hosts: Hosts, limits: RequestLimits = .standard
  ) throws(RequestFault) {
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else { throw .unknownVersion(version) }
    bodyLength = try Framing.bodyLength(headers, hosts: hosts, limits: limits)
    guard let method = Method(rawValue: method) else { throw .unknownMethod }
    let target = try Target(target, limits: limits)
    self.method = method == .head ? .get : method
    path = target.segments
    query = target.query
    self.headers = headers
    self.remote = remote
    self.limits = limits
  }

  /// Makes a request without a network, for tests of what answers it.
  public init(
    _ method: Method = .get, _ address: String, headers: Headers = Headers(), body: [UInt8] = []
  ) throws(RequestFault) {
    var headers = headers
    headers.set("Host", "localhost")
    if !body.isEmpty { headers.set("Content-Length", "\(body.count)") }
    try self.init(
      method: method.rawValue, target: Array(address.utf8), version: "HTTP/1.1", headers: headers,
      remote: .local, hosts: Hosts())
    self.body = body
  }

  /// Makes the request of a form that was sent, for tests of what answers it.
  public init(sending form: Fields, to address: String, headers: Headers = Headers())
    throws(RequestFault)
  {
    var headers = headers
    headers.set("Content-Type", MediaType.form.rawValue)
    try self.init(.post, address, headers: headers, body: Array(form.coded.utf8))
  }

  /// Takes a further part of the body.
  public mutating func receive(_ part: UnsafeRawBufferPointer) {
    if body.isEmpty { body.reserveCapacity(bodyLength) }
    body.append(contentsOf: part)
  }

  /// Reads the body as the form that it is.
  public func form() throws(RequestFault) -> Fields {
    let type = headers["Content-Type"]?.split(separator: ";").first.map { String($0).normalised }
    guard type == MediaType.form.rawValue else { throw .notAForm }
    return try Fields(coded: body, limits: limits)
  }

  /// The value of a cookie; the first, where several have the name.
  public func cookie(_ name: String) -> String? {
    for field in headers.values(of: "Cookie") {
      for pair in field.split(separator: ";") {
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, String(halves[0]).trimmed == name else { continue }
        return String(halves[1]).trimmed
      }
    }
    return nil
  }

  /// Whether a browser says that another site made it send this request.
  ///
  /// Old browsers say less, so this is a second wall behind form tokens, never the only one.
  public var isFromElsewhere: Bool {
    if let site = headers["Sec-Fetch-Site"] { return site != "same-origin" && site != "none" }
    guard let origin = headers["Origin"], let host = headers["Host"] else { return false }
    return origin != "http://" + host && origin != "https://" + host
  }
}
