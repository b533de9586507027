/// A leaf, or an inner node, of the theme tree.
public struct Theme: Hashable, Sendable {
  /// The stable id.
  public var id: ThemeID
  /// The name as tallies print it.
  public var name: String
  /// What belongs here.
  public var note: String?
  /// The themes below; a node with none is a theme, one with some is a branch.
  public var themes: [Theme]
  /// Whether a branch may itself be given as a label.
  public var isLabel: Bool
  /// May be left out of a tally while it is empty.
  public var isOptional: Bool
  /// No longer given, kept because labels rest on it.
  public var isRetired: Bool

  /// Joins the parts; a leaf is a label, a branch is not unless it says so.
  public init(
    id: ThemeID, name: String, note: String? = nil, themes: [Theme] = [], isLabel: Bool? = nil,
    isOptional: Bool = false, isRetired: Bool = false
  ) {
    self.id = id
    self.name = name
    self.note = note
    self.themes = themes
    self.isLabel = isLabel ?? themes.isEmpty
    self.isOptional = isOptional
    self.isRetired = isRetired
  }

  /// This node and all below it, in order.
  public var all: [Theme] { [self] + themes.flatMap(\.all) }
}

extension ReviewProtocol {
  /// Every node of the theme tree, in order.
  public var allThemes: [Theme] { themes.flatMap(\.all) }
}

/// How many labels an included report gets, and from whom.
public struct LabelRule: Hashable, Sendable {
  /// The fewest.
  public var min: Int
  /// The most.
  public var max: Int
  /// How many people label each report: 1, or 2 who do not see each other.
  public var people: Int

  /// Joins the parts.
  public init(min: Int = 1, max: Int = 2, people: Int = 1) {
    self.min = min
    self.max = max
    self.people = people
  }
}

/// One thing that is charted of each included report.
public struct ChartField: Hashable, Sendable {
  /// What a field holds.
  public enum Kind: Hashable, Sendable {
    case text
    case number
    case year
    case yesNo
    case choice([String])
    case choices([String])
  }

  /// The stable id.
  public var id: FieldID
  /// The name as tables print it.
  public var name: String
  /// How to fill it.
  public var note: String?
  /// What it holds.
  public var kind: Kind
  /// Whether a page of evidence is asked for.
  public var asksPage: Bool
  /// No longer charted.
  public var isRetired: Bool

  /// Joins the parts.
  public init(
    id: FieldID, name: String, note: String? = nil, kind: Kind, asksPage: Bool = false,
    isRetired: Bool = false
  ) {
    self.id = id
    self.name = name
    self.note = note
    self.kind = kind
    self.asksPage = asksPage
    self.isRetired = isRetired
  }
}

/// Whether and how the order of offers is learnt.
public struct RankingRule: Hashable, Sendable {
  /// Off unless the protocol turns it on.
  public var isOn: Bool
  /// The seed that makes an order repeatable.
  public var seed: UInt64
  /// The share offered in random order, in percent.
  public var controlShare: Int

  /// Joins the parts.
  public init(isOn: Bool = false, seed: UInt64 = 1, controlShare: Int = 5) {
    self.isOn = isOn
    self.seed = seed
    self.controlShare = controlShare
  }
}
