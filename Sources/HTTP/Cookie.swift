/// A cookie that a response sets. No script can ever read it.
public struct Cookie: Hashable, Sendable {
  /// When a browser sends it from another site's page.
  public enum SameSite: String, Sendable {
    /// Never.
    case strict = "Strict"
    /// When a link is followed here.
    case lax = "Lax"
  }

  /// The name.
  public let name: String
  /// The value: letters, digits and `- . _ ~`, others percent-coded.
  public let value: String
  /// Where it is sent from other sites.
  public let sameSite: SameSite
  /// How long it lasts; until the browser is closed if nil.
  public let seconds: Int?
  /// The path under which it is sent.
  public let path: String
  /// Whether it travels only over TLS.
  public let isSecure: Bool

  /// Describes a cookie.
  public init(
    _ name: String, _ value: String, sameSite: SameSite = .lax, seconds: Int? = nil,
    path: String = "/", isSecure: Bool
  ) {
    self.name = name
    self.value = value
    self.sameSite = sameSite
    self.seconds = seconds
    self.path = path
    self.isSecure = isSecure
  }

  /// The cookie that takes another of this name away.
  public static func expired(_ name: String, path: String = "/", isSecure: Bool) -> Cookie {
    Cookie(name, "", seconds: 0, path: path, isSecure: isSecure)
  }

  /// The value of a Set-Cookie field.
  var field: String {
    let safePath = PercentCoding.encode(path) { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }
    var field = "\(PercentCoding.encode(name))=\(PercentCoding.encode(value)); Path=\(safePath)"
    if let seconds { field += "; Max-Age=\(seconds)" }
    return field + "; HttpOnly; SameSite=\(sameSite.rawValue)" + (isSecure ? "; Secure" : "")
  }
}
