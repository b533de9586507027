/// The protocol of a review: everything that its rules ask, as one version of the file says it.
public struct ReviewProtocol: Hashable, Sendable {
  /// The title of the review.
  public var title: String
  /// The research questions, in order.
  public var questions: [String]
  /// The model that the domains follow.
  public var framework: Framework
  /// The time zone in which a bare date is meant, as minutes east of UTC per its IANA name.
  public var zone: Zone
  /// The domains with their criteria, in order.
  public var domains: [Domain]
  /// The limits, in order; the first that fails is the one that counts.
  public var limits: [Limit]
  /// The sources, in order.
  public var sources: [Source]
  /// How titles and abstracts are screened.
  public var titleAbstract: StageRule
  /// How full texts are screened.
  public var fullText: StageRule
  /// Where full texts are looked for, in order, in words.
  public var textRoutes: [String]
  /// How conflicts and unblinding are handled in the team.
  public var team: TeamRule
  /// The theme tree: the branches and leaves at its top, in order.
  public var themes: [Theme]
  /// How many labels an included report gets, and from whom.
  public var labels: LabelRule
  /// What is charted of each included report, in order.
  public var fields: [ChartField]
  /// Whether and how the order of offers is learnt.
  public var ranking: RankingRule

  /// Joins the parts; all but title and framework have the defaults of a review that says nothing.
  public init(
    title: String, questions: [String] = [], framework: Framework, zone: Zone = .utc,
    domains: [Domain] = [], limits: [Limit] = [], sources: [Source] = [],
    titleAbstract: StageRule = .titleAbstractDefault, fullText: StageRule = .fullTextDefault,
    textRoutes: [String] = [], team: TeamRule = TeamRule(), themes: [Theme] = [],
    labels: LabelRule = LabelRule(), fields: [ChartField] = [],
    ranking: RankingRule = RankingRule()
  ) {
    self.title = title
    self.questions = questions
    self.framework = framework
    self.zone = zone
    self.domains = domains
    self.limits = limits
    self.sources = sources
    self.titleAbstract = titleAbstract
    self.fullText = fullText
    self.textRoutes = textRoutes
    self.team = team
    self.themes = themes
    self.labels = labels
    self.fields = fields
    self.ranking = ranking
  }
}

/// The model that a protocol's domains follow.
public enum Framework: String, Hashable, CaseIterable, Sendable {
  case pcc
  case pico
  case spider
  case own

  /// The domains that the model names; a protocol may leave some out and add others.
  public var domains: [String] {
    switch self {
    case .pcc: ["population", "concept", "context"]
    case .pico: ["population", "intervention", "comparison", "outcome"]
    case .spider: ["sample", "phenomenon", "design", "evaluation", "research-type"]
    case .own: []
    }
  }
}

/// A time zone by its IANA name, with the offset rules left to the edge.
public struct Zone: Hashable, Sendable {
  /// The IANA name, such as `Europe/London`.
  public let name: String

  /// Wraps a name.
  public init(_ name: String) { self.name = name }

  /// Coordinated universal time.
  public static let utc = Zone("UTC")
}
