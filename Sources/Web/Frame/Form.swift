import HTTP
import Service

/// A form that came back, with a token of ours.
struct Form: Sendable {
  let fields: Fields
  let token: FormToken
  /// What it asks, and of which address: all but the token.
  let asking: [String]

  subscript(name: String) -> String? { fields[name] }

  /// A field with something in it.
  func filled(_ name: String) -> String? {
    guard let text = fields[name],
      !text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    else { return nil }
    return text
  }
}

extension Site {
  /// The form with these fields; nil if its token is not ours for this session.
  func form(
    of request: Request, _ fields: Fields, from visitor: Visitor
  ) throws(Fault) -> Form? {
    guard let text = fields["token"],
      let token = try workbench.formToken(text, from: visitor.session)
    else { return nil }
    let said = fields.list.filter { $0.name != "token" }.flatMap { [$0.name, $0.value] }
    return Form(fields: fields, token: token, asking: request.path + said)
  }
}
