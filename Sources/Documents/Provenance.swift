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

  /// What a person reads at the foot of a document, line by line.
  public var lines: [String] { lines(at: moment) }

  /// The same at the foot of a picture: the moment to the minute, `2024-01-31 10:00 UTC`.
  var captions: [String] {
    lines(at: moment.prefix(16).map { $0 == "T" ? " " : String($0) }.joined() + " UTC")
  }

  private func lines(at moment: String) -> [String] {
    switch view {
    case .live(let entry, let digest):
      [.foot(entry: entry, protocolVersion, moment), .foot(digest: digest)]
    case .disclosed(let inProgress):
      [.foot(disclosed: moment, protocolVersion), .foot(inProgress: inProgress)]
    case .undisclosed(let inProgress): [.nothingDisclosed, .foot(inProgress: inProgress)]
    }
  }
}

extension String {
  fileprivate static func foot(
    entry: Position, _ version: UInt32, _ moment: String
  ) -> String {
    "Ledger entry \(entry), protocol version \(version), \(moment)."
  }

  fileprivate static func foot(digest: String) -> String { "Digest \(digest)." }

  fileprivate static func foot(disclosed moment: String, _ version: UInt32) -> String {
    "As disclosed to the team at \(moment), protocol version \(version)."
  }

  fileprivate static func foot(inProgress: Int) -> String {
    "In progress now: \(inProgress) \(inProgress == 1 ? "report" : "reports")."
  }

  fileprivate static let nothingDisclosed =
    "Nothing has been disclosed to the team yet, so there are no numbers to show."
}
