/// Replaces what differs from run to run, and keeps what is the same the same.
///
/// The first digest of a transcript becomes `<digest-1>` wherever it stands, the second
/// `<digest-2>`: so that a transcript still tells whether two digests are equal.
struct Mask {
  private let folder: String
  private var names: [String: String] = [:]
  private var counts: [String: Int] = [:]

  /// Begins a transcript that runs in a folder of its own.
  init(folder: String) { self.folder = folder }

  /// A line as the transcript holds it.
  mutating func masked(_ line: String) -> String {
    var line = line.replacing(folder, with: "<folder>")
    line = replaced(line, /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/, "time")
    line = replaced(line, /\b[0-9a-f]{64}\b/, "digest")
    return replaced(line, /\b[0-9a-f]{32}\b/, "id")
  }

  private mutating func replaced<Output>(
    _ line: String, _ pattern: Regex<Output>, _ kind: String
  ) -> String {
    var line = line
    while let found = line.firstMatch(of: pattern) {
      line.replaceSubrange(found.range, with: name(of: String(line[found.range]), kind))
    }
    return line
  }

  private mutating func name(of text: String, _ kind: String) -> String {
    if let name = names[text] { return name }
    counts[kind, default: 0] += 1
    let name = "<\(kind)-\(counts[kind, default: 0])>"
    names[text] = name
    return name
  }
}
