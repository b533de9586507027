import JSON
import Screening
import Service

extension Command {
  static let progress = Command(
    "progress", "tells how far the review is, as you may see it",
    operands: [Common.review],
    options: Common.reading,
    manual: """
      Prints how many reports are where, and how many wait for the person at each stage. Leads and
      librarians who do not screen see live numbers; whoever may still decide sees what was
      disclosed, and everything else as one figure in progress.
      """,
    examples: [
      Example("winnow progress peer-support", "the lead's numbers"),
      Example("winnow progress peer-support --as reviewer-1", "a reviewer's"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.reading()
      let overview = try sitting.overview()
      var table = TextTable([.left, .right])
      for leaf in Leaf.allCases {
        if let count = overview.leaves[leaf] { table.add(leaf.name, "\(count)") }
      }
      if overview.inProgress > 0 { table.add("in progress", "\(overview.inProgress)") }
      for share in overview.shares { table.add(.waiting(share.stage), "\(share.open)") }
      let leaves = Leaf.allCases.compactMap { leaf in
        overview.leaves[leaf].map { JSONValue.Member(key: leaf.name, value: JSONValue($0)) }
      }
      try call.show(
        text: table.text,
        json: [
          "reports": .object(leaves), "inProgress": JSONValue(overview.inProgress),
          "waiting": .object(
            overview.shares.map { .init(key: $0.stage.name, value: JSONValue($0.open)) }),
        ])
    })
}

extension Sitting {
  /// The numbers that the person may see.
  func overview() throws(Failure) -> Overview {
    do throws(Refusal) {
      return try state.overview(for: person.id)
    } catch {
      throw .fault(.refused(error))
    }
  }
}

extension String {
  fileprivate static func waiting(_ stage: Stage) -> String { "waiting for you at \(stage.name)" }
}
