import HTTP
import Ledger
import Screening
import Service

/// Someone who is signed in.
struct Visitor: Sendable {
  let person: PersonSummary
  let session: Session
  /// A token for each form of the page that is being made.
  let token: String
}

/// A review as one visitor has it before them.
struct Room: Sendable {
  let visitor: Visitor
  let name: String
  let id: Identifier
  let review: Review
  let head: Head

  var person: PersonID { visitor.person.id }
  var roles: Roles { review.roles(of: person) }

  func acting(_ form: Form) -> Acting {
    Acting(on: id, as: person, form: form.token, asking: form.asking)
  }
}

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
  static let cookieName = "winnow-session"

  func visitor(of request: Request) throws(Fault) -> Visitor? {
    guard let session = request.cookie(Site.cookieName).flatMap(Session.init(cookie:)),
      try workbench.isSignedIn(session),
      let person = try workbench.person(session.person)
    else { return nil }
    return Visitor(
      person: person, session: session, token: try workbench.formToken(for: session).text)
  }

  /// A review in which the visitor has a part; to all others it does not exist.
  func room(_ name: String, _ visitor: Visitor) throws(Fault) -> Room {
    let summary = try workbench.review(named: name)
    let state = try workbench.state(of: summary.id)
    guard !state.review.roles(of: visitor.person.id).isEmpty else {
      throw .unknownName(.review, name, nearest: nil, known: [])
    }
    return Room(
      visitor: visitor, name: name, id: summary.id, review: state.review, head: state.head)
  }

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
