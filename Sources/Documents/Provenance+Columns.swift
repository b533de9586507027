import JSON
public import Reporting
import Screening

extension Provenance {
  /// The same for programs.
  var members: [JSONValue.Member] {
    var entry: JSONValue = .null
    var digest: JSONValue = .null
    var inProgress: JSONValue = .null
    switch view {
    case .live(let position, let text):
      entry = JSONValue(position.value)
      digest = .string(text)
    case .disclosed(let count), .undisclosed(let count): inProgress = JSONValue(count)
    }
    return [
      .init(key: "review", value: .string(title)), .init(key: "view", value: .string(viewName)),
      .init(key: "entry", value: entry), .init(key: "digest", value: digest),
      .init(key: "protocolVersion", value: JSONValue(protocolVersion)),
      .init(key: "moment", value: isUndisclosed ? .null : .string(moment)),
      .init(key: "inProgress", value: inProgress),
    ]
  }

  /// The heads of the columns that say the same on every row of a table.
  static let columns = ["view", "entry", "digest", "protocol", "moment"]

  /// What those columns hold.
  var cells: [String] {
    let seen = isUndisclosed ? "" : moment
    return switch view {
    case .live(let entry, let digest):
      [viewName, "\(entry.value)", digest, "\(protocolVersion)", seen]
    case .disclosed, .undisclosed: [viewName, "", "", "\(protocolVersion)", seen]
    }
  }

  /// Whether there are no numbers at all: a nought would be taken for one.
  public var isUndisclosed: Bool {
    switch view {
    case .undisclosed: true
    case .live, .disclosed: false
    }
  }

  private var viewName: String {
    switch view {
    case .live: "live"
    case .disclosed: "disclosed"
    case .undisclosed: "undisclosed"
    }
  }
}
