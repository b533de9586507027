import Formats
import JSON
import Service

extension FileReading {
  /// Format, writer and encoding in a few words: `RIS of Ovid, UTF-8`.
  var title: String {
    let writer = dialect.map(\.rawValue).flatMap { format.title.hasPrefix($0) ? nil : " of \($0)" }
    return "\(format.title)\(writer ?? ""), \(encoding.rawValue)"
  }

  /// The same for programs.
  var members: [JSONValue.Member] {
    [
      .init(key: "format", value: .string(format.name)),
      .init(key: "dialect", value: JSONValue(dialect.map { .string($0.rawValue) })),
      .init(key: "encoding", value: .string(encoding.rawValue)),
    ]
  }
}
