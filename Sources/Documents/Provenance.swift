public import Reporting
import Screening

extension Provenance {
  /// What a person reads beside the numbers, line by line.
  public var lines: [String] {
    switch view {
    case .live(let entry, let digest):
      [.foot(entry: entry, protocolVersion, minute), .foot(digest: digest)]
    case .disclosed(let inProgress):
      [.foot(disclosed: minute, protocolVersion), .foot(inProgress: inProgress)]
    case .undisclosed(let inProgress): [.nothingDisclosed, .foot(inProgress: inProgress)]
    }
  }

  /// The moment to the minute: `2024-01-31 10:00 UTC`.
  private var minute: String {
    moment.prefix(16).map { $0 == "T" ? " " : String($0) }.joined() + " UTC"
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
