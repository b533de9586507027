public import Screening

/// Where the numbers of a document come from: every output says so.
public struct Provenance: Hashable, Sendable {
  /// Whose eyes the numbers are for.
  public enum View: Hashable, Sendable {
    /// As the ledger stood after an entry.
    case live(entry: Position, digest: String)
    /// As last disclosed. Neither entry nor digest: how far they moved would count others' work.
    case disclosed(inProgress: Int)
    /// Nothing was disclosed yet.
    case undisclosed(inProgress: Int)
  }

  /// The title of the review.
  public let title: String
  /// Whose eyes the numbers are for.
  public let view: View
  /// The version of the protocol that was in force.
  public let protocolVersion: UInt32
  /// The moment of the entry or disclosure, as ISO 8601 writes it.
  public let moment: String

  /// Joins the parts.
  public init(title: String, view: View, protocolVersion: UInt32, moment: String) {
    self.title = title
    self.view = view
    self.protocolVersion = protocolVersion
    self.moment = moment
  }
}
