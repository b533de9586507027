/// The parts of a protocol that carry ids of their own.
public enum ProtocolPart: String, Hashable, CaseIterable, Sendable {
  case domain
  case criterion
  case limit
  case source
  case theme
  case field

  /// The word for several.
  public var plural: String {
    switch self {
    case .domain: "domains"
    case .criterion: "criteria"
    case .limit: "limits"
    case .source: "sources"
    case .theme: "themes"
    case .field: "fields"
    }
  }

  /// The part whose ids these must differ from as well: a limit is a criterion, and tables of
  /// exclusions name both.
  public var sharesIDs: ProtocolPart { self == .limit ? .criterion : self }
}
