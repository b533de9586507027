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
    columns = arms.map { ArmForm(document, arm: $0, isUpdate: isUpdate).column }
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
