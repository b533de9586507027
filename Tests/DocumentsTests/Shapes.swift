import Documents
import Reporting
import Screening
import TestSupport

/// The shapes that a picture has to be good for.
enum Shapes: String, CaseIterable {
  case databases, arms, update, reasons, zeros, thousands, disclosed

  /// Each made once: a flow of many records takes a while to fill.
  private static let documents = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.makeDocument()) })

  var document: FlowDocument { Shapes.documents[self] ?? makeDocument() }

  private func makeDocument() -> FlowDocument {
    let (flow, all) = flow
    return FlowDocument(
      FlowChart(flow, content),
      Provenance(
        title: content.title, view: view, protocolVersion: 3,
        moment: "2024-01-31T10:00:00.000000Z"), showsAll: all)
  }

  private var view: Provenance.View {
    self == .disclosed
      ? .disclosed(inProgress: 64)
      : .live(entry: Position(21_437), digest: String(repeating: "0123456789abcdef", count: 4))
  }

  private var flow: (Flow, showsAll: Bool) {
    switch self {
    case .databases: (Shape.flow([.databases: Shapes.plainArm]), false)
    case .arms: (Shape.flow([.databases: Shapes.plainArm, .other: Shapes.mixedArm]), false)
    case .update:
      (
        Shape.flow([
          .previous: Shape.Arm(identified: ["before": 42], included: 42, studies: 37),
          .databases: Shapes.plainArm, .other: Shapes.directArm,
        ]), false
      )
    case .reasons: (Shape.flow([.databases: Shapes.reasonsArm]), false)
    case .zeros:
      (Shape.flow([.databases: Shape.Arm(identified: ["medline": 0])]), true)
    case .thousands:
      (Shape.flow([.databases: Shapes.thousandsArm, .other: Shapes.directArm]), false)
    case .disclosed: (Shape.flow([.databases: Shapes.hiddenArm], isDisclosed: true), false)
    }
  }

  private static let plainArm = Shape.Arm(
    identified: ["medline": 412, "psycinfo": 388, "ssci": 190, "ictrp": 10], duplicates: 200,
    automation: ["since-1990": 7, "english": 3], removed: 5, awaitingScreening: 70,
    conflictAtScreening: 15, excludedAtScreening: 650, notRetrieved: 5, awaitingRetrieval: 10,
    awaitingAssessment: 3, conflictAtAssessment: 2, excluded: ["P-ex-1": 7, "P-ex-2": 5],
    included: 18, studies: 17)

  private static let directArm = Shape.Arm(
    identified: ["websites": 20, "citations": 5], direct: 25, notRetrieved: 3,
    excluded: ["P-ex-1": 4, "C-ex-1": 8], included: 10, studies: 10)

  private static let mixedArm = Shape.Arm(
    identified: ["websites": 20, "grey": 8, "journals": 12, "citations": 5], duplicates: 3,
    direct: 24, awaitingScreening: 2, excludedAtScreening: 6, notRetrieved: 3,
    awaitingAssessment: 1, excluded: ["P-ex-1": 4, "C-ex-1": 8], included: 18, studies: 16)

  private static let hiddenArm = Shape.Arm(
    identified: ["medline": 412, "psycinfo": 388], duplicates: 100, inProgressAtScreening: 60,
    excludedAtScreening: 600, awaitingRetrieval: 6, inProgressAtAssessment: 4,
    excluded: ["P-ex-1": 12], included: 18, studies: 18)

  private static let reasonsArm = Shape.Arm(
    identified: ["medline": 500], unscreened: 40, excludedAtScreening: 300,
    excluded: [
      "P-ex-1": 12, "P-ex-2": 11, "C-ex-1": 10, "C-ex-2": 9, "C-ex-3": 8, "T-ex-1": 7,
      "T-ex-2": 6, "T-ex-3": 5, "T-ex-4": 4, "X-ex-1": 3, "X-ex-2": 2, "X-ex-3": 1,
    ], included: 82, studies: 80)

  private static let thousandsArm = Shape.Arm(
    identified: ["medline": 112_345, "psycinfo": 100_001, "ssci": 10_777], duplicates: 102_345,
    removed: 1456, excludedAtScreening: 111_111, notRetrieved: 1234, excluded: ["P-ex-1": 4321],
    included: 2656, studies: 2111)

  private var content: ReviewProtocol {
    ReviewProtocol(
      title: "Peer support work in mental health: an international scoping review",
      framework: .pcc,
      domains: [Domain(id: "all", name: "All", exclude: Shapes.criteria)],
      limits: [
        Limit(id: "since-1990", text: "Published since 1990", test: .abstract, action: .remove),
        Limit(id: "english", text: "Written in English", test: .abstract, action: .remove),
      ],
      sources: [
        Source(id: "medline", name: "MEDLINE", route: .database),
        Source(id: "psycinfo", name: "PsycINFO", route: .database),
        Source(id: "ssci", name: "Social Sciences Citation Index", route: .database),
        Source(
          id: "ictrp", name: "International Clinical Trials Registry Platform", route: .register),
        Source(id: "websites", name: "Websites", route: .website),
        Source(id: "grey", name: "Grey literature", route: .handSearch),
        Source(id: "journals", name: "Journals by hand", route: .handSearch),
        Source(id: "citations", name: "Citations", route: .citationSearch),
        Source(id: "before", name: "Version 1", route: .database, isPrevious: true),
      ])
  }

  private static let criteria = [
    Criterion(
      id: "P-ex-1", text: "Peer workers in other areas, such as dementia or physical health"),
    Criterion(id: "P-ex-2", text: "Informal supporters only"),
    Criterion(id: "C-ex-1", text: "Involvement of people with lived experience in general"),
    Criterion(id: "C-ex-2", text: "Overview of recovery approaches"),
    Criterion(id: "C-ex-3", text: "Teaching in professional education that is no part of the role"),
    Criterion(id: "T-ex-1", text: "Protocol"), Criterion(id: "T-ex-2", text: "Book review"),
    Criterion(id: "T-ex-3", text: "Opinion paper"), Criterion(id: "T-ex-4", text: "Letter"),
    Criterion(id: "X-ex-1", text: "Rechtsschutzversicherungsgesellschaftenangestellte <& others>"),
    Criterion(id: "X-ex-2", text: "Not in the languages of the team"),
    Criterion(id: "X-ex-3", text: "Retracted after publication"),
  ]
}
