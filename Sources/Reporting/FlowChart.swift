public import Screening

/// The flow as a list of boxes, with the words of a protocol.
public struct FlowChart: Hashable, Sendable {
  /// The flow.
  public let flow: Flow
  private let content: ReviewProtocol

  /// Reads a flow with the names that a protocol gives to sources, limits and reasons.
  public init(_ flow: Flow, _ content: ReviewProtocol) {
    self.flow = flow
    self.content = content
  }

  /// A box of an arm.
  public subscript(arm: Arm, kind: FlowBox.Kind) -> FlowBox {
    let name = "\(arm.name).\(kind.rawValue)"
    let own = flow[arm]
    let parts = parts(of: kind, in: own, below: name, of: arm)
    return FlowBox(
      name: name, words: .words(kind, arm), unit: kind.unit,
      members: parts.isEmpty
        ? own[kind] : NumberSet(joining: parts.map(\.members)),
      parts: parts)
  }

  /// A box over both arms, or with the earlier version of the review.
  public subscript(whole: Whole) -> FlowBox {
    let arms: [Arm] = whole.isTotal ? Arm.allCases : [.databases, .other]
    let sets = arms.map { arm in
      whole.unit == .studies
        ? flow[arm].studies : arm == .previous ? flow[arm].reports : flow[arm].included
    }
    return FlowBox(
      name: whole.rawValue, words: .words(whole, isUpdate: isUpdate), unit: whole.unit,
      members: NumberSet(joining: sets))
  }

  /// The boxes that sum up arms.
  public enum Whole: String, Hashable, CaseIterable, Sendable {
    case newStudies = "new.studies"
    case newReports = "new.reports"
    case totalStudies = "total.studies"
    case totalReports = "total.reports"

    fileprivate var isTotal: Bool { self == .totalStudies || self == .totalReports }

    fileprivate var unit: FlowBox.Unit {
      self == .newStudies || self == .totalStudies ? .studies : .reports
    }
  }

  /// Whether the review goes on from an earlier version of itself.
  public var isUpdate: Bool { flow[.previous].identifiedCount > 0 }

  /// The arms that something was identified in.
  public var arms: [Arm] { Arm.allCases.filter { flow[$0].identifiedCount > 0 } }

  /// Every box, from the first records to the last studies; those that the official form does not
  /// have only where they are not empty, unless `all` are asked for.
  public func boxes(all: Bool = false) -> [FlowBox] {
    var boxes: [FlowBox] = []
    for arm in all ? Arm.allCases : arms {
      boxes += FlowBox.Kind.allCases.filter { kind in
        kind.isCounted(in: arm) && kind.isTold(isDisclosed: flow.isDisclosed)
          && (all || kind.isOfficial(in: arm) || flow[arm][kind].count > 0)
      }.map { self[arm, $0] }
    }
    let wholes = Whole.allCases.filter { all || ($0.isTotal ? isUpdate : !arms.isEmpty) }
    boxes += wholes.map { self[$0] }
    if all || flow.gone.count > 0 {
      boxes.append(
        FlowBox(
          name: "gone", words: .withdrawnRecords, unit: .records, members: flow.gone))
    }
    return boxes
  }

  /// The box of a name, or a part of one.
  public func box(named name: String) -> FlowBox? {
    boxes(all: true).lazy.flatMap { [$0] + $0.parts }.first { $0.name == name }
  }

  /// The sources of an arm that records came from, or all of them, by route.
  public func routes(
    of arm: Arm, all: Bool = false
  ) -> [(route: Route, number: Int, sources: [FlowBox])] {
    let boxes = self[arm, .identified].parts
    return Route.allCases.compactMap { route in
      let names = content.sources.filter { $0.route == route && $0.arm == arm }.map {
        "\(arm.name).\(FlowBox.Kind.identified.rawValue).\($0.id)"
      }
      let own = boxes.filter { names.contains($0.name) && (all || $0.number > 0) }
      return own.isEmpty ? nil : (route, own.reduce(0) { $0 + $1.number }, own)
    }
  }

  // MARK: Parts

  /// What a box is the sum of: everything that the protocol names, and whatever is counted beside it.
  private func parts(
    of kind: FlowBox.Kind, in own: ArmFlow, below name: String, of arm: Arm
  ) -> [FlowBox] {
    switch kind {
    case .identified:
      let named = content.sources.filter {
        $0.arm == arm && !($0.isRetired && own.identified[$0.id] == nil)
      }
      return parts(own.identified, named.map { ($0.id, $0.name) }, .records, below: name)
    case .automation:
      let named = content.limits.filter { own.automation[$0.id] != nil }
      return parts(own.automation, named.map { ($0.id, .notMet($0.text)) }, .reports, below: name)
    case .excludedAtFullText:
      let named = content.reasons.filter { own.excludedAtAssessment[$0.id] != nil }
      return parts(own.excludedAtAssessment, named.map { ($0.id, $0.text) }, .reports, below: name)
    case .duplicates, .reports, .removed, .direct, .awaitingTitleAbstract,
      .inConflictAtTitleAbstract, .inProgressAtTitleAbstract, .leftUnscreened, .screened,
      .excludedAtTitleAbstract, .sought, .notRetrieved, .awaitingRetrieval, .awaitingFullText,
      .inConflictAtFullText, .inProgressAtFullText, .assessed, .included, .studies:
      return []
    }
  }

  private func parts<Kind>(
    _ sets: [ProtocolID<Kind>: NumberSet], _ named: [(id: ProtocolID<Kind>, name: String)],
    _ unit: FlowBox.Unit, below name: String
  ) -> [FlowBox] {
    let known = Set(named.map(\.id))
    let unnamed = sets.keys.filter { !known.contains($0) }.sorted().map { ($0, $0.text) }
    return (named + unnamed).map { id, words in
      FlowBox(
        name: "\(name).\(id)", words: words, unit: unit, members: sets[id] ?? NumberSet())
    }
  }
}

extension ArmFlow {
  /// What a box counts.
  public subscript(kind: FlowBox.Kind) -> NumberSet {
    switch kind {
    case .identified: NumberSet(joining: Array(identified.values))
    case .duplicates: duplicates
    case .reports: reports
    case .automation: NumberSet(joining: Array(automation.values))
    case .removed: removed
    case .direct: direct
    case .awaitingTitleAbstract: awaitingScreening
    case .inConflictAtTitleAbstract: conflictAtScreening
    case .inProgressAtTitleAbstract: inProgressAtScreening
    case .leftUnscreened: unscreened
    case .screened: screened
    case .excludedAtTitleAbstract: excludedAtScreening
    case .sought: sought
    case .notRetrieved: notRetrieved
    case .awaitingRetrieval: awaitingRetrieval
    case .awaitingFullText: awaitingAssessment
    case .inConflictAtFullText: conflictAtAssessment
    case .inProgressAtFullText: inProgressAtAssessment
    case .assessed: assessed
    case .excludedAtFullText:
      NumberSet(joining: Array(excludedAtAssessment.values))
    case .included: included
    case .studies: studies
    }
  }
}
