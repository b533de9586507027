/// Lines of words with numbers below one another behind them, and a name at the end.
struct TextColumns {
  private var rows: [(words: String, numbers: [String], name: String)] = []

  /// Adds a line of words alone; without any, an empty one.
  mutating func add(_ words: String = "") { rows.append((words, [], "")) }

  /// Adds a line with cells that stand to the right of their columns.
  mutating func add(_ words: String, _ cells: [String], name: String = "", indent: Int = 0) {
    rows.append((String(repeating: "  ", count: indent) + words, cells, name))
  }

  /// Adds a line with numbers.
  mutating func add(_ words: String, _ numbers: Int..., name: String = "", indent: Int = 0) {
    add(words, numbers.map { "\($0)" }, name: name, indent: indent)
  }

  /// The lines, without a line end behind the last.
  var text: String {
    let counted = rows.filter { !$0.numbers.isEmpty }
    let left = counted.map(\.words.count).max() ?? 0
    let right = counted.map { $0.numbers.map(\.count).max() ?? 0 }.max() ?? 0
    return rows.map { row in
      guard !row.numbers.isEmpty else { return row.words }
      let words = row.words + String(repeating: " ", count: left - row.words.count)
      let cells = row.numbers.map { String(repeating: " ", count: right - $0.count) + $0 }
      return ([words] + cells + (row.name.isEmpty ? [] : [row.name])).joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
