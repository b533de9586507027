/// First and last page in one spelling: `123-9`, `pp. 123–129` and `123-129` are the same range.
///
/// A page may be a number with letters (`S12`, `e1000097`, `xii`), or the number of an article.
public struct PageRange: Hashable, Sendable, CustomStringConvertible {
  /// The first page.
  public let first: String
  /// The last page, if it is another than the first.
  public let last: String?

  /// Reads printed pages; nil where they are none (`No-Specified`, `n/a`, `250 p.`).
  public init?(printed: String) {
    let words = Self.words(of: printed)
    guard let index = words.firstIndex(where: { $0 != .dash }), case .page(let first) = words[index]
    else { return nil }
    self.first = first
    guard index + 2 < words.count, words[index + 1] == .dash, case .page(let end) = words[index + 2]
    else {
      last = nil
      return
    }
    let last = Self.completed(end, after: first)
    self.last = last == first ? nil : last
  }

  /// `123-129`, or the only page.
  public var description: String { last.map { "\(first)-\($0)" } ?? first }

  /// The digits of the first page as a number, for pages that differ only in letters or zeros.
  public var firstNumber: Int? { Int(first.filter { $0.isNumber && $0.isASCII }) }

  private enum Word: Equatable {
    case page(String)
    case dash
    /// Something that ends what can be read.
    case other
  }

  /// The words of the text: labels left out, pages told from words that are none.
  private static func words(of printed: String) -> [Word] {
    var words: [Word] = []
    var run: [UInt8] = []
    func flush() {
      defer { run = [] }
      if run.last == UInt8(ascii: ".") { run.removeLast() }
      guard !run.isEmpty else { return }
      let text = String(decoding: run, as: UTF8.self)
      if labels.contains(text) {
        // A number before the label is a count of pages: "250 p."
        if case .page? = words.last { words = [.other] + words }
        return
      }
      words.append(isPage(run) ? .page(withoutLeadingZeros(text)) : .other)
    }
    for scalar in printed.unicodeScalars {
      if let byte = UInt8(exactly: scalar.value), ASCII.isLetterOrDigit(byte) {
        if ASCII.isLetter(byte), run.last == UInt8(ascii: ".") { flush() }
        run.append(ASCII.lowerCased(byte))
      } else if scalar == ".", run.last.map(ASCII.isDigit) == true {
        run.append(UInt8(ascii: "."))  // the number of an article may have parts: 2023.04.10.23288
      } else {
        flush()
        if isDash(scalar), words.last != .dash { words.append(.dash) }
        if scalar == "," || scalar == ";" { words.append(.other) }
      }
    }
    flush()
    return words
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212
  }

  /// Digits with at most a few letters at one end, or a small Roman numeral.
  private static func isPage(_ run: [UInt8]) -> Bool {
    guard run.contains(where: ASCII.isDigit) else {
      return run.count <= 8 && run.allSatisfy { "ivxlc".utf8.contains($0) }
    }
    let inner = run.drop(while: ASCII.isLetter)
    let tail = inner.drop { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    return run.count - inner.count <= 6 && tail.count <= 3 && tail.allSatisfy(ASCII.isLetter)
  }

  /// The last page in full: after `123`, `9` is `129`; after `S12`, `5` is `S15`.
  private static func completed(_ end: String, after first: String) -> String {
    let digits = first.utf8.drop(while: ASCII.isLetter)
    guard end.utf8.allSatisfy(ASCII.isDigit), digits.allSatisfy(ASCII.isDigit), !digits.isEmpty
    else {
      return end
    }
    let letters = first.utf8.prefix(first.utf8.count - digits.count)
    let missing = digits.count - end.utf8.count
    guard missing > 0 || !letters.isEmpty else { return end }
    return "\(Substring(letters))\(Substring(digits.prefix(max(0, missing))))\(end)"
  }

  private static func withoutLeadingZeros(_ page: String) -> String {
    let rest = page.drop { $0 == "0" }
    return rest.first?.isNumber == true ? String(rest) : page
  }

  private static let labels: Set<String> = [
    "p", "pp", "page", "pages", "pg", "pgs", "article", "art", "artn", "no", "number", "id",
  ]
}
