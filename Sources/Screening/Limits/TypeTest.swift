import Bibliography

/// The test of source types: none refused, and one allowed where some are named.
struct TypeTest: Sendable {
  private let allowed: [SourceType]
  private let refused: [SourceType]
  /// Whether an allowed type is none that the program knows, so that nothing can fail for lack of it.
  private let allowsUnknown: Bool

  init(allowed: [String], refused: [String]) {
    self.allowed = allowed.map { SourceType(printed: $0) }
    self.refused = refused.map { SourceType(printed: $0) }.filter { $0 != .unknown }
    allowsUnknown = self.allowed.contains(.unknown)
  }

  /// Databases call most of what journals print an article, so a record that says no more cannot
  /// fail for not being one of the specific kinds.
  func judge(_ types: [SourceType]) -> Judgement {
    guard !types.isEmpty, !types.contains(.unknown) else { return .cannotTell }
    if types.contains(where: refused.contains) { return .fails }
    if allowed.isEmpty || types.contains(where: allowed.contains) { return .passes }
    let leavesOpen = types.contains { type in allowed.contains { type.mayBe($0) } }
    return leavesOpen || allowsUnknown ? .cannotTell : .fails
  }
}
