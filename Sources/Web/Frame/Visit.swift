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
}
