/// A DOI in the one spelling that tells whether two are the same: `10.1000/xyz`.
///
/// DOIs know no case. Databases print them with one prefix, with two
/// (`https://doi.org/https://dx.doi.org/10...`), with none, with a full stop or a remark behind.
public struct DOI: Hashable, Sendable, CustomStringConvertible {
  /// Prefix and suffix in lower case, from `10.` on.
  public let text: String

  /// Finds the first DOI in a printed text; nil if there is none.
  public init?(printed: String) { self.init(printed: printed.utf8.span) }

  /// Finds the first DOI in a printed text given as UTF-8; nil if there is none.
  public init?(printed source: Span<UInt8>) {
    guard let start = Self.start(in: source) else { return nil }
    let before = source.extracting(0..<start)
    let isAddress = source.holds("://") || before.holds("www.")
    let isResolver = !isAddress || before.extracting(last: 8).holds("doi.org/")

    var spelling = Spelling(source.extracting(start...))
    if isAddress { spelling.cutQuery() }
    if !isResolver { spelling.removePageName() }
    spelling.trimEnd()
    guard let text = spelling.text else { return nil }
    self.text = text
  }

  /// The text.
  public var description: String { text }

  /// Where `10.` and a registrant's number begin, not in the middle of a word or number.
  private static func start(in source: Span<UInt8>) -> Int? {
    var place = 0
    while place + 7 < source.count {
      let before = place == 0 ? UInt8(ascii: " ") : source[place - 1]
      if source.has("10.", at: place), !ASCII.isDigit(before), before != UInt8(ascii: ".") {
        var end = place + 3
        while end < source.count, ASCII.isDigit(source[end]) || source[end] == UInt8(ascii: ".") {
          end += 1
        }
        if end - place >= 7, source.end(ofAny: ["/", "%2F", "%2f"], at: end) != nil {
          return place
        }
      }
      place += 1
    }
    return nil
  }
}

/// A DOI on its way to its one spelling.
private struct Spelling {
  private var bytes: [UInt8] = []

  /// The bytes up to the first blank, in lower case, with escapes read.
  init(_ source: Span<UInt8>) {
    var place = 0
    while place < source.count, source[place] > 0x20, !Self.isBlank(source, at: place) {
      let (byte, length) = Self.escape(source, at: place) ?? (source[place], 1)
      bytes.append(ASCII.lowerCased(byte))
      place += length
    }
  }

  /// The DOI; nil unless something stands behind its slash.
  var text: String? {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash < bytes.count - 1 else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func cutQuery() {
    if let stop = bytes.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
      bytes.removeSubrange(stop...)
    }
  }

  /// Publishers' addresses go on after the DOI with the name of a page.
  mutating func removePageName() {
    for name in ["/full", "/abstract", "/pdf", "/epdf", "/html", "/meta", "/fulltext"]
    where bytes.count > name.utf8.count && bytes.suffix(name.utf8.count).elementsEqual(name.utf8) {
      bytes.removeLast(name.utf8.count)
    }
  }

  /// Drops the punctuation of the sentence around it; brackets only where they close nothing.
  mutating func trimEnd() {
    while let last = bytes.last, ".,;:\"'/".utf8.contains(last) || closesNothing(last) {
      bytes.removeLast()
    }
  }

  private func closesNothing(_ closing: UInt8) -> Bool {
    guard let opening = Self.opening(of: closing) else { return false }
    return bytes.count { $0 == closing } > bytes.count { $0 == opening }
  }

  /// The bracket that this one closes.
  private static func opening(of closing: UInt8) -> UInt8? {
    switch closing {
    case UInt8(ascii: ")"): UInt8(ascii: "(")
    case UInt8(ascii: "]"): UInt8(ascii: "[")
    case UInt8(ascii: "}"): UInt8(ascii: "{")
    case UInt8(ascii: ">"): UInt8(ascii: "<")
    default: nil
    }
  }

  /// A no-break space, or the zero-width space that is pasted along with links.
  private static func isBlank(_ source: Span<UInt8>, at place: Int) -> Bool {
    source[place] >= 0xC2 && source.end(ofAny: ["\u{A0}", "\u{200B}"], at: place) != nil
  }

  /// An escaped byte of those that DOIs hold, and the length of its escape.
  private static func escape(
    _ source: Span<UInt8>, at place: Int
  ) -> (UInt8, length: Int)? {
    guard source[place] == UInt8(ascii: "%") || source[place] == UInt8(ascii: "&") else {
      return nil
    }
    for (spelling, byte) in escapes where source.hasIgnoringCase(spelling, at: place) {
      return (byte, spelling.utf8CodeUnitCount)
    }
    return nil
  }

  private static let escapes: [(StaticString, UInt8)] = [
    ("%2f", 0x2F), ("%28", 0x28), ("%29", 0x29), ("%3a", 0x3A), ("%3b", 0x3B), ("%3c", 0x3C),
    ("%3e", 0x3E), ("%5b", 0x5B), ("%5d", 0x5D), ("&lt;", 0x3C), ("&gt;", 0x3E),
    ("&amp;", 0x26),
  ]
}
