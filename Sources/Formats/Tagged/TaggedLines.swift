extension [UInt8] {
  /// A line with a tag and a value of one line; nothing for an empty one.
  mutating func tagged(_ tag: String, _ text: String?) {
    guard let text, case let line = text.onOneLine, !line.isEmpty else { return }
    append(contentsOf: "\(tag) \(line)\n".utf8)
  }

  /// A tag with a value whose lines are kept, where none would be taken for a tag.
  mutating func prose(_ tag: String, _ text: String?, in dialect: (some TaggedDialect).Type) {
    guard let text else { return }
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).onOneLine }
      .filter { !$0.isEmpty }
    let isSafe = lines.dropFirst().allSatisfy { line in
      if case .text = dialect.line(line.utf8.span) { true } else { false }
    }
    tagged(tag, isSafe ? nil : lines.joined(separator: " "))
    if isSafe, !lines.isEmpty {
      append(contentsOf: "\(tag) \(lines.joined(separator: "\n"))\n".utf8)
    }
  }
}
