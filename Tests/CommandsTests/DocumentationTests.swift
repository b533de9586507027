import Foundation
import Testing

@testable import Commands

@Suite("The commands and their documents agree")
struct DocumentationTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func page(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  @Test("docs/cli.md holds the manual of every command, and of no other")
  func manuals() throws {
    let page = try Self.page("docs/cli.md")
    let mark = "<!-- The manuals follow, as the program prints them. -->\n"
    let preface = page[..<(try #require(page.range(of: mark)).upperBound)]
    let expected = preface + Registry.all.commands.map(Self.section).joined()

    if ProcessInfo.processInfo.environment["WINNOW_GOLDENS"] != nil {
      try String(expected).write(
        to: Self.folder.appending(path: "docs/cli.md"), atomically: true, encoding: .utf8)
    } else {
      #expect(page == expected)
    }
  }

  private static func section(_ command: Command) -> String {
    "\n## `winnow \(command.name)`\n\n```text\n\(command.manualPage)\n```\n"
  }

  @Test("docs/errors.md has a row for every exit status", arguments: Commands.ExitStatus.allCases)
  func statuses(_ status: Commands.ExitStatus) throws {
    #expect(try Self.page("docs/errors.md").contains("| \(status.rawValue) | \(status.meaning) |"))
  }

  @Test("The change log speaks of the version")
  func changeLog() throws {
    #expect(try Self.page("CHANGELOG.md").contains("## \(Version.number)"))
  }

  @Test("Each command is well formed", arguments: Registry.all.commands.map(\.name))
  func wellFormed(_ name: String) throws {
    let command = try #require(Registry.all.commands.first { $0.name == name })
    let labels = (command.operands + command.options).map(\.label)
    #expect(Set(labels).count == labels.count, "a label stands twice")
    #expect(Registry.all.commands.filter { $0.name == name }.count == 1, "a name stands twice")
    #expect((1...2).contains(name.split(separator: " ").count))
    #expect(!command.summary.hasSuffix(".") && !command.manual.isEmpty && !command.examples.isEmpty)
    #expect(command.operands.dropLast().allSatisfy { $0.isRequired && !$0.mayRepeat })
    for example in command.examples { #expect(example.line.hasPrefix("winnow \(name)")) }
  }

  @Test(
    "Each example is a command line that the command takes",
    arguments: Registry.all.commands.map(\.name))
  func examples(_ name: String) throws {
    let command = try #require(Registry.all.commands.first { $0.name == name })
    for example in command.examples {
      let behind = example.line.dropFirst("winnow \(name)".count)
      #expect(throws: Never.self) {
        _ = try Arguments(Self.words(String(behind)), for: command)
      }
    }
  }

  /// Splits as a shell does, as far as examples go: at blanks outside quotation marks.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { part in
      part.offset.isMultiple(of: 2)
        ? part.element.split(separator: " ").map(String.init) : [String(part.element)]
    }
  }
}
