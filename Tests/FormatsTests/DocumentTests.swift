import Formats
import Foundation
import Testing

@Suite("docs/formats.md")
struct DocumentTests {
  @Test("Every format has its section")
  func sections() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/formats.md"), encoding: .utf8)
    let formats = Format.readers.map { $0.format } + Format.writers.map { $0.format }
    for format in formats {
      #expect(text.contains("\n## \(format.title)\n"))
      #expect(text.contains("| `\(format.name)` |"))
    }
  }
}
