/// Lines of words, a number and a name, with the numbers below one another.
struct TextColumns {
  private var rows: [(words: String, number: String, name: String)] = []

  /// Adds a line; a line without a number is a heading.
  mutating func add(_ words: String, _ number: Int? = nil, name: String = "", indent: Int = 0) {
    let space = String(repeating: "  ", count: indent)
    rows.append((words.isEmpty ? "" : space + words, number.map(String.init) ?? "", name))
  }

  /// The lines, without a line end behind the last.
  var text: String {
    let counted = rows.filter { !$0.number.isEmpty }
    let left = counted.map(\.words.count).max() ?? 0
    let right = counted.map(\.number.count).max() ?? 0
    return rows.map { row in
      guard !row.number.isEmpty else { return row.words }
      let words = row.words + String(repeating: " ", count: left - row.words.count)
      let number = String(repeating: " ", count: right - row.number.count) + row.number
      return row.name.isEmpty ? "\(words)  \(number)" : "\(words)  \(number)  \(row.name)"
    }.joined(separator: "\n")
  }
}
