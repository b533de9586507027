extension Review {
  /// What the protocol in force says; nil before the review is founded.
  public var content: ReviewProtocol? { versions.last?.content }

  /// The number of the protocol version in force; 0 before the review is founded.
  public var protocolVersion: UInt32 { versions.last?.number ?? 0 }

  /// The digest of the protocol file in force.
  public var protocolFile: Fingerprint? { versions.last?.file }

  /// Every version with the position of its entry and the digest of its file.
  public var protocolVersions: [(number: UInt32, adopted: Position, file: Fingerprint)] {
    versions.map { ($0.number, Position($0.adoptedAt), $0.file) }
  }

  /// What a version says.
  public func content(ofVersion number: UInt32) -> ReviewProtocol? {
    versions.first { $0.number == number }?.content
  }

  /// The version in force now; the rules of a protocol that says nothing before there is one.
  var currentVersion: Version { versions.last ?? .beforeTheFirst }

  /// The version that was in force when the entry at a position was written.
  func version(at position: UInt32) -> Version {
    place(ofVersionAt: position).map { versions[$0] } ?? .beforeTheFirst
  }

  /// The rule of a stage now.
  func rule(of stage: Stage) -> StageRule { rule(of: stage, at: .max) }

  /// The rule of a stage that was in force when the entry at a position was written.
  func rule(of stage: Stage, at position: UInt32) -> StageRule {
    guard let place = place(ofVersionAt: position) else {
      return Version.beforeTheFirst.rule(of: stage)
    }
    // Asked many times a decision: the rule alone is copied, not the version around it.
    return stage == .titleAbstract ? versions[place].titleAbstract : versions[place].fullText
  }

  private func place(ofVersionAt position: UInt32) -> Int? {
    if let last = versions.indices.last, versions[last].adoptedAt <= position { return last }
    return versions.lastIndex { $0.adoptedAt <= position } ?? versions.indices.first
  }

  mutating func adopt(_ fact: ProtocolAdopted, at position: UInt32) {
    for criterion in fact.content.criteria { _ = reasons.enter(criterion.id) }
    for limit in fact.content.limits { _ = limits.enter(limit.id) }
    for theme in fact.content.allThemes { _ = themes.enter(theme.id) }
    for field in fact.content.fields { _ = fields.enter(field.id) }
    let order = fact.content.reasons.enumerated().compactMap { place, reason in
      reasons.place(of: reason.id).map { ($0, place) }
    }
    versions.append(
      Version(
        number: fact.version, adoptedAt: position, content: fact.content, file: fact.file,
        titleAbstract: fact.content.titleAbstract, fullText: fact.content.fullText,
        reasonOrder: Dictionary(order, uniquingKeysWith: { first, _ in first })))
    for requota in fact.requotas {
      for report in requota.reports {
        take(
          Step(
            position: position, kind: .requota, stage: requota.stage, code: requota.reviewers),
          on: report)
      }
    }
  }
}

extension Review.Version {
  fileprivate static let beforeTheFirst = Review.Version(
    number: 0, adoptedAt: 0, content: ReviewProtocol(title: "", framework: .own),
    file: Fingerprint(quarters: (0, 0, 0, 0)), titleAbstract: .titleAbstractDefault,
    fullText: .fullTextDefault, reasonOrder: [:])
}
