public import JSON
public import Reporting

/// The PRISMA numbers of a review as people and programs read them.
public struct FlowDocument: Sendable {
  /// The boxes.
  public let chart: FlowChart
  /// Where they come from.
  public let provenance: Provenance
  /// Whether parts without anything in them are shown too.
  public let showsAll: Bool

  /// Joins the parts.
  public init(_ chart: FlowChart, _ provenance: Provenance, showsAll: Bool = false) {
    self.chart = chart
    self.provenance = provenance
    self.showsAll = showsAll
  }

  /// For a terminal: every box with its name, which `--box` takes.
  public var text: String {
    var columns = TextColumns()
    columns.add(provenance.title)
    for section in sections {
      columns.add()
      columns.add(section.heading)
      for box in section.boxes {
        columns.add(box.words, box.number, name: box.name, indent: 1)
        for part in box.parts where showsAll || part.number > 0 {
          columns.add(part.words, part.number, name: part.name, indent: 2)
        }
      }
    }
    columns.add()
    for line in provenance.lines { columns.add(line) }
    return columns.text
  }

  /// The boxes under the headings that they stand under in a list.
  public var sections: [(heading: String, boxes: [FlowBox])] {
    var sections: [(heading: String, boxes: [FlowBox])] = []
    for box in boxes(all: showsAll) {
      if sections.last?.heading != box.heading { sections.append((box.heading, [])) }
      sections[sections.count - 1].boxes.append(box)
    }
    return sections
  }

  /// For programs: every box that can be told, also those without anything in them.
  public var json: JSONValue {
    .object(
      provenance.members + [
        .init(key: "boxes", value: .array(boxes(all: true).map(FlowDocument.json)))
      ])
  }

  /// For spreadsheets: a row a box, and a row each part of one.
  public var csv: String {
    var table = CSVTable(["box", "words", "counts", "number"] + Provenance.columns)
    for box in boxes(all: true).flatMap({ [$0] + $0.parts }) {
      table.add(
        [box.name, box.words, box.unit.rawValue, "\(box.number)"] + provenance.cells)
    }
    return table.text
  }

  /// The form of PRISMA 2020 as a picture.
  public var svg: String { FlowForm(self).picture.svg }

  private func boxes(all: Bool) -> [FlowBox] {
    provenance.isUndisclosed ? [] : chart.boxes(all: all)
  }

  private static func json(_ box: FlowBox) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "name", value: .string(box.name)),
      .init(key: "words", value: .string(box.words)),
      .init(key: "counts", value: .string(box.unit.rawValue)),
      .init(key: "number", value: JSONValue(box.number)),
    ]
    if !box.parts.isEmpty {
      members.append(.init(key: "parts", value: .array(box.parts.map(json))))
    }
    return .object(members)
  }
}

extension FlowBox {
  /// The heading that it stands under in a list.
  fileprivate var heading: String {
    switch name.prefix(while: { $0 != "." }) {
    case "previous": .previousArm
    case "databases": .databasesArm
    case "other": .otherArm
    case "new", "total": .included
    default: .apart
    }
  }
}

extension String {
  fileprivate static let previousArm = "Previous studies"
  fileprivate static let databasesArm = "Databases and registers"
  fileprivate static let otherArm = "Other methods"
  fileprivate static let included = "Included"
  fileprivate static let apart = "Counted nowhere"
}
