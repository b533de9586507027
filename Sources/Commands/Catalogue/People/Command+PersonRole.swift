import JSON
import Screening
import Service

extension Command {
  static let personRole = Command(
    "person role", "gives a person their roles in a review",
    operands: [Common.review, name, roles],
    options: Common.acting,
    manual: """
      Gives a person these roles in place of those they had; "none" takes them off the team. Only a
      lead may, and a review keeps at least one lead.

      A lead runs the protocol, the team and the imports; a reviewer decides; an arbiter settles
      conflicts; a librarian imports, merges duplicates and gets full texts; an observer reads what
      is disclosed. Whoever holds the role of reviewer is blind, whatever else they hold.
      """,
    examples: [
      Example("winnow person role peer-support reviewer-1 reviewer", "lets a person decide"),
      Example("winnow person role peer-support lead lead,reviewer", "two roles for one person"),
    ],
    run: { call throws(Failure) in
      let (sitting, name) = (try call.sitting(), try call.required(name))
      let given = try call.required(roles)
      let person = try sitting.person(named: name)
      let done = try answer(of: sitting.bench.give(given, to: person, sitting.acting))
      try call.tell(
        done, given.isEmpty ? .left(name) : .given(name, given.names), to: sitting,
        json: [
          .init(key: "person", value: .string(name)),
          .init(key: "roles", value: JSONValue(given.names)),
        ])
    })

  private static let name = Operand("NAME", .text, "the person")
  private static let roles = Operand(
    "ROLES", .roles, "lead, reviewer, arbiter, librarian, observer")
}

extension String {
  fileprivate static func given(_ name: String, _ roles: [String]) -> String {
    "\(name) is now \(roles.joined(separator: ", "))"
  }
  fileprivate static func left(_ name: String) -> String { "\(name) has left the review" }
}
