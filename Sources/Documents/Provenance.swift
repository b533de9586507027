public import Reporting
import Screening

extension Provenance {
  /// What a person reads at the foot of a document, line by line.
  public var lines: [String] { lines(at: moment) }

  /// The same beside a picture: the moment to the minute, `2024-01-31 10:00 UTC`.
  public var captions: [String] {
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
