/// Where records come from.
public struct Source: Hashable, Sendable {
  /// The stable id, such as `medline`.
  public var id: SourceID
  /// The name as reports print it.
  public var name: String
  /// How records were identified there.
  public var route: Route
  /// The platform it was searched on, such as Ovid.
  public var platform: String?
  /// The day of the search.
  public var searched: PartialDate?
  /// The search string, verbatim.
  public var search: String?
  /// The limits set in the search, in words.
  public var limits: [String]
  /// The stage that its records enter at.
  public var enters: Stage
  /// Whether it holds the included studies of an earlier version of this review.
  public var isPrevious: Bool
  /// No longer imported from.
  public var isRetired: Bool

  /// Joins the parts; without `enters`, the stage follows from the route as in PRISMA 2020.
  public init(
    id: SourceID, name: String, route: Route, platform: String? = nil,
    searched: PartialDate? = nil, search: String? = nil, limits: [String] = [],
    enters: Stage? = nil, isPrevious: Bool = false, isRetired: Bool = false
  ) {
    self.id = id
    self.name = name
    self.route = route
    self.platform = platform
    self.searched = searched
    self.search = search
    self.limits = limits
    self.enters = enters ?? route.enters
    self.isPrevious = isPrevious
    self.isRetired = isRetired
  }

  /// The arm that its records count in.
  public var arm: Arm { isPrevious ? .previous : route.arm }
}

/// How records were identified at a source.
public enum Route: String, Hashable, CaseIterable, Sendable {
  case database
  case register
  case website
  case organisation
  case citationSearch = "citation-search"
  case handSearch = "hand-search"

  /// The arm of PRISMA 2020 that the route belongs to.
  public var arm: Arm {
    switch self {
    case .database, .register: .databases
    case .website, .organisation, .citationSearch, .handSearch: .other
    }
  }

  /// The stage that records of the route enter at unless their source says otherwise.
  public var enters: Stage { arm == .databases ? .titleAbstract : .fullText }
}
