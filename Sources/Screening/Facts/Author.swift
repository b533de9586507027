/// Who made an entry: a person, or a rule of the program.
public enum Author: Hashable, Sendable {
  case person(PersonID)
  case rule(Rule)
}

/// A rule of the program that may act by itself.
public enum Rule: UInt16, Hashable, CaseIterable, Sendable {
  /// Links duplicates of the sure band.
  case duplicates = 1
  /// Removes what a limit fails.
  case limits = 2

  /// The name in lists.
  public var name: String {
    switch self {
    case .duplicates: "rule:duplicates"
    case .limits: "rule:limits"
    }
  }
}
