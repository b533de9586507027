/// A stage of screening.
public enum Stage: UInt8, Hashable, Comparable, CaseIterable, Sendable {
  case titleAbstract
  case fullText

  /// The name in protocols, addresses and commands.
  public var name: String {
    switch self {
    case .titleAbstract: "title-abstract"
    case .fullText: "full-text"
    }
  }

  /// Finds a stage by its name.
  public init?(name: some StringProtocol) {
    guard let stage = Stage.allCases.first(where: { $0.name == name }) else { return nil }
    self = stage
  }

  /// Earlier stage before later.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// One reviewer's word.
public enum Verdict: UInt8, Hashable, CaseIterable, Sendable {
  case include
  case exclude
  case unsure

  /// The name in forms and commands.
  public var name: String {
    switch self {
    case .include: "include"
    case .exclude: "exclude"
    case .unsure: "unsure"
    }
  }

  /// Finds a verdict by its name.
  public init?(name: some StringProtocol) {
    guard let verdict = Verdict.allCases.first(where: { $0.name == name }) else { return nil }
    self = verdict
  }
}

/// What a round concludes.
public enum Outcome: UInt8, Hashable, CaseIterable, Sendable {
  case include
  case exclude

  /// The name in forms and commands.
  public var name: String {
    switch self {
    case .include: "include"
    case .exclude: "exclude"
    }
  }
}

/// The column of PRISMA 2020 that a record, and then its report, is counted in.
///
/// Declared in order of precedence: a report stands in the first arm that any live record of it has.
public enum Arm: UInt8, Hashable, Comparable, CaseIterable, Sendable {
  /// Studies of an earlier version of the review.
  case previous
  /// Databases and registers.
  case databases
  /// Every other route.
  case other

  /// The name in numbers and tables.
  public var name: String {
    switch self {
    case .previous: "previous"
    case .databases: "databases"
    case .other: "other"
    }
  }

  /// Precedence.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// What a person is allowed to do in a review; one person may hold several.
public struct Roles: OptionSet, Hashable, Sendable {
  /// One bit a role.
  public let rawValue: UInt8

  /// Wraps the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Protocol, team, imports; everything that is not another person's decision.
  public static let lead = Roles(rawValue: 1)
  /// Decides.
  public static let reviewer = Roles(rawValue: 2)
  /// Settles conflicts.
  public static let arbiter = Roles(rawValue: 4)
  /// Imports, duplicates, full texts.
  public static let librarian = Roles(rawValue: 8)
  /// Reads what is disclosed.
  public static let observer = Roles(rawValue: 16)

  /// Those who decide and settle: leads, reviewers and arbiters.
  public static let team: Roles = [.lead, .reviewer, .arbiter]

  /// Each role with its name, in the order people read them.
  public static let named: [(role: Roles, name: String)] = [
    (.lead, "lead"), (.reviewer, "reviewer"), (.arbiter, "arbiter"), (.librarian, "librarian"),
    (.observer, "observer"),
  ]

  /// The names of the roles held.
  public var names: [String] { Roles.named.filter { contains($0.role) }.map(\.name) }
}
