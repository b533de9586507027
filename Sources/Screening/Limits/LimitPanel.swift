public import Bibliography

/// All limits of a protocol that are in force, ready to judge many reports.
public struct LimitPanel: Sendable {
  private let judges: [LimitJudge]

  /// What one limit says of one report.
  public struct Finding: Hashable, Sendable {
    /// The limit.
    public let limit: LimitID
    /// What it says.
    public let judgement: Judgement
    /// What it does where it fails.
    public let action: Limit.Action

    /// Joins the parts.
    public init(limit: LimitID, judgement: Judgement, action: Limit.Action) {
      self.limit = limit
      self.judgement = judgement
      self.action = action
    }
  }

  /// Prepares the limits of a protocol; retired ones are left out.
  public init(_ limits: [Limit]) {
    judges = limits.filter { !$0.isRetired }.map { LimitJudge($0) }
  }

  /// What every limit says of a report, in protocol order.
  public func findings(on records: [Reference]) -> [Finding] {
    judges.map {
      Finding(
        limit: $0.limit.id, judgement: $0.judge(records: records), action: $0.limit.action)
    }
  }

  /// The limit under which a report is removed: the first in protocol order that removes and fails.
  public func removal(of records: [Reference]) -> LimitID? {
    judges.first { $0.limit.action == .remove && $0.judge(records: records) == .fails }?.limit.id
  }
}
