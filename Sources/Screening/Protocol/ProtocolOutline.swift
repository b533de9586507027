/// A protocol laid flat: its parts with their values in words, so that two versions can be compared
/// part by part and value by value.
struct ProtocolOutline {
  /// One part with its values.
  struct Item {
    let subject: ProtocolChange.Subject
    /// What it is, which an amendment may not turn into something else.
    let kind: String
    /// The words that say what its id stands for.
    let meaning: String
    let isRetired: Bool
    let values: [Value]
  }

  /// One value under its key, item by item; empty where there is nothing.
  struct Value {
    let key: String
    let items: [String]

    init(_ key: String, _ items: [String]) {
      self.key = key
      self.items = items
    }

    init(_ key: String, _ item: String?) { self.init(key, item.map { [$0] } ?? []) }

    init(_ key: String, _ number: Int) { self.init(key, String(number)) }

    init(_ key: String, _ truth: Bool) { self.init(key, truth ? "yes" : "no") }
  }

  let items: [Item]
  private let bySubject: [ProtocolChange.Subject: Item]

  init(_ items: [Item]) {
    self.items = items
    bySubject = Dictionary(items.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(subject: ProtocolChange.Subject) -> Item? { bySubject[subject] }

  /// The change of order among the parts that both have, if there is one.
  func reordering(of part: ProtocolPart, from earlier: ProtocolOutline) -> ProtocolChange? {
    let before = earlier.items.filter { $0.subject.part == part && self[$0.subject] != nil }
    let after = items.filter { $0.subject.part == part && earlier[$0.subject] != nil }
    guard before.map(\.subject) != after.map(\.subject) else { return nil }
    let difference = ProtocolChange.Difference(
      key: "order", before: before.compactMap(\.subject.id), after: after.compactMap(\.subject.id))
    return ProtocolChange(.order(part), .reworded([difference]))
  }
}

extension ProtocolOutline.Item {
  init(
    _ subject: ProtocolChange.Subject, kind: String = "", meaning: String = "",
    isRetired: Bool = false, _ values: [ProtocolOutline.Value]
  ) {
    self.subject = subject
    self.kind = kind
    self.meaning = meaning
    self.isRetired = isRetired
    self.values = values
  }

  /// What became of an earlier form of the same part.
  func changes(from earlier: Self) -> [ProtocolChange] {
    var edits: [ProtocolChange.Edit] = []
    if isRetired != earlier.isRetired { edits.append(isRetired ? .retired : .broughtBack) }
    let differences = self.differences(from: earlier)
    if !differences.isEmpty { edits.append(.reworded(differences)) }
    return edits.map { ProtocolChange(subject, $0) }
  }

  private func differences(from earlier: Self) -> [ProtocolChange.Difference] {
    let keys = earlier.values.map(\.key)
    let all = keys + values.map(\.key).filter { !keys.contains($0) }
    return all.compactMap { key in
      let before = earlier.items(under: key)
      let after = items(under: key)
      guard before != after else { return nil }
      return ProtocolChange.Difference(key: key, before: before, after: after)
    }
  }

  private func items(under key: String) -> [String] {
    values.first { $0.key == key }?.items ?? []
  }
}

extension ProtocolChange.Subject {
  /// The kind of part, for those that have ids.
  var part: ProtocolPart? {
    switch self {
    case .domain: .domain
    case .criterion: .criterion
    case .limit: .limit
    case .source: .source
    case .theme: .theme
    case .field: .field
    case .review, .stage, .team, .labels, .ranking, .order: nil
    }
  }

  /// The id, for those parts that have one.
  var id: String? {
    switch self {
    case .domain(let id): id
    case .criterion(let id): id.text
    case .limit(let id): id.text
    case .source(let id): id.text
    case .theme(let id): id.text
    case .field(let id): id.text
    case .review, .stage, .team, .labels, .ranking, .order: nil
    }
  }
}
