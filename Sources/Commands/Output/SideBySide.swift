/// Two texts in columns beside each other, each wrapped to its own.
struct SideBySide {
  /// A column: what stands above it, and its lines.
  typealias Column = (title: String, lines: [String])

  private let left: [String]
  private let right: [String]

  /// Half of a usual window, less the gap.
  private static let width = 58

  init(left: Column, right: Column) {
    self.left = [left.title, ""] + left.lines.flatMap { $0.wrapped(to: Self.width) }
    self.right = [right.title, ""] + right.lines.flatMap { $0.wrapped(to: Self.width) }
  }

  /// The lines of both.
  var text: String {
    var table = TextTable([.left, .left])
    for place in 0..<max(left.count, right.count) {
      table.add(
        place < left.count ? left[place] : "", place < right.count ? right[place] : "")
    }
    return table.text
  }
}

extension String {
  /// Its lines, whatever ends them; none for what follows the last end.
  var lines: [String] {
    let lines = split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// The text in lines of at most so many characters; what goes on is indented. A longer word stands
  /// alone on its line.
  fileprivate func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = "    " + word
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return lines + [line]
  }
}
