import Reporting
/// Places the panels of a form, row by row from above.
struct FlowLayout {
  private let form: FlowForm
  var picture: Picture
  /// The lower edge of what was placed so far.
  private var y = Measure.margin
  /// Where the way down of each column begins: below the last panel on it.
  private var ways: [Int: Double] = [:]

  init(_ form: FlowForm) {
    self.form = form
    picture = Picture(title: form.document.spokenTitle, description: form.document.spoken)
  }

  /// Distances in pixels.
  enum Measure {
    static let margin = 24.0
    static let phase = 28.0
    static let panel = 300.0
    /// Wide enough for a title and a foot where nothing else is drawn.
    static let least = 480.0
    static let gap = 34.0
    static let columnGap = 30.0
    static let rowGap = 26.0
    /// From one level of a list to the next.
    static let indent = 14.0
    /// How far the further lines of an item stand in.
    static let hang = 7.0
  }

  mutating func place() {
    picture.width = max(right(), Measure.least) + Measure.margin
    placeTitle()
    if !form.columns.isEmpty {
      placeHeads()
      let rows = FlowForm.Step.allCases.map { ($0, placeRow($0)) }
      let included = placeIncluded()
      placePhases(rows, included)
    }
    placeFoot()
    picture.height = y + Measure.margin
  }

  // MARK: Columns

  private var indentOfColumns: Double { Measure.margin + Measure.phase + Measure.gap / 2 }

  /// The left edge of the ways down, the previous version first if there is one.
  private func left(of column: Int) -> Double {
    let previous = form.previous == nil ? 0 : Measure.panel + Measure.columnGap
    let width = 2 * Measure.panel + Measure.gap + Measure.columnGap
    return indentOfColumns + previous + Double(column) * width
  }

  private func right() -> Double { left(of: form.columns.count) - Measure.columnGap }

  private func middle(of column: Int) -> Double { left(of: column) + Measure.panel / 2 }

  // MARK: Rows

  private mutating func placeTitle() {
    let width = picture.width - 2 * Measure.margin
    for line in Picture.large.lines(of: form.document.provenance.title, within: width) {
      y += 20
      picture.captions.append(
        Picture.Caption(x: Measure.margin, baseline: y - 4, text: line, isTitle: true))
    }
    y += 14
  }

  private mutating func placeHeads() {
    let wide = 2 * Measure.panel + Measure.gap
    var heads = form.columns.enumerated().map { ($1.head, left(of: $0), wide) }
    if form.previous != nil { heads.append((.previousHead, indentOfColumns, Measure.panel)) }
    let lines = heads.map { Picture.strong.lines(of: $0.0, within: $0.2 - 2 * Picture.padding) }
    let height = Picture.height(ofLines: lines.map(\.count).max() ?? 1)
    for (head, lines) in zip(heads, lines) {
      add(lines.map { Picture.Line(text: $0) }, .head, x: head.1, y: y, head.2, height)
    }
    y += height + Measure.rowGap
  }

  /// Places a row of every column, each panel in the middle of its height; gives where it stands.
  private mutating func placeRow(_ step: FlowForm.Step) -> ClosedRange<Double>? {
    let rows = form.columns.map { $0[step] }
    let earlier = step == .identification ? form.previous : nil
    guard earlier != nil || rows.contains(where: { !$0.isEmpty }) else { return nil }
    let height =
      (rows.map { max($0.main.map(self.height) ?? 0, self.height(of: $0.side)) }
      + [earlier.map(self.height) ?? 0]).max() ?? 0
    let centre = y + height / 2
    for (column, row) in rows.enumerated() { place(row, in: column, around: centre) }
    if let earlier {
      let frame = add(earlier, x: indentOfColumns, around: centre)
      ways[-1] = frame.bottom
    }
    let range = y...(y + height)
    y += height + Measure.rowGap
    return range
  }

  private mutating func place(_ row: FlowForm.Row, in column: Int, around centre: Double) {
    var edge = middle(of: column)
    if let main = row.main {
      let frame = add(main, x: left(of: column), around: centre)
      if let way = ways[column] {
        picture.arrows.append(
          Picture.Arrow(points: [(frame.middle, way), (frame.middle, frame.y)]))
      }
      ways[column] = frame.bottom
      edge = frame.right
    }
    let x = left(of: column) + Measure.panel + Measure.gap
    var top = centre - height(of: row.side) / 2
    for panel in row.side {
      let frame = add(panel, x: x, around: top + height(panel) / 2)
      picture.arrows.append(
        Picture.Arrow(
          points: [(edge, frame.centre), (frame.x, frame.centre)], isOpen: panel.style == .open))
      top = frame.bottom + Picture.padding
    }
  }

  // MARK: Included, phases, foot

  private mutating func placeIncluded() -> ClosedRange<Double>? {
    guard let included = form.included else { return nil }
    let top = y
    var frame = add(included, x: left(of: 0), around: y + height(included) / 2)
    join(frame)
    if let total = form.total {
      let lower = add(
        total, x: left(of: 0), around: frame.bottom + Measure.rowGap + height(total) / 2)
      picture.arrows.append(
        Picture.Arrow(points: [(frame.middle, frame.bottom), (frame.middle, lower.y)]))
      if let way = ways[-1] {
        let x = indentOfColumns + Measure.panel / 2
        picture.arrows.append(
          Picture.Arrow(points: [(x, way), (x, lower.centre), (lower.x, lower.centre)]))
      }
      frame = lower
    }
    y = frame.bottom + Measure.rowGap
    return top...frame.bottom
  }

  /// The first arm comes from above, the other from the right.
  private mutating func join(_ frame: Picture.Frame) {
    for column in form.columns.indices {
      guard let way = ways[column] else { continue }
      let x = middle(of: column)
      picture.arrows.append(
        column == 0
          ? Picture.Arrow(points: [(x, way), (x, frame.y)])
          : Picture.Arrow(points: [(x, way), (x, frame.centre), (frame.right, frame.centre)]))
    }
  }

  private mutating func placePhases(
    _ rows: [(step: FlowForm.Step, range: ClosedRange<Double>?)], _ included: ClosedRange<Double>?
  ) {
    let first = rows.first?.range
    let screening = rows.dropFirst().compactMap(\.range)
    let below = screening.reduce(nil as ClosedRange<Double>?) { sum, range in
      min(sum?.lowerBound ?? range.lowerBound, range.lowerBound)...range.upperBound
    }
    let phases: [(String, ClosedRange<Double>?)] = [
      (.identification, first), (.screening, below), (.included, included),
    ]
    for (name, range) in phases {
      guard let range else { continue }
      let needed = Picture.strong.width(of: name) + 2 * Picture.padding
      let height = max(range.upperBound - range.lowerBound, needed)
      let top = (range.lowerBound + range.upperBound - height) / 2
      add([Picture.Line(text: name)], .phase, x: Measure.margin, y: top, Measure.phase, height)
    }
  }

  private mutating func placeFoot() {
    y += 4
    let width = picture.width - 2 * Measure.margin
    for line in form.document.provenance.captions {
      for part in Picture.small.lines(of: line, within: width) {
        y += 15
        picture.captions.append(Picture.Caption(x: Measure.margin, baseline: y - 3, text: part))
      }
    }
  }
}

extension String {
  fileprivate static let previousHead = "Previous studies"
  fileprivate static let identification = "Identification"
  fileprivate static let screening = "Screening"
  fileprivate static let included = "Included"
}
