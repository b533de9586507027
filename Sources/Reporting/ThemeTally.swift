public import Screening

/// How many included reports, or studies, carry each theme.
///
/// A branch tells two numbers, for a report with two labels below it is two labels and one report.
/// What is unfinished or still to be settled is kept apart and counted nowhere else.
public struct ThemeTally: Hashable, Sendable {
  /// What is counted.
  public enum Unit: String, Hashable, CaseIterable, Sendable {
    case reports
    case studies
  }

  /// A theme or branch, with what carries it.
  public struct Node: Hashable, Sendable {
    /// The theme or branch.
    public let theme: Theme
    /// What carries this very theme; empty for a branch that is no label itself.
    public let own: NumberSet
    /// What carries it or anything below it.
    public let distinct: NumberSet
    /// The sum of its labels and of those below it.
    public let labels: Int
    /// The nodes below it, in protocol order.
    public let nodes: [Node]

    /// This node and all below it with their depth, in order.
    public func flattened(depth: Int = 0) -> [(node: Node, depth: Int)] {
      [(self, depth)] + nodes.flatMap { $0.flattened(depth: depth + 1) }
    }
  }

  /// What is counted.
  public let unit: Unit
  /// The most labels that a report may carry.
  public let max: Int
  /// The tree, in protocol order.
  public let nodes: [Node]
  /// All labels.
  public let labels: Int
  /// Whatever carries a label.
  public let distinct: NumberSet
  /// How many carry so many labels.
  public let carrying: [Int: Int]
  /// Included and labelled by nobody, or by not enough people, or with too few labels.
  public let unfinished: NumberSet
  /// Included, with labels that people differ on or that are too many.
  public let toSettle: NumberSet

  /// Tallies the included reports of a review, or their studies.
  public init(_ review: Review, counting unit: Unit) {
    self.init(review, of: review.reports(in: .included), counting: unit)
  }

  /// Tallies what of a review the whole team may know to be included.
  public init(disclosedBy review: Review, counting unit: Unit) {
    let known = review.reports(in: .included).numbers.filter {
      review.disclosedWhereabouts(of: $0) == .leaf(.included)
    }
    self.init(review, of: NumberSet(known), counting: unit)
  }

  private init(_ review: Review, of reports: NumberSet, counting unit: Unit) {
    let content = review.content
    self.init(
      content?.themes ?? [], under: content?.labels ?? LabelRule(), counting: unit,
      reports.numbers.map {
        (unit == .reports ? $0 : review.study(of: $0), review.labelStanding(of: $0))
      })
  }

  /// Tallies labels as they stand, each with the report, or study, that carries them; a study
  /// carries what any of its reports does, and is counted as soon as one of them is settled.
  init(
    _ themes: [Theme], under rule: LabelRule, counting unit: Unit,
    _ standings: [(carrier: RecordNumber, standing: LabelStanding)]
  ) {
    var carried: [RecordNumber: Set<ThemeID>] = [:]
    var (waiting, differing) = (NumberSet(), NumberSet())
    for (carrier, standing) in standings {
      switch standing {
      case .settled(let themes): carried[carrier, default: []].formUnion(themes)
      case .toSettle: differing.insert(carrier)
      case .unfinished: waiting.insert(carrier)
      }
    }
    for carrier in carried.keys { differing.remove(carrier) }
    for carrier in carried.keys + Array(differing.numbers) { waiting.remove(carrier) }

    var carriers: [ThemeID: NumberSet] = [:]
    for (carrier, themes) in carried {
      for theme in themes { carriers[theme, default: NumberSet()].insert(carrier) }
    }
    self.unit = unit
    max = rule.max
    nodes = themes.map { Node($0, carriers) }
    labels = carried.values.reduce(0) { $0 + $1.count }
    distinct = NumberSet(carried.keys)
    carrying = carried.values.reduce(into: [:]) { $0[$1.count, default: 0] += 1 }
    unfinished = waiting
    toSettle = differing
  }

  /// Every node with its depth, in protocol order.
  public var flattened: [(node: Node, depth: Int)] { nodes.flatMap { $0.flattened() } }
}

extension ThemeTally.Node {
  fileprivate init(_ theme: Theme, _ carriers: [ThemeID: NumberSet]) {
    let nodes = theme.themes.map { ThemeTally.Node($0, carriers) }
    let own = carriers[theme.id] ?? NumberSet()
    self.theme = theme
    self.own = own
    self.nodes = nodes
    labels = nodes.reduce(own.count) { $0 + $1.labels }
    distinct = NumberSet(joining: [own] + nodes.map(\.distinct))
  }
}

extension ThemeTally {
  /// What does not hold of the tally, one sentence each; none in one that adds up.
  public var breaches: [String] {
    var breaches: [String] = []
    if distinct.count > labels || (unit == .reports && labels > max * distinct.count) {
      breaches.append(.bounds(unit, labels, distinct.count, max))
    }
    let placed = nodes.reduce(0) { $0 + $1.labels }
    if placed != labels { breaches.append(.unplaced(labels - placed)) }
    return breaches + flattened.compactMap(\.node.breach)
  }
}

extension ThemeTally.Node {
  /// Why it cannot be, if it cannot: each of its reports carries a label at least.
  var breach: String? {
    distinct.count > labels ? .branch(theme.id, labels, distinct.count) : nil
  }
}

extension String {
  fileprivate static func bounds(
    _ unit: ThemeTally.Unit, _ labels: Int, _ distinct: Int, _ max: Int
  ) -> String {
    "The tally does not add up: \(distinct) \(unit.rawValue) cannot carry \(labels) labels when "
      + "each carries 1 to \(max)."
  }

  fileprivate static func unplaced(_ count: Int) -> String {
    "The tally does not add up: \(count) labels are of themes that the protocol does not have."
  }

  fileprivate static func branch(_ id: ThemeID, _ labels: Int, _ distinct: Int) -> String {
    "The tally does not add up: \(distinct) carry a theme of \(id), with \(labels) labels."
  }
}
