import JSON
import Screening
import Service

extension Command {
  static let reviewList = Command(
    "review list", "lists the reviews of the workspace",
    options: Common.atWorkspace,
    manual: """
      Lists the reviews in the order in which they were begun: name, version of the protocol, leads,
      title.
      """,
    examples: [Example("winnow review list", "lists the reviews")],
    run: { call throws(Failure) in
      let bench = try call.bench
      let names = Names(try answer(of: bench.people()))
      var table = TextTable([.left, .left, .left, .left])
      var reviews: [JSONValue] = []
      for review in try answer(of: bench.reviews()) {
        let state = try answer(of: bench.state(of: review.id)).review
        let leads = state.leads.map { names[$0] }
        let title = state.content?.title ?? ""
        table.add(
          review.name, "version \(state.protocolVersion)", leads.joined(separator: ", "), title)
        reviews.append([
          "review": .string(review.name), "version": JSONValue(state.protocolVersion),
          "leads": JSONValue(leads), "title": .string(title),
        ])
      }
      try call.show(text: table.text, json: .array(reviews))
    })
}
