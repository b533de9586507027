/// What the values of an option or operand look like, and how one is read.
struct Shape<Value: Sendable>: Sendable {
  /// What to give, as the end of a sentence: `a whole number from 1 to 9`.
  let expected: String
  /// The words it is limited to, or begins to suggest from; empty if it is open.
  let words: [String]
  /// Reads a value; nil if the text is none.
  let read: @Sendable (String) -> Value?

  /// Joins the parts.
  init(
    expected: String, words: [String] = [], read: @escaping @Sendable (String) -> Value?
  ) {
    self.expected = expected
    self.words = words
    self.read = read
  }

  /// One of the values that have a name.
  static func one(
    of values: [Value], named name: @escaping @Sendable (Value) -> String
  ) -> Shape {
    let words = values.map(name)
    return Shape(expected: .oneOf(words), words: words) { text in
      values.first { name($0) == text }
    }
  }

  /// Several values with commas between them.
  static func list<Element>(of element: Shape<Element>) -> Shape where Value == [Element] {
    Shape(expected: .several(element.expected), words: element.words) { text in
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let values = parts.compactMap { element.read(String($0)) }
      return values.count == parts.count ? values : nil
    }
  }
}

extension Shape<String> {
  /// Any text but none.
  static let text = Shape(expected: .anyText) { $0.isEmpty ? nil : $0 }

  /// One of some words.
  static func word(among words: [String]) -> Shape { .one(of: words, named: { $0 }) }
}

extension Shape<Int> {
  /// A whole number within limits.
  static func number(in range: ClosedRange<Int>) -> Shape {
    Shape(expected: .wholeNumber(in: range)) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension String {
  fileprivate static let anyText = "a text that is not empty"

  fileprivate static func oneOf(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  fileprivate static func several(_ expected: String) -> String {
    "\(expected), or several with commas between them"
  }

  fileprivate static func wholeNumber(in range: ClosedRange<Int>) -> String {
    range.upperBound == .max
      ? "a whole number from \(range.lowerBound)"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }
}
