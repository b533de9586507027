/// One difference between two versions of a protocol.
public struct ProtocolChange: Hashable, Sendable {
  /// What differs.
  public let subject: Subject
  /// How it differs.
  public let edit: Edit

  /// Joins the two.
  public init(_ subject: Subject, _ edit: Edit) {
    self.subject = subject
    self.edit = edit
  }

  /// A part of a protocol that can differ.
  public enum Subject: Hashable, Sendable {
    /// What the review says of itself: title, framework, questions, zone, full-text routes.
    case review
    case domain(String)
    case criterion(CriterionID)
    case limit(LimitID)
    case source(SourceID)
    case stage(Stage)
    case team
    case theme(ThemeID)
    case labels
    case field(FieldID)
    case ranking
    /// The order of those parts that both versions have.
    case order(ProtocolPart)
  }

  /// What happened to it.
  public enum Edit: Hashable, Sendable {
    case added
    case removed
    case retired
    case broughtBack
    /// Some of its values are others now; never empty.
    case reworded([Difference])
  }

  /// One value that is another now, under the key that the file has for it.
  public struct Difference: Hashable, Sendable {
    /// The key, such as `text` or `reviewers`.
    public let key: String
    /// What it was, item by item; empty where there was nothing.
    public let before: [String]
    /// What it is now, item by item; empty where there is nothing.
    public let after: [String]

    /// Joins the parts.
    public init(key: String, before: [String], after: [String]) {
      self.key = key
      self.before = before
      self.after = after
    }
  }
}

extension ReviewProtocol {
  /// Everything that differs from an earlier version, in protocol order; what is gone comes last.
  public func changes(from earlier: ReviewProtocol) -> [ProtocolChange] {
    let before = earlier.outline
    let after = outline
    let kept = after.items.flatMap { item -> [ProtocolChange] in
      guard let old = before[item.subject] else { return [ProtocolChange(item.subject, .added)] }
      return item.changes(from: old)
    }
    let gone = before.items.filter { after[$0.subject] == nil }
    return kept + ProtocolPart.allCases.compactMap { after.reordering(of: $0, from: before) }
      + gone.map { ProtocolChange($0.subject, .removed) }
  }

  /// The criteria whose text, note or exception changed, or that are no longer given: decisions
  /// that rest on them may deserve another look.
  public func changedCriteria(from earlier: ReviewProtocol) -> Set<CriterionID> {
    let now = Dictionary(criteria.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = earlier.criteria.filter { old in
      guard let new = now[old.id] else { return true }
      return old.text != new.text || old.note != new.note || old.exception != new.exception
        || (!old.isRetired && new.isRetired)
    }
    return Set(changed.map(\.id))
  }
}

extension ProtocolChange: CustomStringConvertible {
  /// The change as a sentence.
  public var description: String {
    switch edit {
    case .added: "\(subject.nameAtStart) is new."
    case .removed: "\(subject.nameAtStart) is gone."
    case .retired: "\(subject.nameAtStart) is retired."
    case .broughtBack: "\(subject.nameAtStart) is in force again."
    case .reworded(let differences):
      "\(subject.nameAtStart) changed: "
        + differences.map(\.phrase).joined(separator: "; ") + "."
    }
  }
}

extension ProtocolChange.Subject {
  /// The part as sentences name it.
  public var name: String {
    switch self {
    case .review: "the review"
    case .domain(let id): "the domain `\(id)`"
    case .criterion(let id): "the criterion `\(id)`"
    case .limit(let id): "the limit `\(id)`"
    case .source(let id): "the source `\(id)`"
    case .stage(let stage): "the stage \(stage.name)"
    case .team: "the rule for the team"
    case .theme(let id): "the theme `\(id)`"
    case .labels: "the rule for labels"
    case .field(let id): "the field `\(id)`"
    case .ranking: "the rule for ranking"
    case .order(let part): "the order of the \(part.plural)"
    }
  }

  /// The name with a capital, to begin a sentence.
  var nameAtStart: String { name.prefix(1).uppercased() + name.dropFirst() }
}

extension ProtocolChange.Difference {
  fileprivate var phrase: String {
    switch (before.isEmpty, after.isEmpty) {
    case (true, _): "`\(key)` is now \(Self.quoted(after)), where nothing stood"
    case (_, true): "`\(key)` is gone and was \(Self.quoted(before))"
    case (false, false): "`\(key)` is now \(Self.quoted(after)) and was \(Self.quoted(before))"
    }
  }

  private static func quoted(_ items: [String]) -> String {
    items.map { "“\($0)”" }.joined(separator: ", ")
  }
}
