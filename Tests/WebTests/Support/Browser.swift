import HTTP
import Screening
import Testing

@testable import Web

/// A person before the pages: keeps the cookie, takes the token of a page, sends forms.
struct Browser: Sendable {
  let name: String
  let person: PersonID
  let site: Site
  let cookie: String

  /// Comes in by a link that works once, and chooses the password.
  init(_ name: String, _ person: PersonID, _ site: Site, link: String) async throws {
    (self.name, self.person, self.site) = (name, person, site)
    let welcomed = await site.answer(
      to: try Request(sending: ["password": Desk.password], to: "/welcome/\(link)"))
    cookie = try #require(welcomed.cookie)
  }

  private var headers: Headers { ["Cookie": cookie] }

  func get(_ address: Address, accepting type: String? = nil) async throws -> Response {
    var headers = headers
    if let type { headers.set("Accept", type) }
    return await site.answer(to: try Request(.get, address.text, headers: headers))
  }

  /// The token of the forms of some page.
  func token() async throws -> String {
    try #require(try await get(.home).token)
  }

  /// Fills in a form and sends it; with a token of its own unless one is given.
  @discardableResult
  func send(
    _ fields: Fields, to address: Address, token: String? = nil, more: Headers = Headers()
  ) async throws -> Response {
    let own = try await self.token()
    var headers = headers
    for field in more.fields { headers.set(field.name, field.value) }
    let form = Fields(fields.list + [Fields.Field(name: "token", value: token ?? own)])
    return await site.answer(to: try Request(sending: form, to: address.text, headers: headers))
  }

  /// Presses a button of a form whose hidden fields the page filled in.
  @discardableResult
  func press(_ fields: Fields, on address: Address) async throws -> Response {
    let hidden = try await get(address).hiddenFields.filter { $0.name != "token" }
    let own = hidden.filter { field in fields[field.name] == nil }
    return try await send(Fields(own + fields.list), to: address)
  }

  @discardableResult
  func decide(
    _ report: UInt32, _ verdict: String, at stage: Stage = .titleAbstract, reason: String = "",
    note: String = "", token: String? = nil
  ) async throws -> Response {
    try await send(
      ["verdict": verdict, "reason": reason, "note": note],
      to: .screening(review: "sleep", RecordNumber(report), stage), token: token)
  }
}

extension Site {
  /// Answers in the task that asks, whichever thread the answer comes from.
  func answer(to request: Request) async -> Response {
    await withCheckedContinuation { continuation in
      answer(request) { continuation.resume(returning: $0) }
    }
  }
}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }

  var location: String? { headers["Location"] }

  /// What a browser would send back of the cookie that was set.
  var cookie: String? {
    headers["Set-Cookie"]?.split(separator: ";").first.map(String.init)
  }

  /// The token of the first form.
  var token: String? {
    let halves = text.components(around: "name=\"token\" value=\"")
    return halves.dropFirst().first.flatMap { $0.split(separator: "\"").first.map(String.init) }
  }

  /// The hidden fields of all forms.
  var hiddenFields: [Fields.Field] {
    text.components(around: "<input type=\"hidden\" name=\"").dropFirst().map { part in
      let halves = part.components(around: "\" value=\"")
      return Fields.Field(name: halves[0], value: String((halves[1]).prefix { $0 != "\"" }))
    }
  }

  /// The page without the tokens, which are new each time.
  var withoutTokens: String {
    let parts = text.components(around: "name=\"token\" value=\"")
    return parts.enumerated().map { index, part in
      index == 0 ? part : String(part.drop { $0 != "\"" })
    }.joined()
  }
}

extension String {
  func components(around mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
