import JSON
import Service

extension Command {
  static let personList = Command(
    "person list", "lists the people of the workspace",
    options: Common.atWorkspace,
    manual: """
      Lists everyone in the order in which they were added, with their roles in each review, and
      whether they have chosen a password yet.
      """,
    examples: [Example("winnow person list", "lists people and roles")],
    run: { call throws(Failure) in
      let bench = try call.bench
      var roles: [(review: String, team: Team)] = []
      for review in try answer(of: bench.reviews()) {
        roles.append((review.name, Team(try answer(of: bench.state(of: review.id)).review)))
      }
      var table = TextTable([.left, .left, .left, .left])
      var people: [JSONValue] = []
      for person in try answer(of: bench.people()) {
        let name = person.name ?? person.called
        let held = roles.map { (review: $0.review, names: $0.team.roles(of: person.id)) }
          .filter { !$0.names.isEmpty }
        let told = held.map { "\($0.review): \($0.names.joined(separator: ", "))" }
        let signsIn = try answer(of: bench.hasPassword(person.id))
        table.add(
          name, person.display ?? "", told.joined(separator: "; "),
          signsIn ? "" : "has not signed in")
        people.append([
          "person": .string(name), "display": JSONValue(person.display.map { .string($0) }),
          "roles": .object(held.map { .init(key: $0.review, value: JSONValue($0.names)) }),
          "signs-in": .bool(signsIn),
        ])
      }
      try call.show(text: table.text, json: .array(people))
    })
}
