/// How one stage is screened.
public struct StageRule: Hashable, Sendable {
  /// How many independent decisions a round asks for.
  public var reviewers: Int
  /// What `unsure` means; full texts know no unsure.
  public var unsure: Unsure
  /// Whether an exclusion names its reason.
  public var reasons: Reasons
  /// What happens when all exclude for different main reasons.
  public var mismatch: Mismatch
  /// Who settles a conflict.
  public var conflicts: Conflicts
  /// The pilot before the ordinary queue, if there is one.
  public var pilot: Pilot?

  /// Joins the parts.
  public init(
    reviewers: Int = 2, unsure: Unsure = .include, reasons: Reasons,
    mismatch: Mismatch = .protocolOrder, conflicts: Conflicts = .thirdMember, pilot: Pilot? = nil
  ) {
    self.reviewers = reviewers
    self.unsure = unsure
    self.reasons = reasons
    self.mismatch = mismatch
    self.conflicts = conflicts
    self.pilot = pilot
  }

  /// Titles and abstracts when a protocol says nothing.
  public static let titleAbstractDefault = StageRule(reasons: .none)
  /// Full texts when a protocol says nothing.
  public static let fullTextDefault = StageRule(reasons: .required)

  /// What `unsure` means.
  public enum Unsure: String, Hashable, CaseIterable, Sendable {
    case include
    case conflict
  }

  /// Whether an exclusion names its reason.
  public enum Reasons: String, Hashable, CaseIterable, Sendable {
    case none
    case optional
    case required
  }

  /// What happens when all exclude for different main reasons.
  public enum Mismatch: String, Hashable, CaseIterable, Sendable {
    case protocolOrder = "protocol-order"
    case conflict
    case first
  }

  /// Who settles a conflict.
  public enum Conflicts: String, Hashable, CaseIterable, Sendable {
    case thirdMember = "third-member"
    case consensus
  }

  /// A trial on a sample before the ordinary queue opens.
  public struct Pilot: Hashable, Sendable {
    /// How many reports are drawn.
    public var sample: Int
    /// The lowest agreement of any pair, in percent, that opens the ordinary queue.
    public var gate: Int

    /// Joins the parts.
    public init(sample: Int = 25, gate: Int = 75) {
      self.sample = sample
      self.gate = gate
    }
  }
}

/// How the team works.
public struct TeamRule: Hashable, Sendable {
  /// Whether an arbiter sees the names behind the decisions of a conflict.
  public enum Resolution: String, Hashable, CaseIterable, Sendable {
    case named
    case blindNames = "blind-names"
  }

  /// What an arbiter sees.
  public var resolution: Resolution
  /// How long a report that was offered waits for its decision, in minutes.
  public var leaseMinutes: Int

  /// Joins the parts.
  public init(resolution: Resolution = .named, leaseMinutes: Int = 30) {
    self.resolution = resolution
    self.leaseMinutes = leaseMinutes
  }
}
