/// The header fields that every answer has.
///
/// Nothing runs and nothing is fetched but our own style and pictures; forms are sent here only;
/// no other site frames, reads or embeds a page; nothing private is kept by a browser or proxy.
public struct SecurityHeaders: Hashable, Sendable {
  private let fields: Headers

  /// The standard ones. Over TLS browsers are told to stay with it.
  public init(isOverTLS: Bool = false) {
    var fields: Headers = [
      "Content-Security-Policy": """
      default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
      frame-ancestors 'none'; base-uri 'none'
      """,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "no-store",
    ]
    if isOverTLS { fields.set("Strict-Transport-Security", "max-age=31536000") }
    self.fields = fields
  }

  /// The answer with the fields that it does not set itself.
  public func applied(to response: Response) -> Response {
    var response = response
    for field in fields.fields where response.headers[field.name] == nil {
      response.headers.add(field.name, field.value)
    }
    return response
  }
}
