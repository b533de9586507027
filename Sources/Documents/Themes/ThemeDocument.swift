public import JSON
public import Reporting
import Screening

/// The tally of themes as people and programs read it.
public struct ThemeDocument: Sendable {
  /// The tally.
  public let tally: ThemeTally
  /// Where it comes from.
  public let provenance: Provenance

  /// Joins the parts.
  public init(_ tally: ThemeTally, _ provenance: Provenance) {
    self.tally = tally
    self.provenance = provenance
  }

  /// For a terminal.
  public var text: String {
    var columns = TextColumns()
    columns.add(provenance.title)
    columns.add()
    if !provenance.isUndisclosed {
      addRows(to: &columns)
      columns.add()
    }
    for line in provenance.lines { columns.add(line) }
    return columns.text
  }

  private func addRows(to columns: inout TextColumns) {
    columns.add(.theme, [.labels, tally.unit.rawValue])
    for (node, depth) in tally.flattened where node.isShown {
      columns.add(node.theme.name, node.labels, node.distinct.count, indent: depth)
    }
    columns.add(.all, tally.labels, tally.distinct.count)
    columns.add()
    for (words, number) in summary { columns.add(words, ["", "\(number)"]) }
  }

  /// For programs.
  public var json: JSONValue {
    let counts = JSONValue.Member(key: "counts", value: .string(tally.unit.rawValue))
    guard !provenance.isUndisclosed else { return .object(provenance.members + [counts]) }
    return .object(
      provenance.members + [
        counts,
        .init(key: "themes", value: .array(tally.nodes.map(ThemeDocument.json))),
        .init(key: "labels", value: JSONValue(tally.labels)),
        .init(key: "distinct", value: JSONValue(tally.distinct.count)),
        .init(
          key: "carrying",
          value: .object(
            tally.carrying.sorted { $0.key < $1.key }.map {
              .init(key: "\($0.key)", value: JSONValue($0.value))
            })),
        .init(key: "unfinished", value: JSONValue(tally.unfinished.count)),
        .init(key: "toSettle", value: JSONValue(tally.toSettle.count)),
      ])
  }

  /// For spreadsheets: a row a theme or branch, then rows that sum up.
  public var csv: String {
    var table = CSVTable(
      ["theme", "name", "depth", "labels", tally.unit.rawValue] + Provenance.columns)
    guard !provenance.isUndisclosed else { return table.text }
    for (node, depth) in tally.flattened {
      table.add(
        [
          node.theme.id.text, node.theme.name, "\(depth)", "\(node.labels)",
          "\(node.distinct.count)",
        ] + provenance.cells)
    }
    table.add(["", .all, "", "\(tally.labels)", "\(tally.distinct.count)"] + provenance.cells)
    for (words, number) in summary {
      table.add(["", words, "", "", "\(number)"] + provenance.cells)
    }
    return table.text
  }

  /// How many carry how many labels; those without any are unfinished or to be settled.
  public var summary: [(words: String, number: Int)] {
    let least = [1, 2].map { ($0, tally.carrying[$0] ?? 0) }
    let more = tally.carrying.filter { $0.key > 2 }.sorted { $0.key < $1.key }
    return (least + more.map { ($0.key, $0.value) }).map { (.carrying($0), $1) } + [
      (.unfinished, tally.unfinished.count), (.toSettle, tally.toSettle.count),
    ]
  }

  private static func json(_ node: ThemeTally.Node) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "theme", value: .string(node.theme.id.text)),
      .init(key: "name", value: .string(node.theme.name)),
      .init(key: "labels", value: JSONValue(node.labels)),
      .init(key: "distinct", value: JSONValue(node.distinct.count)),
    ]
    if node.theme.isRetired { members.append(.init(key: "retired", value: true)) }
    if !node.nodes.isEmpty {
      members.append(.init(key: "themes", value: .array(node.nodes.map(json))))
    }
    return .object(members)
  }
}

extension ThemeTally.Node {
  /// Whether people want to see it: what is optional or retired only where something carries it.
  public var isShown: Bool {
    distinct.count > 0 || !(theme.isOptional || theme.isRetired)
  }
}

extension String {
  fileprivate static let theme = "Theme"
  fileprivate static let labels = "labels"
  fileprivate static let all = "All themes"
  fileprivate static let unfinished = "With 0 labels (unfinished)"
  fileprivate static let toSettle = "Labels to settle"

  fileprivate static func carrying(_ count: Int) -> String {
    count == 1 ? "With 1 label" : "With \(count) labels"
  }
}
