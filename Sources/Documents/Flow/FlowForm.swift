import Reporting
import Screening

/// What stands where in the form of PRISMA 2020: words and numbers, no geometry.
///
/// The official form knows only what is settled. What is in progress stands beside the way down, in
/// panels of its own, so that the numbers close at any time.
struct FlowForm {
  /// The rows of the form, from above; those in between hold what is in progress.
  enum Step: Int, CaseIterable {
    case identification
    case screeningInProgress
    case screening
    case retrieval
    case assessmentInProgress
    case assessment
  }

  /// A paragraph of a panel, with a number behind it.
  struct Passage: Hashable {
    var words: String
    var number: Int?
    var level = 0
  }

  /// One panel of the form.
  struct Panel: Hashable {
    var passages: [Passage]
    var style = Picture.Style.box
  }

  /// What stands on the way down, and what leaves it to the side.
  struct Row {
    var main: Panel?
    var side: [Panel] = []

    var isEmpty: Bool { main == nil && side.isEmpty }
  }

  /// One arm of the form.
  struct Column {
    let head: String
    let rows: [Step: Row]

    subscript(step: Step) -> Row { rows[step] ?? Row() }
  }

  /// What it is the form of.
  let document: FlowDocument
  /// The earlier version of the review, if there is one.
  let previous: Panel?
  /// The arms that are drawn.
  let columns: [Column]
  /// What was included.
  let included: Panel?
  /// The same with what the earlier version included.
  let total: Panel?

  /// Words the form of a document.
  init(_ document: FlowDocument) {
    let chart = document.chart
    let isUpdate = chart.isUpdate
    let arms = [Arm.databases, .other].filter {
      !document.provenance.isUndisclosed && (document.showsAll || chart.arms.contains($0))
    }
    self.document = document
    columns = arms.map { ArmWriter(document, arm: $0, isUpdate: isUpdate).column }
    previous =
      isUpdate
      ? Panel([chart[.previous, .studies], chart[.previous, .reports]]) : nil
    included = arms.isEmpty ? nil : Panel([chart[.newStudies], chart[.newReports]])
    total = isUpdate ? Panel([chart[.totalStudies], chart[.totalReports]]) : nil
  }
}

extension FlowForm.Panel {
  /// A panel of boxes, one below the other.
  init(_ boxes: [FlowBox], style: Picture.Style = .box) {
    self.init(
      passages: boxes.map { FlowForm.Passage(words: $0.words, number: $0.number) }, style: style)
  }
}

/// Puts the boxes of one arm into the rows of the form.
private struct ArmWriter {
  let chart: FlowChart
  let arm: Arm
  let showsAll: Bool
  let isUpdate: Bool

  init(_ document: FlowDocument, arm: Arm, isUpdate: Bool) {
    chart = document.chart
    self.arm = arm
    showsAll = document.showsAll
    self.isUpdate = isUpdate
  }

  var column: FlowForm.Column {
    FlowForm.Column(
      head: .head(of: arm, isUpdate: isUpdate),
      rows: [
        .identification: FlowForm.Row(main: identified, side: removed),
        .screeningInProgress: FlowForm.Row(side: screeningInProgress),
        .screening: screening,
        .retrieval: FlowForm.Row(main: sought, side: [FlowForm.Panel([chart[arm, .notRetrieved]])]),
        .assessmentInProgress: FlowForm.Row(
          side: open([
            .awaitingRetrieval, .awaitingFullText, .inConflictAtFullText, .inProgressAtFullText,
          ])),
        .assessment: FlowForm.Row(main: FlowForm.Panel([chart[arm, .assessed]]), side: [excluded]),
      ])
  }

  private var identified: FlowForm.Panel {
    var passages = [FlowForm.Passage(words: .identifiedFrom)]
    for (route, number, sources) in chart.routes(of: arm, all: showsAll) {
      passages.append(FlowForm.Passage(words: .name(of: route), number: number, level: 1))
      guard arm == .databases || sources.count > 1 else { continue }
      passages += sources.map {
        FlowForm.Passage(words: $0.words, number: $0.number, level: 2)
      }
    }
    return FlowForm.Panel(passages: passages)
  }

  /// The other arm has no such panel in the official form, and none here unless something is in it.
  private var removed: [FlowForm.Panel] {
    let kinds: [FlowBox.Kind] = [.duplicates, .automation, .removed]
    let boxes = kinds.map { chart[arm, $0] }.filter { box in
      arm == .databases || showsAll || box.number > 0
    }
    guard !boxes.isEmpty else { return [] }
    let passages = boxes.flatMap { box in
      [FlowForm.Passage(words: box.words, number: box.number, level: 1)]
        + (box.parts.count > 1 ? box.parts : []).map {
          FlowForm.Passage(words: $0.words, number: $0.number, level: 2)
        }
    }
    return [FlowForm.Panel(passages: [FlowForm.Passage(words: .removedBefore)] + passages)]
  }

  private var screeningInProgress: [FlowForm.Panel] {
    let left = chart[arm, .leftUnscreened]
    return open([.awaitingTitleAbstract, .inConflictAtTitleAbstract, .inProgressAtTitleAbstract])
      + (left.number > 0 ? [FlowForm.Panel([left])] : [])
  }

  private var screening: FlowForm.Row {
    let boxes = [chart[arm, .screened], chart[arm, .excludedAtTitleAbstract]]
    guard arm == .databases || showsAll || isScreenedByTitle else { return FlowForm.Row() }
    return FlowForm.Row(main: FlowForm.Panel([boxes[0]]), side: [FlowForm.Panel([boxes[1]])])
  }

  private var isScreenedByTitle: Bool {
    let kinds: [FlowBox.Kind] = [
      .screened, .awaitingTitleAbstract, .inConflictAtTitleAbstract, .inProgressAtTitleAbstract,
      .leftUnscreened,
    ]
    return kinds.contains { chart.flow[arm][$0].count > 0 }
  }

  /// Where some reports were screened by title and others enter here, the sum needs the latter.
  private var sought: FlowForm.Panel {
    let direct = chart[arm, .direct]
    var passages = FlowForm.Panel([chart[arm, .sought]]).passages
    if direct.number > 0 && (arm == .databases || isScreenedByTitle) {
      passages.append(FlowForm.Passage(words: .amongThemDirect, number: direct.number, level: 1))
    }
    return FlowForm.Panel(passages: passages)
  }

  private func open(_ kinds: [FlowBox.Kind]) -> [FlowForm.Panel] {
    let boxes = kinds.map { chart[arm, $0] }.filter { $0.number > 0 }
    return boxes.isEmpty ? [] : [FlowForm.Panel(boxes, style: .open)]
  }

  private var excluded: FlowForm.Panel {
    let box = chart[arm, .excludedAtFullText]
    guard box.number > 0 else { return FlowForm.Panel([box]) }
    return FlowForm.Panel(
      passages: [FlowForm.Passage(words: box.words + ":")]
        + box.parts.map { FlowForm.Passage(words: $0.words, number: $0.number, level: 1) })
  }
}

extension String {
  fileprivate static let identifiedFrom = "Records identified from:"
  fileprivate static let removedBefore = "Records removed before screening:"
  fileprivate static let amongThemDirect = "Of these, not screened by title and abstract"

  fileprivate static func head(of arm: Arm, isUpdate: Bool) -> String {
    let what = isUpdate ? "Identification of new studies via" : "Identification of studies via"
    return switch arm {
    case .previous: "Previous studies"
    case .databases: "\(what) databases and registers"
    case .other: "\(what) other methods"
    }
  }

  fileprivate static func name(of route: Route) -> String {
    switch route {
    case .database: "Databases"
    case .register: "Registers"
    case .website: "Websites"
    case .organisation: "Organisations"
    case .citationSearch: "Citation searching"
    case .handSearch: "Hand searching"
    }
  }
}
