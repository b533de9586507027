/// A DOI in the one spelling that tells whether two are the same: `10.1000/xyz`.
///
/// DOIs know no case. Databases print them with one prefix, with two
/// (`https://doi.org/https://dx.doi.org/10...`), with none, with a full stop or a remark behind.
public struct DOI: Hashable, Sendable, CustomStringConvertible {
  /// Prefix and suffix in lower case, from `10.` on.
  public let text: String

  /// Finds the first DOI in a printed text; nil if there is none.
  public init?(printed: String) {
    let source = Array(printed.utf8)
    guard let start = Self.start(in: source) else { return nil }
    let isAddress = source.contains("://") || source[..<start].contains("www.")
    let isResolver = !isAddress || source[..<start].suffix(8).contains("doi.org/")

    var suffix = Self.suffix(of: source[start...])
    if isAddress { suffix.cut(before: [UInt8(ascii: "?"), UInt8(ascii: "#")]) }
    if !isResolver { suffix.removePageName() }
    suffix.trimEnd()
    guard let slash = suffix.firstIndex(of: UInt8(ascii: "/")), slash < suffix.count - 1 else {
      return nil
    }
    text = String(decoding: suffix, as: UTF8.self)
  }

  /// The text.
  public var description: String { text }

  /// Where `10.` and a registrant's number begin, not in the middle of a word or number.
  private static func start(in source: [UInt8]) -> Int? {
    var place = 0
    while place + 7 < source.count {
      let before = place == 0 ? UInt8(ascii: " ") : source[place - 1]
      if !before.isDigit, before != UInt8(ascii: "."), source[place...].starts(with: "10.".utf8) {
        var end = place + 3
        while end < source.count, source[end].isDigit || source[end] == UInt8(ascii: ".") {
          end += 1
        }
        if end - place >= 7, source[end...].slashLength != nil { return place }
      }
      place += 1
    }
    return nil
  }

  /// The bytes up to the first blank, in lower case, with escapes read.
  private static func suffix(of source: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = source.startIndex
    while place < source.endIndex, source[place] > 0x20, !source[place...].startsWithBlank {
      if let (byte, length) = source[place...].escape {
        bytes.append(byte.lowerCased)
        place += length
      } else {
        bytes.append(source[place].lowerCased)
        place += 1
      }
    }
    return bytes
  }
}

extension ArraySlice<UInt8> {
  /// The length of a slash, plain or escaped.
  fileprivate var slashLength: Int? {
    if first == UInt8(ascii: "/") { return 1 }
    return starts(with: "%2F".utf8) || starts(with: "%2f".utf8) ? 3 : nil
  }

  /// An escaped byte of those that DOIs hold, and the length of its escape.
  fileprivate var escape: (UInt8, length: Int)? {
    let escapes: [(StaticString, UInt8)] = [
      ("%2f", 0x2F), ("%28", 0x28), ("%29", 0x29), ("%3a", 0x3A), ("%3b", 0x3B), ("%3c", 0x3C),
      ("%3e", 0x3E), ("%5b", 0x5B), ("%5d", 0x5D), ("&lt;", 0x3C), ("&gt;", 0x3E),
      ("&amp;", 0x26),
    ]
    guard first == UInt8(ascii: "%") || first == UInt8(ascii: "&") else { return nil }
    for (escape, byte) in escapes where startsIgnoringCase(escape) {
      return (byte, escape.utf8CodeUnitCount)
    }
    return nil
  }

  /// A no-break space, or the zero-width space that is pasted along with links.
  fileprivate var startsWithBlank: Bool {
    starts(with: "\u{A0}".utf8) || starts(with: "\u{200B}".utf8)
  }

  private func startsIgnoringCase(_ word: StaticString) -> Bool {
    prefix(word.utf8CodeUnitCount).map(\.lowerCased).elementsEqual(word.description.utf8)
  }

  fileprivate func contains(_ word: StaticString) -> Bool {
    let letters = Array(word.description.utf8)
    return indices.contains { self[$0...].starts(with: letters) }
  }
}

extension [UInt8] {
  fileprivate func contains(_ word: StaticString) -> Bool { self[...].contains(word) }

  fileprivate mutating func cut(before stops: Set<UInt8>) {
    if let stop = firstIndex(where: stops.contains) { removeSubrange(stop...) }
  }

  /// Publishers' addresses go on after the DOI with the name of a page.
  fileprivate mutating func removePageName() {
    for name in ["/full", "/abstract", "/pdf", "/epdf", "/html", "/meta", "/fulltext"]
    where count > name.utf8.count && suffix(name.utf8.count).elementsEqual(name.utf8) {
      removeLast(name.utf8.count)
    }
  }

  /// Drops the punctuation of the sentence around it; brackets only where they close nothing.
  fileprivate mutating func trimEnd() {
    while let last {
      switch last {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"):
        removeLast()
      case UInt8(ascii: ")"):
        guard lacks(UInt8(ascii: "("), closedBy: last) else { return }
        removeLast()
      case UInt8(ascii: "]"):
        guard lacks(UInt8(ascii: "["), closedBy: last) else { return }
        removeLast()
      case UInt8(ascii: "}"):
        guard lacks(UInt8(ascii: "{"), closedBy: last) else { return }
        removeLast()
      case UInt8(ascii: ">"):
        guard lacks(UInt8(ascii: "<"), closedBy: last) else { return }
        removeLast()
      default: return
      }
    }
  }

  private func lacks(_ opening: UInt8, closedBy closing: UInt8) -> Bool {
    count { $0 == closing } > count { $0 == opening }
  }
}
