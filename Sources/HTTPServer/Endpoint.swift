/// Where a server listens.
public enum Endpoint: Hashable, Sendable {
  /// An IPv4 or IPv6 address (without brackets) and a port. Port 0 lets the system choose one.
  case tcp(address: String, port: UInt16)
  /// A Unix socket at a path.
  case unix(path: String)

  /// Reads `ADDRESS:PORT`, `[IPV6]:PORT` or `unix:PATH`; nil if the text is none of them.
  public init?(_ text: String) {
    if text.hasPrefix("unix:") {
      let path = String(text.dropFirst(5))
      guard !path.isEmpty else { return nil }
      self = .unix(path: path)
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[colon...].dropFirst()),
      let address = Endpoint.address(String(text[..<colon]))
    else { return nil }
    self = .tcp(address: address, port: port)
  }

  /// `localhost` is the one name that needs no asking around.
  private static func address(_ text: String) -> String? {
    if text == "localhost" { return "127.0.0.1" }
    let isIPv6 = text.hasPrefix("[") && text.hasSuffix("]")
    let address = isIPv6 ? String(text.dropFirst().dropLast()) : text
    guard let socketAddress = SocketAddress(ip: address, port: 0) else { return nil }
    return socketAddress.isIPv6 == isIPv6 ? address : nil
  }
}

extension Endpoint: CustomStringConvertible {
  /// What a person types to reach it: `http://127.0.0.1:8080`, or `unix:` and the path.
  public var description: String {
    switch self {
    case .tcp(let address, let port):
      address.contains(":") ? "http://[\(address)]:\(port)" : "http://\(address):\(port)"
    case .unix(let path): "unix:\(path)"
    }
  }
}
