/// One group of criteria: population, concept, context or another.
///
/// Includes of a domain are alternatives; domains are joined by *and*; one exclude is enough.
public struct Domain: Hashable, Sendable {
  /// The id, such as `population`.
  public var id: String
  /// The name as pages print it.
  public var name: String
  /// What makes a report eligible in this domain.
  public var include: [Criterion]
  /// What makes a report ineligible.
  public var exclude: [Criterion]

  /// Joins the parts.
  public init(id: String, name: String, include: [Criterion] = [], exclude: [Criterion] = []) {
    self.id = id
    self.name = name
    self.include = include
    self.exclude = exclude
  }
}

/// One criterion; an exclusion criterion's id is a reason.
public struct Criterion: Hashable, Sendable {
  /// The stable id, such as `P-ex-1`.
  public var id: CriterionID
  /// The criterion in words.
  public var text: String
  /// How to read it.
  public var note: String?
  /// When it does not hold: "unless ...".
  public var exception: String?
  /// Terms that pages highlight as a hint.
  public var terms: [String]
  /// No longer given, kept because decisions rest on it.
  public var isRetired: Bool
  /// The criterion to look at instead, once retired.
  public var replacement: CriterionID?

  /// Joins the parts.
  public init(
    id: CriterionID, text: String, note: String? = nil, exception: String? = nil,
    terms: [String] = [], isRetired: Bool = false, replacement: CriterionID? = nil
  ) {
    self.id = id
    self.text = text
    self.note = note
    self.exception = exception
    self.terms = terms
    self.isRetired = isRetired
    self.replacement = replacement
  }
}

extension ReviewProtocol {
  /// The exclusion criteria in protocol order: the reasons that may be given.
  public var reasons: [Criterion] { domains.flatMap(\.exclude) }

  /// All criteria in protocol order.
  public var criteria: [Criterion] { domains.flatMap { $0.include + $0.exclude } }
}
