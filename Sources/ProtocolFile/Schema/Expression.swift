import Glibc

/// Regular expressions as POSIX writes them in their extended form.
enum Expression {
  /// How long an expression in a protocol may be, in bytes.
  static let longest = 500
  /// How much the counts of an expression may multiply: `(a{20}){20}` has 400 `a`.
  static let mostRepeats = 1000

  /// Whether some part of a text matches; an expression that is none matches nothing.
  static func matches(_ text: String, _ expression: String) -> Bool {
    var compiled = regex_t()
    guard regcomp(&compiled, expression, REG_EXTENDED | REG_NOSUB) == 0 else { return false }
    defer { regfree(&compiled) }
    return regexec(&compiled, text, 0, nil, 0) == 0
  }

  /// Why a text is no expression, or none that is safe to use; nil if it is one.
  static func fault(of text: String) -> String? {
    guard text.utf8.count <= longest, repeats(in: text) <= mostRepeats else { return .tooLarge }
    var compiled = regex_t()
    let status = regcomp(&compiled, text, REG_EXTENDED | REG_ICASE | REG_NOSUB)
    guard status != 0 else {
      regfree(&compiled)
      let matchesAll = ["", "a", "~ 0"].allSatisfy { matches($0, text) }
      return matchesAll ? .matchesAll : nil
    }
    var sentence = [CChar](repeating: 0, count: 200)
    _ = regerror(status, &compiled, &sentence, sentence.count)
    let words = sentence.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: words, as: UTF8.self).lowercased()
  }

  /// The counts in braces, multiplied: compiling takes memory for each repeat.
  private static func repeats(in text: String) -> Int {
    text.split(separator: "{").dropFirst().reduce(1) { product, rest in
      let counts = rest.prefix { $0 != "}" }.split(separator: ",").compactMap { Int($0) }
      return min(product * min(max(counts.max() ?? 1, 1), mostRepeats + 1), mostRepeats + 1)
    }
  }
}

extension String {
  fileprivate static let matchesAll = "it matches every text, so it tells nothing apart"
  fileprivate static let tooLarge =
    "it is longer than \(Expression.longest) bytes or repeats more than \(Expression.mostRepeats) times"
}
