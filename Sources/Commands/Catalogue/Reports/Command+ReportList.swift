import JSON
import Screening
import Service

extension Command {
  static let reportList = Command(
    "report list", "lists reports where you may see them",
    operands: [Common.review],
    options: [Common.stageIfAny, standing] + Common.reading,
    manual: """
      Lists reports with where they are, as far as the person may know. --stage lists those that
      are at the stage or ended there; --standing lists those at one place, such as included or
      in-progress. To someone who may still decide, a report without a disclosed outcome is
      in-progress or at-full-text, whatever others did.
      """,
    examples: [
      Example("winnow report list peer-support --standing included", "lists what is included"),
      Example("winnow report list peer-support --stage full-text --json", "for a program"),
    ],
    run: { call throws(Failure) in
      let sitting = try call.reading()
      let (stage, standing) = (try call.optional(Common.stageIfAny), try call.optional(standing))
      let found = sitting.reports { whereabouts in
        // A report without a live record has left every list but the one that asks for it.
        (stage == nil || whereabouts.stage == stage)
          && (standing.map { $0 == whereabouts.name } ?? (whereabouts != .leaf(.gone)))
      }
      try call.list(found, for: sitting)
    })

  private static let standing = Option(
    "standing", "NAME", .word(among: Whereabouts.names), "where reports are")
}

extension Invocation {
  /// Prints reports with where they are.
  func list(
    _ found: [(report: RecordNumber, whereabouts: Whereabouts)], for sitting: Sitting
  ) throws(Failure) {
    let prints = try sitting.prints(of: found.map(\.report))
    var table = TextTable([.left, .left, .left])
    for (report, print) in zip(found, prints) {
      table.add("\(report.report)", report.whereabouts.name, print.title)
    }
    try show(
      text: table.text,
      json: .array(
        zip(found, prints).map { report, print in
          [
            "report": .string("\(report.report)"), "where": .string(report.whereabouts.name),
            "fields": print.json,
          ]
        }))
  }
}

extension Sitting {
  /// The reports that a test on their whereabouts lets through.
  func reports(
    where isWanted: (Whereabouts) -> Bool
  ) -> [(report: RecordNumber, whereabouts: Whereabouts)] {
    var found: [(report: RecordNumber, whereabouts: Whereabouts)] = []
    for value in 0..<UInt32(state.recordCount) {
      let report = RecordNumber(value + 1)
      guard state.leaf(of: report) != nil else { continue }
      let whereabouts = state.whereabouts(of: report, for: person.id)
      if isWanted(whereabouts) { found.append((report, whereabouts)) }
    }
    return found
  }
}

extension Whereabouts {
  /// Every name there is.
  fileprivate static let names =
    Leaf.allCases.map(\.name)
    + [false, true].map { Whereabouts.inProgress(isAtFullText: $0).name }

  /// The stage that a report is at, or ended at; nil for one that never came to any.
  var stage: Stage? {
    switch self {
    case .inProgress(let isAtFullText): isAtFullText ? .fullText : .titleAbstract
    case .leaf(let leaf):
      switch leaf {
      case .gone, .previous, .removedByPerson, .removedByAutomation: nil
      case .awaitingTitleAbstract, .inConflictAtTitleAbstract, .leftUnscreened,
        .excludedAtTitleAbstract:
        .titleAbstract
      case .awaitingRetrieval, .notRetrieved, .awaitingFullText, .inConflictAtFullText,
        .excludedAtFullText, .included:
        .fullText
      }
    }
  }
}
