/// A criterion that a machine can test on a record.
public struct Limit: Hashable, Sendable {
  /// The stable id.
  public var id: LimitID
  /// The limit in words.
  public var text: String
  /// What is tested.
  public var test: Test
  /// What a failing limit does.
  public var action: Action
  /// No longer applied.
  public var isRetired: Bool

  /// Joins the parts.
  public init(
    id: LimitID, text: String, test: Test, action: Action = .flag, isRetired: Bool = false
  ) {
    self.id = id
    self.text = text
    self.test = test
    self.action = action
    self.isRetired = isRetired
  }

  /// What a failing limit does; *cannot tell* never does anything.
  public enum Action: String, Hashable, CaseIterable, Sendable {
    /// Reviewers see it.
    case flag
    /// The report is removed before screening.
    case remove
  }

  /// What is tested.
  public enum Test: Hashable, Sendable {
    /// Published from, to (both inclusive; either may be open).
    case published(from: PartialDate?, to: PartialDate?)
    /// Written in one of these languages (ISO 639-1 or -3 codes, lower case).
    case language([String])
    /// One of, or none of, these source types.
    case type(allowed: [String], refused: [String])
    /// An abstract is there.
    case abstract
    /// A rule on one field.
    case field(FieldRule)
  }
}

/// A year, perhaps with month and day.
public struct PartialDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year.
  public var year: Int
  /// The month from 1, if said.
  public var month: Int?
  /// The day from 1, if said.
  public var day: Int?

  /// Joins the parts.
  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `1990`, `1990-07` or `1990-07-01`.
  public var description: String {
    ([String(year)] + [month, day].compactMap { $0 }.map { $0 < 10 ? "0\($0)" : "\($0)" })
      .joined(separator: "-")
  }

  /// Compares by the earliest day that each may mean.
  public static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month ?? 1, one.day ?? 1) < (other.year, other.month ?? 1, other.day ?? 1)
  }
}

/// A rule on the text of one or more fields of a record.
public struct FieldRule: Hashable, Sendable {
  /// A field that a rule may name.
  public enum Field: String, Hashable, CaseIterable, Sendable {
    case title, abstract, keywords, journal, authors, publisher, type, language, notes
  }

  /// How the text is looked for.
  public enum Pattern: Hashable, Sendable {
    /// Whole words, folded; `*` at the end of a word stands for any ending; several words are a phrase.
    case term(String)
    /// A POSIX extended regular expression, case ignored.
    case expression(String)
  }

  /// Where to look: the rule speaks of these fields taken together.
  public var fields: [Field]
  /// What to look for: any one is a hit.
  public var patterns: [Pattern]
  /// Whether a hit passes (`true`) or fails (`false`).
  public var hitPasses: Bool

  /// Joins the parts.
  public init(fields: [Field], patterns: [Pattern], hitPasses: Bool) {
    self.fields = fields
    self.patterns = patterns
    self.hitPasses = hitPasses
  }
}
